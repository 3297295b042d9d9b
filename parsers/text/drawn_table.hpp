#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "parsers/text/lines.hpp"
#include "parsers/text/text_writer.hpp"

namespace rapporteur {

// A cell of a table that is drawn with characters; `lines` are its words, "" where a line is empty.
struct DrawnCell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t column_span = 1;
  std::uint32_t row_span = 1;
  std::vector<std::string_view> lines;
};

struct DrawnTable {
  std::vector<DrawnCell> cells;  // row by row
  std::uint32_t rows = 0;
  std::uint32_t header_rows = 0;
  std::size_t end = 0;  // the line after it

  // One of cells that each cover a column.
  void add_row(std::size_t columns) {
    for (std::uint32_t i = 0; i < columns; ++i) cells.push_back({rows, i, 1, 1, {}});
    ++rows;
  }
};

// A line that a drawn table may begin with, whatever follows.
bool may_begin_drawing(std::string_view line);

// The table drawn from line `at` on, or none: one with bars (Markdown, with or without a rule below
// its header), one in a grid of "+---+" where cells may span rows and columns, one in columns that
// rules of "--- ---" begin, or one whose columns nothing but blanks tells.
std::optional<DrawnTable> read_drawn_table(const Lines& lines, std::size_t at);

void write_drawn_table(const DrawnTable& table, DocumentBuilder& builder, TextWriter& writer);

}  // namespace rapporteur
