#pragma once

#include <string_view>

#include "parsers/text/lines.hpp"
#include "parsers/text/text_writer.hpp"
#include "parsers/text/wrapping.hpp"

namespace rapporteur {

// One paragraph in a cell, its marker as label.
void write_line_in_cell(std::string_view line, TextWriter& writer);

// Writes the prose lines from `at` on that make one paragraph, list item or heading. Gives the
// line after them.
std::size_t write_paragraph(const Lines& lines, std::size_t at, TextWriter& writer);

// In a text in Markdown: writes the block that a fence begins, and passes by a rule. Gives the line
// after it, or `at` where neither begins there.
std::size_t write_markdown_block(const Lines& lines, std::size_t at, TextWriter& writer);

// The same as write_paragraph in a text whose paragraphs are broken into lines: puts them together
// again.
std::size_t write_wrapped(const Lines& lines, std::size_t at, Wrapping wrapping,
                          TextWriter& writer);

}  // namespace rapporteur
