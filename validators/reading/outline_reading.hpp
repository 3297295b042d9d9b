#pragma once

#include <re2/re2.h>

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// A line that begins a part of a document: a heading, or a short line of its own in the front
// matter, in a cell or before a list, such as "Summary" or "Deadline:". What is under it reaches to
// the next such line of its rank.
struct PartLine {
  BlockId block;
  bool heading = false;
  std::string number;  // "3.1", "Annex A"; "" when it has none
  std::string title;   // without number and closing colon, white space collapsed
  std::string joined;  // number and title with a blank; "" when it has no number

  std::string_view whole() const { return joined.empty() ? title : joined; }
  // With or without its number.
  bool matches(const re2::RE2& pattern) const;
};

// Every such line in reading order, tables of contents, headers and footers left out.
std::vector<PartLine> part_lines(const Document& doc, const Profile& profile);

// The blocks under a line: up to the next heading; for a line that is no heading, up to the next
// line in `all` whose title one of `stops` matches as well.
BlockRange under(const Document& doc, const std::vector<PartLine>& all, std::size_t line,
                 const std::vector<std::string>& stops = {});

// The first of these blocks with words in it that is no table; none when all are empty.
BlockId first_words(const Document& doc, BlockRange blocks);

// Whether the document has a clause for each of these patterns of titles: whether it follows the
// outline that a rule is about.
bool has_titles(const Document& doc, const std::vector<std::string>& patterns);

// Whether one pattern at least is found in the text.
bool matches_any(std::string_view text, const std::vector<std::string>& patterns);

}  // namespace rapporteur
