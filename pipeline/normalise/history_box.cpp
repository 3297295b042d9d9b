#include <algorithm>

#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

bool is_history(const Document& doc, const Table& table, const Profile& profile) {
  const CellId first = table.at(0, 0);
  if (!first) return false;
  const std::string words = collapse(doc.cell_text(first));
  return matches_wording("history-box", words, profile);
}

// "V1.1.1 | February 2019 | Publication": the version is the label, the rest its value.
void add_rows(const Document& doc, const Table& table, std::vector<CoverField>& fields) {
  for (std::uint32_t row = 1; row < table.rows; ++row) {
    std::vector<std::string> words;
    CellId last;
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      const CellId cell = table.at(row, column);
      if (!cell || cell == last) continue;
      last = cell;
      words.push_back(collapse(doc.cell_text(cell)));
    }
    if (words.size() < 2 || words.front().empty()) continue;
    const std::string version = words.front();
    words.erase(words.begin());
    std::erase(words, "");
    fields.push_back({"history", version, join(words, ", "), table.block});
  }
}

}  // namespace

std::vector<CoverField> history_box(const Document& doc, const Profile& profile) {
  std::vector<CoverField> fields;
  for (const Table& table : doc.tables()) {
    if (is_history(doc, table, profile)) add_rows(doc, table, fields);
  }
  return fields;
}

}  // namespace rapporteur
