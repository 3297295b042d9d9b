#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

using Patterns = std::vector<const Pattern*>;

// Where a pattern fired in a document, its named groups as ranges of the document's text.
struct Match {
  const Pattern* pattern = nullptr;
  TextRange where;
  std::vector<std::pair<std::string, TextRange>> groups;  // those that took part

  // Empty when the group took no part.
  TextRange group(std::string_view name) const;
  bool has(std::string_view name) const { return !group(name).empty(); }
};

// The first of `patterns` that is found in `area`. Several hits in one area: call again with what
// is left of it.
std::optional<Match> find_match(const Document& doc, TextRange area, const Patterns& patterns);

// Whether one of `patterns` is found in a text that need not stand in a document.
bool matches(std::string_view text, const Patterns& patterns);

// The words of a named group of the first of `patterns` that is found; "" when none is.
std::string matched_group(std::string_view text, const Patterns& patterns, std::string_view group);

// `range` without white space at both ends.
TextRange trimmed(const Document& doc, TextRange range);

// The sentences of `area`, trimmed. A full stop after an abbreviation or an initial ends none.
std::vector<TextRange> sentences(const Document& doc, TextRange area);

// The words of a range with white space collapsed.
std::string words_at(const Document& doc, TextRange range);

}  // namespace rapporteur
