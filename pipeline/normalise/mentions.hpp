#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// What mentions in this document leave out: its group.
IdentifierContext context_of(const Document& doc, const Profile& profile);

// The papers (contributions, TDs, liaison statements, letters, …) that some words name: canonical
// numbers, each once, in order, lists and ranges expanded. Published texts, Questions and
// Resolutions are not among them; `also` names families that are wanted too.
std::vector<std::string> documents_named(std::string_view words, const Profile& profile,
                                         const IdentifierContext& context,
                                         const std::vector<std::string>& also = {});

// The same, in a piece of this document.
std::vector<std::string> documents_named(const Document& doc, TextRange where,
                                         const Profile& profile,
                                         const std::vector<std::string>& also = {});

// Whether it is the number of a meeting's paper.
bool is_paper(const Identifier& identifier, const Profile& profile);

}  // namespace rapporteur
