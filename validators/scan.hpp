#pragma once

#include <re2/re2.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"

namespace rapporteur {

// The pattern compiled, once for the life of the program. Any thread may ask. A pattern that is
// wrong gives an expression that is not ok() and never matches.
const re2::RE2& compiled(std::string_view pattern);

// One match of a pattern: `groups[0]` is the whole, a group that took no part is empty. Views into
// the text searched.
struct Match {
  std::vector<std::string_view> groups;

  std::string_view text() const { return groups[0]; }
};

// Every match in `text`, in order, none overlapping another.
std::vector<Match> matches(std::string_view text, const re2::RE2& pattern);
bool found_in(std::string_view text, std::string_view pattern);

// Every match in the text of the document that a reader reads as running text: without tables of
// contents and program code, comments, running headers and footers.
struct PlacedMatch {
  BlockId block;
  Match match;

  std::string_view text() const { return match.groups[0]; }
  std::string_view group(std::size_t index) const { return match.groups.at(index); }
};
std::vector<PlacedMatch> matches(const Document& doc, const re2::RE2& pattern);

// A paragraph, heading, list item, caption or note of the body, its cells or a footnote.
bool is_prose(const Document& doc, BlockId id);

// A sentence of a block. A cut stands after a full stop, question or exclamation mark that a
// capital follows, not after abbreviations.
struct Sentence {
  BlockId block;
  std::string_view text;
};
std::vector<std::string_view> sentences(std::string_view text);
std::vector<Sentence> sentences(const Document& doc);

// A word: letters and digits with the hyphens, dots and apostrophes between them.
std::vector<std::string_view> tokens(std::string_view text);

}  // namespace rapporteur
