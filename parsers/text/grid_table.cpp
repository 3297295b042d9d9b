#include "parsers/text/grid_table.hpp"

#include <algorithm>

#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kMostColumns = 256;

// Offsets in a line by column, so that a letter of two bytes does not shift what follows.
class Columns {
 public:
  explicit Columns(std::string_view line) : line_(line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
      if ((line[at] & 0xC0) != 0x80) starts_.push_back(at);
    }
    starts_.push_back(line.size());
  }

  char at(std::size_t column) const {
    return column + 1 < starts_.size() ? line_[starts_[column]] : ' ';
  }
  std::string_view between(std::size_t from, std::size_t to) const {
    const std::size_t last = starts_.size() - 1;
    const std::size_t begin = starts_[std::min(from, last)];
    return line_.substr(begin, starts_[std::min(to, last)] - begin);
  }
  std::size_t size() const { return starts_.size() - 1; }

 private:
  std::string_view line_;
  std::vector<std::size_t> starts_;
};

// "+----+===+": nothing but a rule.
bool is_whole_rule(std::string_view line) {
  return line.size() > 2 && line.front() == '+' && line.back() == '+' &&
         line.find_first_not_of("+-=") == line.npos;
}

bool is_rule(std::string_view words) {
  return !words.empty() && words.find_first_not_of("+-=") == words.npos;
}

class GridReader {
 public:
  GridReader(const Lines& lines, std::size_t at) : lines_(lines), at_(at) {}

  std::optional<DrawnTable> read() {
    if (!is_whole_rule(lines_.text(at_)) || !find_bounds()) return {};
    open_.resize(bounds_.size() - 1, kNoCell);
    for (++at_; at_ < end_; ++at_) {
      const Columns line(lines_.text(at_));
      if (has_rule(line)) {
        end_cells(line);
      } else {
        add_line(line);
      }
    }
    table_.end = end_;
    if (table_.cells.empty()) return {};
    if (is_header_above_one_row()) split_row();
    return std::move(table_);
  }

 private:
  static constexpr std::size_t kNoCell = SIZE_MAX;

  // The columns where some rule has a "+", and where the drawing ends: with its last whole rule.
  bool find_bounds() {
    std::size_t at = at_;
    for (; lines_.prose(at); ++at) {
      const std::string_view text = lines_.text(at);
      if (text.front() != '+' && text.front() != '|') break;
      if (is_whole_rule(text)) end_ = at + 1;
      const Columns line(text);
      for (std::size_t column = 0; column < line.size(); ++column) {
        if (line.at(column) != '+') continue;
        if (is_whole_rule(text) || is_drawn_beside(line, column)) bounds_.push_back(column);
      }
      std::ranges::sort(bounds_);
      bounds_.erase(std::ranges::unique(bounds_).begin(), bounds_.end());
      if (bounds_.size() > kMostColumns) return false;
    }
    return end_ > at_ + 2 && bounds_.size() >= 2;
  }

  // "+-" alone may stand in a text.
  static bool is_drawn_beside(const Columns& line, std::size_t column) {
    const auto drawn = [](char c) { return c == '-' || c == '='; };
    return (drawn(line.at(column + 1)) && drawn(line.at(column + 2))) ||
           (column > 1 && drawn(line.at(column - 1)) && drawn(line.at(column - 2)));
  }

  std::string_view segment(const Columns& line, std::size_t column) const {
    return line.between(bounds_[column] + 1, bounds_[column + 1]);
  }

  bool has_rule(const Columns& line) const {
    for (std::size_t column = 0; column + 1 < bounds_.size(); ++column) {
      if (is_rule(segment(line, column)) && is_bound(line, column)) return true;
    }
    return false;
  }

  bool is_bound(const Columns& line, std::size_t column) const {
    return line.at(bounds_[column]) == '+';
  }

  // A rule ends the cells above it; a cell that no rule is drawn below goes on, with what words
  // stand there.
  void end_cells(const Columns& line) {
    const bool double_rule = line.between(0, line.size()).find('=') != std::string_view::npos;
    for (std::size_t column = 0; column < open_.size(); ++column) {
      if (open_[column] == kNoCell) continue;
      DrawnCell& cell = table_.cells[open_[column]];
      if (is_rule(segment(line, column))) {
        open_[column] = kNoCell;
      } else if (cell.column == column) {
        ++cell.row_span;
        if (!trim(segment(line, column)).empty()) add_words(cell, line);
      }
    }
    if (in_row_) ++table_.rows;
    in_row_ = false;
    if (double_rule && at_ + 1 < end_ && table_.header_rows == 0) {
      table_.header_rows = table_.rows;
    }
  }

  bool is_header_above_one_row() const {
    return table_.rows == 2 && table_.header_rows <= 1 &&
           table_.cells.size() == 2 * (bounds_.size() - 1);
  }

  // Whether line `at` of the last row begins a row: its first cell says something, and not because
  // the line above had no room for it.
  bool begins_row(std::size_t at) const {
    const std::size_t columns = bounds_.size() - 1;
    const std::vector<std::string_view>& first = table_.cells[columns].lines;
    if (first[at].empty()) return false;
    std::size_t above = at - 1;
    while (above > 0 && first[above].empty()) --above;
    const std::size_t word = std::min(first[at].find(' '), first[at].size());
    const std::size_t room = std::max<std::size_t>(bounds_[1] - bounds_[0], 3) - 3;  // and blanks
    return length_utf8(first[above]) + 1 + length_utf8(first[at].substr(0, word)) <= room;
  }

  // Many tables have rules only around their header and at their end: then each line is a row, but
  // for those that go on in further lines.
  void split_row() {
    const std::size_t columns = bounds_.size() - 1;
    const std::vector<DrawnCell> whole(table_.cells.begin() + static_cast<std::ptrdiff_t>(columns),
                                       table_.cells.end());
    std::vector<DrawnCell> rows;
    for (std::size_t at = 0; at < whole[0].lines.size(); ++at) {
      if (at == 0 || begins_row(at)) {
        const auto row = static_cast<std::uint32_t>(1 + rows.size() / columns);
        for (const DrawnCell& cell : whole) rows.push_back({row, cell.column, 1, 1, {}});
      }
      for (std::size_t i = 0; i < columns; ++i) {
        rows[rows.size() - columns + i].lines.push_back(whole[i].lines[at]);
      }
    }
    if (rows.size() == columns) return;
    table_.rows = static_cast<std::uint32_t>(1 + rows.size() / columns);
    table_.header_rows = 1;
    table_.cells.resize(columns);
    table_.cells.insert(table_.cells.end(), rows.begin(), rows.end());
  }

  void add_words(DrawnCell& cell, const Columns& line) {
    const std::size_t end = bounds_[cell.column + cell.column_span];
    cell.lines.push_back(trim(line.between(bounds_[cell.column] + 1, end)));
  }

  void add_line(const Columns& line) {
    if (!in_row_) begin_cells(line);
    in_row_ = true;
    for (std::size_t column = 0; column < open_.size(); ++column) {
      DrawnCell& cell = table_.cells[open_[column]];
      if (cell.column == column) add_words(cell, line);
    }
  }

  // A cell begins at every bar; where there is none it covers one column more.
  void begin_cells(const Columns& line) {
    for (std::size_t column = 0; column < open_.size(); ++column) {
      if (open_[column] != kNoCell) continue;
      const bool covered = column > 0 && line.at(bounds_[column]) != '|' &&
                           table_.cells[open_[column - 1]].row == table_.rows;
      if (covered) {
        open_[column] = open_[column - 1];
        ++table_.cells[open_[column]].column_span;
      } else {
        open_[column] = table_.cells.size();
        table_.cells.push_back({table_.rows, static_cast<std::uint32_t>(column), 1, 1, {}});
      }
    }
  }

  const Lines& lines_;
  std::size_t at_;
  std::size_t end_ = 0;
  std::vector<std::size_t> bounds_;
  std::vector<std::size_t> open_;  // the cell that is open in each column
  bool in_row_ = false;
  DrawnTable table_;
};

}  // namespace

std::optional<DrawnTable> read_grid_table(const Lines& lines, std::size_t at) {
  return GridReader(lines, at).read();
}

}  // namespace rapporteur
