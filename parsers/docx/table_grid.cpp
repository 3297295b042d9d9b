#include "parsers/docx/table_grid.hpp"

#include <algorithm>
#include <cstdint>

#include "parsers/docx/word_formats.hpp"

namespace rapporteur {
namespace {

constexpr int kPoint = 20;  // twentieths of a point
constexpr int kWidest = 32767;
constexpr std::size_t kMostLines = 1024;  // Word has 64

int count_of(const XmlReader& xml) {
  return std::clamp(integer_value(xml).value_or(0), 0, kWidest);
}

// Where each line of the grid stands, from the left.
std::vector<std::int64_t> lines_of(XmlReader& xml) {
  std::vector<std::int64_t> lines = {0};
  const int here = xml.depth();
  while (xml.next(here)) {
    if (xml.name() != "w:gridCol"_xml) continue;
    const int width = std::clamp(integer_value(xml, "w").value_or(kWidest), 0, kWidest);
    lines.push_back(lines.back() + width);
  }
  return lines;
}

// Lines that are one, apart from those between which a cell stands.
class Joined {
 public:
  explicit Joined(const std::vector<std::int64_t>& lines) : lines_(lines), apart_(lines.size()) {
    join();
  }

  const std::vector<int>& columns() const { return columns_; }
  bool any() const { return columns_.back() + 1 < static_cast<int>(lines_.size()); }

  void keep_cell(int begin, int end) {
    if (begin >= end || end >= static_cast<int>(columns_.size())) return;
    const auto last = static_cast<std::size_t>(end);
    if (columns_[static_cast<std::size_t>(begin)] != columns_[last]) return;
    apart_[last] = true;
    join();
  }

 private:
  void join() {
    columns_.assign(1, 0);
    std::int64_t first = lines_.front();  // of the lines that are one
    for (std::size_t line = 1; line < lines_.size(); ++line) {
      const bool same = !apart_[line] && lines_[line] - first < kPoint;
      columns_.push_back(columns_.back() + (same ? 0 : 1));
      if (!same) first = lines_[line];
    }
  }

  const std::vector<std::int64_t>& lines_;
  std::vector<bool> apart_;
  std::vector<int> columns_;
};

int span_of(XmlReader& cell) {
  const int here = cell.depth();
  if (!cell.next(here) || cell.name() != "w:tcPr"_xml) return 1;
  const int inside = cell.depth();
  while (cell.next(inside)) {
    if (cell.name() == "w:gridSpan"_xml) return std::max(count_of(cell), 1);
  }
  return 1;
}

// The elements may stand in content controls and tracked changes; Word nests them so little that
// the depth of the XML bounds the recursion.
void keep_cells(XmlReader& xml, Joined& joined, int& line) {
  const int here = xml.depth();
  while (xml.next(here)) {
    switch (xml.name()) {
      case "w:tr"_xml: {
        int first = 0;
        keep_cells(xml, joined, first);
        break;
      }
      case "w:gridBefore"_xml:
        line = count_of(xml);
        break;
      case "w:tc"_xml: {
        const int begin = line;
        line = std::min(line + span_of(xml), kWidest);
        joined.keep_cell(begin, line);
        break;
      }
      default:
        keep_cells(xml, joined, line);
    }
  }
}

}  // namespace

TableGrid::TableGrid(XmlReader xml, int table) {
  const std::vector<std::int64_t> lines = lines_of(xml);
  Joined joined(lines);
  if (!joined.any() || lines.size() > kMostLines) return;
  int line = 0;
  while (xml.next(table)) {
    if (xml.name() == "w:tr"_xml) line = 0;
    keep_cells(xml, joined, line);
  }
  columns_ = joined.columns();
}

int TableGrid::column(int line) const {
  const int known = static_cast<int>(columns_.size()) - 1;
  if (known < 0) return line;
  const int beyond = std::max(line - known, 0);
  return columns_[static_cast<std::size_t>(std::min(line, known))] + beyond;
}

}  // namespace rapporteur
