#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/reading/document_scan.hpp"
#include "extractors/reading/grid.hpp"
#include "extractors/reading/match.hpp"

namespace rapporteur {

// A column that a kind of table has, by the name of the pattern for its header.
struct ColumnSpec {
  std::string_view pattern;
  bool required = false;
};

// A table read as records: a header row, and a record in every row below it.
class Records {
 public:
  // The table as records, when one of its first rows names all required columns.
  static std::optional<Records> find(const DocumentScan& scan, const Table& table,
                                     const Wording& wording, std::span<const ColumnSpec> columns);

  const Grid& grid() const { return grid_; }
  std::uint32_t first_row() const { return header_ + 1; }
  std::uint32_t end_row() const { return grid_.rows(); }
  bool has(std::string_view column) const { return column_of(column) != kNoColumn; }
  std::uint32_t column_of(std::string_view column) const;
  // The cell's words; "" when the table has no such column.
  std::string text(std::uint32_t row, std::string_view column) const;
  std::string header_text(std::string_view column) const;
  // The lines of the cell, each without its list marker.
  std::vector<std::string> lines(std::uint32_t row, std::string_view column) const;
  // Whether the row is one cell across, or says "None." and nothing else.
  bool is_empty_row(std::uint32_t row) const { return grid_.is_band(row); }
  BlockId block(std::uint32_t row) const;
  TextRange range(std::uint32_t row) const { return grid_.row_range(row); }

 private:
  explicit Records(Grid grid) : grid_(grid) {}
  bool find_columns(const DocumentScan& scan, const Wording& wording,
                    std::span<const ColumnSpec> columns);

  Grid grid_;
  std::uint32_t header_ = 0;
  std::vector<std::pair<std::string_view, std::uint32_t>> columns_;
};

// The caption of a table with what stands between it and the table, or the nearest words above.
std::string words_above(const Document& doc, const Table& table);

// A line without the bullet or dash it begins with.
std::string_view without_marker(std::string_view line);

// The date that a text gives as ISO 8601, "" when it gives none. `year` is taken where it has
// none, 0 to leave such dates out; `inferred` says whether that was done.
std::string date_in(std::string_view text, int year = 0, bool* inferred = nullptr);
// The year of the document or of its meeting, 0 when it does not say.
int year_of(const Document& doc);

}  // namespace rapporteur
