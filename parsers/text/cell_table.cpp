#include "parsers/text/cell_table.hpp"

#include <algorithm>

#include "parsers/text/list_marker.hpp"
#include "parsers/text/paragraphs.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestHeader = 80;  // bytes of a cell in a header row

std::size_t blanks_from(const Lines& lines, std::size_t at) {
  std::size_t end = at;
  while (lines.blank(end)) ++end;
  return end - at;
}

// The line after the prose lines from `at` on.
std::size_t prose_end(const Lines& lines, std::size_t at) {
  while (lines.prose(at)) ++at;
  return at;
}

// The number of cells most rows have; the larger one of two that are as common.
std::size_t usual_width(const CellTable& table) {
  std::vector<std::size_t> rows_of(std::ranges::max(table.rows, {}, &RowLines::count).count + 1);
  for (const RowLines& row : table.rows) ++rows_of[row.count];
  const auto usual = std::max_element(rows_of.rbegin(), rows_of.rend());
  return static_cast<std::size_t>(rows_of.rend() - usual) - 1;
}

class Reader {
 public:
  Reader(const Lines& lines, std::size_t at) : lines_(lines), at_(at) {}

  CellTable read() {
    while (!broken_) {
      if (lines_.is(at_, LineShape::cell)) read_row();
      if (broken_) break;
      const std::size_t blanks = blanks_from(lines_, at_);
      const std::size_t next = at_ + blanks;
      if (next >= lines_.size() || !goes_on(next, blanks)) {
        table_.closed = blanks >= 2;
        at_ = next;
        break;
      }
    }
    table_.end = at_;
    return std::move(table_);
  }

 private:
  void read_row() {
    table_.rows.push_back({table_.cells.size(), 0});
    read_cells();
  }

  // Cells of the open row up to a blank line or a page break.
  void read_cells() {
    while (at_ < lines_.size() && !lines_.blank(at_)) {
      if (lines_.is(at_, LineShape::cell)) {
        begin_cell();
      } else if (is_page_break(at_)) {
        broken_ = table_.closed = true;
        return;
      } else {
        table_.cells.back().end = ++at_;
      }
    }
  }

  // A line with a single blank before it, met in a cell: a page break, or a paragraph of the cell
  // that happens to begin so. It is the latter when the row is as long as the one before with the
  // cells that follow, and the table goes on.
  bool is_page_break(std::size_t at) {
    if (!lines_.is(at, LineShape::spaced) || at < known_paragraphs_) return false;
    const std::size_t end = prose_end(lines_, at);
    const std::size_t blanks = blanks_from(lines_, end);
    const bool goes_on = blanks <= 1 && lines_.is(end + blanks, LineShape::cell);
    if (!goes_on || !fills_row(blanks == 0 ? cells_in_row(end) : 0)) return true;
    known_paragraphs_ = end;
    return false;
  }

  // Whether `more` cells make the open row as long as the one before.
  bool fills_row(std::size_t more) const {
    const std::size_t rows = table_.rows.size();
    return rows > 1 && table_.rows[rows - 1].count + more == table_.rows[rows - 2].count;
  }

  // Cells that begin from line `at` to the next blank line.
  std::size_t cells_in_row(std::size_t at) const {
    std::size_t count = 0;
    for (; at < lines_.size() && !lines_.blank(at); ++at) {
      count += lines_.is(at, LineShape::cell) ? 1 : 0;
    }
    return count;
  }

  void begin_cell() {
    table_.cells.push_back({at_, at_ + 1});
    ++table_.rows.back().count;
    ++at_;
  }

  // Whether the table goes on at line `next`, `blanks` blank lines after its last row.
  bool goes_on(std::size_t next, std::size_t blanks) {
    if (!lines_.is(next, LineShape::cell)) return blanks == 1 && resumes(next);
    if (blanks > 2 || (blanks == 2 && !fits(next))) return false;
    at_ = next;
    return true;
  }

  // Two blank lines also stand where the last cell of a row ends with an empty paragraph. The row
  // after them then has as many cells as the rows before; where another table begins, a paragraph
  // stands between them, if only an empty one, which makes three.
  bool fits(std::size_t next) const {
    return table_.rows.size() > 1 && cells_in_row(next) == usual_width(table_);
  }

  // A blank line within a cell: prose goes on after it, and the cells after that prose make the
  // row as long as the rows before.
  bool resumes(std::size_t next) {
    const std::size_t end = prose_end(lines_, next);
    if (!lines_.is(end, LineShape::cell) || !fills_row(cells_in_row(end))) return false;
    table_.cells.back().end = at_ = end;
    read_cells();
    return true;
  }

  const Lines& lines_;
  std::size_t at_;
  std::size_t known_paragraphs_ = 0;  // prose before this line is known to be of a cell
  bool broken_ = false;
  CellTable table_;
};

// A row that lacks exactly the one cell which stands alone after it was cut by a blank line that
// its last cell but one ends with. Where single cells are rows of their own, nothing is joined.
void join_cut_rows(CellTable& table) {
  const std::size_t width = usual_width(table);
  if (width < 3) return;
  const auto is_rest = [&](std::size_t i) {
    return i > 0 && table.rows[i].count == 1 && table.rows[i - 1].count + 1 == width;
  };
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    if (table.rows[i].count == 1 && !is_rest(i)) return;
  }
  std::vector<RowLines> joined;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (is_rest(i)) {
      ++joined.back().count;
    } else {
      joined.push_back(table.rows[i]);
    }
  }
  table.rows = std::move(joined);
}

std::string_view first_line(const CellTable& table, const Lines& lines, std::size_t row,
                            std::size_t cell) {
  return lines.text(table.cells[table.rows[row].first + cell].begin);
}

// The words of a column's name: neither empty nor a label ("Title:"), a number, a date or an item.
bool may_name_column(std::string_view text) {
  if (text.empty() || text.size() > kLongestHeader || text.back() == ':') return false;
  if (is_digit(text.front()) && std::ranges::none_of(text, is_alpha)) return false;
  return leading_marker(text).rest.empty() && text.find('@') == std::string_view::npos;
}

bool names_columns(const CellTable& table, const Lines& lines) {
  const RowLines& row = table.rows.front();
  for (std::size_t i = 0; i < row.count; ++i) {
    if (!may_name_column(first_line(table, lines, 0, i))) return false;
  }
  return true;
}

// Whether the second row names columns below one cell of the first: all its names stand in one
// group that is as wide as that cell has to be.
bool has_second_header(CellTable& table, const Lines& lines) {
  const std::size_t width = table.rows[1].count;
  const std::size_t names = table.rows[0].count;
  if (names >= width || names < 2) return false;
  std::size_t begin = 0;
  while (begin < width && first_line(table, lines, 1, begin).empty()) ++begin;
  std::size_t end = begin;
  while (end < width && !first_line(table, lines, 1, end).empty()) ++end;
  for (std::size_t i = end; i < width; ++i) {
    if (!first_line(table, lines, 1, i).empty()) return false;
  }
  if (begin >= names || end - begin != width - names + 1) return false;
  table.spanning_cell = begin;
  table.spanned_columns = end - begin;
  return true;
}

void find_header(CellTable& table, const Lines& lines) {
  if (table.rows.size() < 2 || table.rows.front().count < 2 || !names_columns(table, lines)) return;
  if (table.rows.front().count == usual_width(table)) {
    table.header_rows = 1;
  } else if (has_second_header(table, lines)) {
    table.header_rows = 2;
  }
}

// Word fills the width of a table in every row. Which cell of a shorter row is the wide one a text
// does not say; the last is the likeliest (a group's name alone in its row, a value beside a
// label).
std::uint32_t columns_of(const CellTable& table, std::size_t row, std::size_t cell,
                         std::size_t width) {
  if (row == 0 && table.spanned_columns > 0) {
    return cell == table.spanning_cell ? static_cast<std::uint32_t>(table.spanned_columns) : 1;
  }
  const std::size_t count = table.rows[row].count;
  return cell + 1 == count ? static_cast<std::uint32_t>(width - cell) : 1;
}

void write_cell(const CellLines& cell, const Lines& lines, DocumentBuilder& builder,
                TextWriter& writer) {
  bool any = false;
  for (std::size_t at = cell.begin; at < cell.end; ++at) {
    if (lines[at].size == 0 && (any || at + 1 < cell.end)) continue;
    write_line_in_cell(lines.text(at), writer);
    any = true;
  }
  builder.end_cell();
}

}  // namespace

CellTable read_cell_table(const Lines& lines, std::size_t at) {
  CellTable table = Reader(lines, at).read();
  join_cut_rows(table);
  find_header(table, lines);
  return table;
}

bool is_table(const CellTable& table) {
  return table.closed ||
         std::ranges::any_of(table.rows, [](const RowLines& row) { return row.count > 1; });
}

void write_cell_table(const CellTable& table, const Lines& lines, DocumentBuilder& builder,
                      TextWriter& writer) {
  const std::size_t width = std::ranges::max(table.rows, {}, &RowLines::count).count;
  builder.begin_table();
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    builder.begin_row(i < table.header_rows);
    for (std::size_t k = 0; k < table.rows[i].count; ++k) {
      builder.begin_cell({.column_span = columns_of(table, i, k, width)});
      write_cell(table.cells[table.rows[i].first + k], lines, builder, writer);
    }
    builder.end_row();
  }
  builder.end_table();
}

}  // namespace rapporteur
