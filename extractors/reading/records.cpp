#include "extractors/reading/records.hpp"

#include <algorithm>
#include <charconv>

#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::uint32_t kBlocksAbove = 3;
constexpr std::string_view kMarkers[] = {"-", "–", "—", "•", "·", "●", "*", "o\t"};

}  // namespace

std::optional<Records> Records::find(const DocumentScan& scan, const Table& table,
                                     const Wording& wording, std::span<const ColumnSpec> columns) {
  Records records{Grid(scan.doc(), table)};
  for (std::uint32_t row = 0; row < std::min(table.rows, kDeepestHeader); ++row) {
    records.header_ = row;
    records.columns_.clear();
    if (records.find_columns(scan, wording, columns)) return records;
  }
  return {};
}

// Whether the header row has all required columns.
bool Records::find_columns(const DocumentScan& scan, const Wording& wording,
                           std::span<const ColumnSpec> columns) {
  for (const ColumnSpec& spec : columns) {
    const std::uint32_t column = scan.column(grid_.table(), header_, wording.named(spec.pattern));
    if (column != kNoColumn) columns_.emplace_back(spec.pattern, column);
    if (column == kNoColumn && spec.required) return false;
  }
  return true;
}

std::uint32_t Records::column_of(std::string_view column) const {
  for (const auto& [name, index] : columns_) {
    if (name == column) return index;
  }
  return kNoColumn;
}

std::string Records::text(std::uint32_t row, std::string_view column) const {
  const std::uint32_t index = column_of(column);
  return index == kNoColumn ? std::string() : grid_.text(row, index);
}

std::string Records::header_text(std::string_view column) const { return text(header_, column); }

std::vector<std::string> Records::lines(std::uint32_t row, std::string_view column) const {
  std::vector<std::string> out;
  const std::uint32_t index = column_of(column);
  if (index == kNoColumn) return out;
  const std::string all = grid_.raw(row, index);
  for (const std::string_view line : split(all, '\n')) {
    if (const std::string words = collapse(without_marker(line)); !words.empty())
      out.push_back(words);
  }
  return out;
}

BlockId Records::block(std::uint32_t row) const {
  for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
    if (!grid_.text(row, column).empty()) return grid_.first_block(row, column);
  }
  return {};
}

std::string words_above(const Document& doc, const Table& table) {
  std::string out;
  const std::uint32_t block = table.block.index;
  for (std::uint32_t back = 1; back <= std::min(kBlocksAbove, block); ++back) {
    const BlockId id{block - back};
    if (doc.block(id).cell || doc.block(id).kind == BlockKind::table) break;
    const std::string words = collapse(doc.text(id));
    if (words.empty()) continue;
    out = out.empty() ? words : words + " " + out;
    if (!table.caption || id == table.caption) break;
  }
  return out;
}

std::string_view without_marker(std::string_view line) {
  line = trim(line);
  for (const std::string_view marker : kMarkers) {
    if (!line.starts_with(marker)) continue;
    const std::string_view rest = line.substr(marker.size());
    if (rest.empty()) return rest;
    if (is_space(rest.front()) || marker.back() == '\t') return trim(rest);
  }
  return line;
}

std::string date_in(std::string_view text, int year, bool* inferred) {
  const std::vector<DateMention> dates =
      find_dates(text, year == 0 ? std::optional<int>() : std::optional<int>(year));
  if (dates.empty()) return {};
  if (inferred != nullptr) *inferred = dates.front().year_inferred;
  return dates.front().from.iso();
}

int year_of(const Document& doc) {
  const std::string& date = doc.identity().date;
  int year = 0;
  if (date.size() >= 4) std::from_chars(date.data(), date.data() + 4, year);
  return year;
}

}  // namespace rapporteur
