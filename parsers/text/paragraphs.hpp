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

// The same in a text whose paragraphs are broken into lines: puts them together again.
std::size_t write_wrapped(const Lines& lines, std::size_t at, Wrapping wrapping,
                          TextWriter& writer);

}  // namespace rapporteur
