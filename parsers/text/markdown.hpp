#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "parsers/text/lines.hpp"

namespace rapporteur {

// "## Title": the number of the hashes, or 0.
std::size_t heading_hashes(std::string_view line);

// Whether the text is written in Markdown: then its signs are no words.
bool is_markdown(const Lines& lines);

// "```" or "~~~": begins and ends lines that are shown as they stand.
bool is_fence(std::string_view line);

// Takes the ">" off the lines of a quotation, which are lines of the text like the others.
void take_quote_marks(Lines& lines);

// A piece of a line that looks the same throughout.
struct MarkdownSpan {
  std::string_view text;
  std::uint16_t marks = 0;       // bold, italic, struck
  std::string_view target = {};  // of a link, or of a picture
  bool picture = false;
};

// A line without its signs: emphasis, code, links, pictures, and backslashes before signs. A sign
// that nothing closes in the line is a word.
std::vector<MarkdownSpan> markdown_spans(std::string_view line);

}  // namespace rapporteur
