#include "parsers/text/column_table.hpp"

#include <algorithm>

#include "parsers/text/column_lines.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kShortestColumn = 2;

// Where the columns begin that a line of "--- -----" rules, in characters; none when it is no rule
// of two columns or more.
std::vector<std::size_t> columns_of_rule(std::string_view line) {
  std::vector<std::size_t> columns;
  const std::string_view trimmed = trim(line);
  if (trimmed.empty() || (trimmed.front() != '-' && trimmed.front() != '=')) return {};
  const char mark = trimmed.front();
  std::size_t width = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != mark && line[i] != ' ') return {};
    if (line[i] == ' ') {
      if (width == 1) return {};
      width = 0;
    } else if (width++ == 0) {
      columns.push_back(i);
    }
  }
  const bool narrow = width < kShortestColumn;
  return columns.size() < 2 || narrow ? std::vector<std::size_t>() : columns;
}

// The byte at which a character of a line begins; its size where the line is shorter.
std::size_t byte_of(std::string_view line, std::size_t character) {
  std::size_t at = 0;
  for (; at < line.size(); ++at) {
    if ((line[at] & 0xC0) == 0x80) continue;
    if (character-- == 0) break;
  }
  return at;
}

// The words in each column of a line; none when words run over where a column begins.
std::optional<std::vector<std::string_view>> cells_of(std::string_view line,
                                                      const std::vector<std::size_t>& columns) {
  std::vector<std::string_view> cells;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : byte_of(line, columns[i]);
    const std::size_t end = i + 1 < columns.size() ? byte_of(line, columns[i + 1]) : line.size();
    if (i > 0 && begin < line.size() && line[begin - 1] != ' ') return {};
    cells.push_back(trim(line.substr(begin, end - begin)));
  }
  return cells;
}

class ColumnReader {
 public:
  ColumnReader(const Lines& lines, std::vector<std::size_t> columns)
      : lines_(lines), columns_(std::move(columns)) {}

  bool is_rule(std::size_t at) const { return columns_of_rule(whole_line(lines_, at)) == columns_; }

  // Adds the lines from `at` to the next empty line or rule as rows. Gives the line after them, or
  // none when one does not keep to the columns.
  std::optional<std::size_t> add_rows(std::size_t at, DrawnTable& table) const {
    const std::uint32_t first = table.rows;
    for (; lines_.prose(at) && !is_rule(at); ++at) {
      const auto cells = cells_of(whole_line(lines_, at), columns_);
      if (!cells) return {};
      const bool goes_on = cells->front().empty() && table.rows > first;
      if (!goes_on) table.add_row(columns_.size());
      for (std::size_t i = 0; i < cells->size(); ++i) {
        DrawnCell& cell = table.cells[table.cells.size() - columns_.size() + i];
        if (!(*cells)[i].empty()) cell.lines.push_back((*cells)[i]);
      }
    }
    return at;
  }

 private:
  const Lines& lines_;
  std::vector<std::size_t> columns_;
};

}  // namespace

std::optional<DrawnTable> read_column_table(const Lines& lines, std::size_t at) {
  const bool ruled_above = !columns_of_rule(whole_line(lines, at)).empty();
  const std::size_t header = ruled_above ? at + 1 : at;
  if (!lines.prose(header)) return {};
  std::size_t rule = header + 1;
  while (ruled_above && lines.prose(rule) && columns_of_rule(whole_line(lines, rule)).empty())
    ++rule;
  std::vector<std::size_t> columns = columns_of_rule(whole_line(lines, rule));
  if (columns.empty()) return {};
  const ColumnReader reader(lines, std::move(columns));
  if (ruled_above && !reader.is_rule(at)) return {};
  DrawnTable table;
  if (reader.add_rows(header, table) != rule) return {};
  table.header_rows = table.rows;
  const std::optional<std::size_t> end = reader.add_rows(rule + 1, table);
  if (!end || table.rows == table.header_rows) return {};
  table.end = reader.is_rule(*end) ? *end + 1 : *end;
  return table;
}

}  // namespace rapporteur
