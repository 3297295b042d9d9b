#pragma once

#include <string_view>

#include "validators/reading/reference_list.hpp"
#include "validators/rule.hpp"

namespace rapporteur {

// What rules about the entries of a list of references ask.

// The beginning of an entry, as a message shows it.
std::string_view shown(std::string_view words);
// A document older than the drafting rule, whose date an option tells, is not measured by it.
bool older_than(const Subject& in, std::string_view option);
bool is_in_bibliography(const Subject& in, const ListedReference& entry);

}  // namespace rapporteur
