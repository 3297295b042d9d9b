#pragma once

#include <re2/re2.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/compiled.hpp"

namespace rapporteur {

// One match of a pattern: `groups[0]` is the whole, a group that took no part is empty. Views into
// the text searched.
struct PatternMatch {
  std::vector<std::string_view> groups;

  std::string_view text() const { return groups[0]; }
};

// Every match in `text`, in order, none overlapping another.
std::vector<PatternMatch> matches(std::string_view text, const re2::RE2& pattern);
bool found_in(std::string_view text, std::string_view pattern);

// The same in a block of a document.
struct PlacedMatch {
  BlockId block;
  PatternMatch match;

  std::string_view text() const { return match.groups[0]; }
  std::string_view group(std::size_t index) const { return match.groups.at(index); }
};

// A paragraph, heading, list item, caption or note of the body, its cells or a footnote.
bool is_prose(const Document& doc, BlockId id);

// The first character of a block as it is shown, with its automatic label; a blank when it is
// empty.
char first_shown(const Document& doc, BlockId id);

// The sentences of a text. A cut stands after a full stop, question or exclamation mark that a
// capital follows, not after abbreviations.
std::vector<std::string_view> sentences(std::string_view text);

// Letters and digits of any script: bytes of a longer UTF-8 sequence count as letters.
bool is_word_byte(char c);
// The same of the character at `at`. General punctuation (U+2010 to U+203F) and the signs of
// Latin-1 are none.
bool is_word_character(std::string_view text, std::size_t at);

// A word: letters and digits with the hyphens, dots and apostrophes between them. Words that differ
// in nothing but case (ASCII) have the same key.
struct Word {
  std::string_view text;
  std::uint64_t key = 0;
};
// A digit in a word makes its key odd.
inline bool has_digit(std::uint64_t key) { return (key & 1U) != 0; }

// The key of a word in these letters.
std::uint64_t word_key(std::string_view word);

// Adds the words of `text`.
void append_words(std::string_view text, std::vector<Word>& to);
std::vector<std::string_view> tokens(std::string_view text);

}  // namespace rapporteur
