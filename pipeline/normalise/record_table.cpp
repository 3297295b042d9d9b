#include <algorithm>

#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLeastColumns = 3;
constexpr std::size_t kLongestName = 60;    // bytes of the name of a column
constexpr std::uint32_t kRowsRead = 12;     // enough to tell what a table is
constexpr std::uint32_t kLeastNumbers = 3;  // of documents below one another

// The words of the cells that begin in a row, each once; cells without words are left out.
std::vector<std::string> words_of_row(const Document& doc, const Table& table, std::uint32_t row) {
  std::vector<std::string> all;
  CellId last;
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    const CellId cell = table.at(row, column);
    if (!cell || cell == last || doc.cell(cell).row != row) continue;
    last = cell;
    std::string words = collapse(doc.cell_text(cell));
    if (!words.empty()) all.push_back(std::move(words));
  }
  return all;
}

bool may_name_column(const std::string& words, const Profile& profile) {
  return words.size() <= kLongestName && !words.ends_with(':') && find_dates(words).empty() &&
         profile.grammar.scan(words).empty() && !profile.grammar.parse(words);
}

// "Source:" before its value: the rows of a form are no records.
bool is_form(const Document& doc, const Table& table) {
  for (std::uint32_t row = 0; row < std::min(table.rows, kRowsRead); ++row) {
    const std::vector<std::string> words = words_of_row(doc, table, row);
    if (!words.empty() && words.front().ends_with(':')) return true;
  }
  return false;
}

bool names_columns(const Document& doc, const Table& table, const Profile& profile) {
  const std::vector<std::string> names = words_of_row(doc, table, 0);
  return names.size() >= kLeastColumns && words_of_row(doc, table, 1).size() > 1 &&
         std::ranges::all_of(
             names, [&](const std::string& name) { return may_name_column(name, profile); });
}

// Whether a cell holds the number of a document and nothing else.
bool is_number(const Document& doc, CellId cell, const Profile& profile) {
  if (!cell) return false;
  const std::optional<Identifier> whole = profile.grammar.parse(collapse(doc.cell_text(cell)));
  const IdentifierFamily* const of = whole ? profile.grammar.family(whole->family) : nullptr;
  return of != nullptr && !of->names.empty();
}

bool has_column_of_numbers(const Document& doc, const Table& table, const Profile& profile) {
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    std::uint32_t numbers = 0;
    for (std::uint32_t row = 0; row < std::min(table.rows, kRowsRead); ++row) {
      if (is_number(doc, table.at(row, column), profile)) ++numbers;
    }
    if (numbers >= kLeastNumbers) return true;
  }
  return false;
}

}  // namespace

bool lists_records(const Document& doc, const Table& table, const Profile& profile) {
  if (table.rows < 2 || is_form(doc, table)) return false;
  return names_columns(doc, table, profile) || has_column_of_numbers(doc, table, profile);
}

}  // namespace rapporteur
