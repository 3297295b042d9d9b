#include "emitters/word/docx_columns.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

using Row = std::vector<pugi::xml_node>;

bool says_something(const pugi::xml_node& node) {
  if (!trim(std::string_view(node.value())).empty()) return true;
  const auto parts = node.children();
  return std::any_of(parts.begin(), parts.end(), says_something);
}

Row cells_of(const pugi::xml_node& row) {
  Row cells;
  for (const pugi::xml_node& cell : row.children()) {
    if (cell.type() == pugi::node_element) cells.push_back(cell);
  }
  return cells;
}

bool is_header(const Row& cells) {
  return !cells.empty() && std::ranges::all_of(cells, [](const pugi::xml_node& cell) {
    return std::string_view(cell.name()) == "th" && !cell.attribute("span");
  });
}

// By column: whether a row below the header says something there. A cell that spans speaks for
// every column it covers.
std::vector<bool> used_columns(const std::vector<Row>& rows) {
  std::vector<bool> used(rows[0].size(), false);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    std::size_t column = 0;
    for (const pugi::xml_node& cell : rows[i]) {
      const auto span = static_cast<std::size_t>(std::max(1, cell.attribute("span").as_int(1)));
      const std::size_t end = std::min(column + span, used.size());
      for (; column < end; ++column) {
        used[column] = used[column] || span > 1 || says_something(cell);
      }
    }
  }
  return used;
}

std::string widths_left(std::string_view widths, const std::vector<bool>& used) {
  std::string left;
  std::size_t column = 0;
  for (const std::string_view share : words(widths)) {
    if (column >= used.size() || used[column])
      left += std::string(left.empty() ? "" : " ") += share;
    ++column;
  }
  return left;
}

}  // namespace

void drop_empty_columns(pugi::xml_node table) {
  std::vector<Row> rows;
  for (const pugi::xml_node& row : table.children("tr")) rows.push_back(cells_of(row));
  if (rows.size() < 2 || !is_header(rows[0])) return;
  const std::vector<bool> used = used_columns(rows);
  if (std::ranges::count(used, true) == 0 || std::ranges::count(used, false) == 0) return;
  for (const Row& row : rows) {
    // A row with cells that span has none in a column that is dropped, or it would be used.
    std::size_t column = 0;
    for (const pugi::xml_node& cell : row) {
      const auto span = static_cast<std::size_t>(std::max(1, cell.attribute("span").as_int(1)));
      if (column < used.size() && !used[column]) cell.parent().remove_child(cell);
      column += span;
    }
  }
  if (pugi::xml_attribute widths = table.attribute("widths")) {
    widths.set_value(widths_left(widths.value(), used).c_str());
  }
}

}  // namespace rapporteur
