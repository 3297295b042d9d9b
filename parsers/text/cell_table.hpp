#pragma once

#include <cstddef>
#include <vector>

#include "parsers/text/lines.hpp"
#include "parsers/text/text_writer.hpp"

namespace rapporteur {

// A cell as lines [begin, end) of the text; blank lines among them are not of its words.
struct CellLines {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct RowLines {
  std::size_t first = 0;  // in CellTable::cells
  std::size_t count = 0;
};

// A table as text extractions write it: a cell begins with a tab and goes on in lines without
// one, a blank line ends a row, two end the table, a page break ends it at once.
struct CellTable {
  std::vector<CellLines> cells;
  std::vector<RowLines> rows;
  std::size_t end = 0;  // the line after it and its blank lines
  bool closed = false;  // it ended as a table does, not in the middle of a page
  std::size_t header_rows = 0;
  // The cell of the first row that spans columns of the second, and how many; none when 0.
  std::size_t spanning_cell = 0;
  std::size_t spanned_columns = 0;
};

// Reads the table whose first cell is line `at`.
CellTable read_cell_table(const Lines& lines, std::size_t at);

// Tab-indented paragraphs look like a table of one column; a table ends with two blank lines.
bool is_table(const CellTable& table);

void write_cell_table(const CellTable& table, const Lines& lines, DocumentBuilder& builder,
                      TextWriter& writer);

}  // namespace rapporteur
