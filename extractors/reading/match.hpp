#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// Where a pattern fired in a document, its named groups as ranges of the document's text.
struct Match {
  const Pattern* pattern = nullptr;
  TextRange where;
  std::vector<TextRange> groups;  // by number, the whole first; empty where one took no part

  // Empty when the group took no part. "x_2", "x_3", … are further ways to write the group "x".
  TextRange group(const std::string& name) const;
  bool has(const std::string& name) const { return !group(name).empty(); }
};

// The first of `patterns` that is found in `area`. Several hits in one area: call again with what
// is left of it.
std::optional<Match> find_match(const Document& doc, TextRange area, Patterns patterns);

// Where this pattern fires in `area`, of which it is known that it does.
Match match_of(const Document& doc, TextRange area, const Pattern& pattern);

// Whether one of `patterns` is found in a text that need not stand in a document.
bool matches(std::string_view text, Patterns patterns);

// The first of `patterns` that is found in a text, with its named groups.
struct Capture {
  const Pattern* pattern = nullptr;  // null: none is found
  std::vector<re2::StringPiece> groups;

  explicit operator bool() const { return pattern != nullptr; }
  // White space collapsed; "" when the group took no part.
  std::string words(const std::string& group) const;
};
Capture capture(std::string_view text, Patterns patterns);

// The words of a named group of the first of `patterns` that is found; "" when none is.
std::string matched_group(std::string_view text, Patterns patterns, const std::string& group);

// `range` without white space at both ends.
TextRange trimmed(const Document& doc, TextRange range);

// The sentences of `area`, trimmed. A full stop after an abbreviation or an initial ends none.
std::vector<TextRange> sentences(const Document& doc, TextRange area);

// The words of a range with white space collapsed.
std::string words_at(const Document& doc, TextRange range);

}  // namespace rapporteur
