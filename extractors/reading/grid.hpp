#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/reading/match.hpp"

namespace rapporteur {

// A table as extractors read it: which row names the columns, and what the cells say.
class Grid {
 public:
  Grid(const Document& doc, const Table& table) : doc_(&doc), table_(&table) {}

  const Table& table() const { return *table_; }
  std::uint32_t rows() const { return table_->rows; }
  std::uint32_t columns() const { return table_->columns; }
  // The words of the cell that covers this position, white space collapsed; "" where none does.
  std::string text(std::uint32_t row, std::uint32_t column) const;
  // The same as it stands, a line end after each paragraph.
  std::string raw(std::uint32_t row, std::uint32_t column) const;
  // The same with the paragraphs of the cell joined by " / ".
  std::string lines(std::uint32_t row, std::uint32_t column) const;
  // The first paragraph of the cell that has words, or none.
  BlockId first_block(std::uint32_t row, std::uint32_t column) const;
  // All words of the cell: from its first word to its last.
  TextRange range(std::uint32_t row, std::uint32_t column) const;
  // The cells of a row, each once, as one range of the document's text.
  TextRange row_range(std::uint32_t row) const;
  // Whether every position of the row is blank or belongs to one cell.
  bool is_band(std::uint32_t row) const;
  // The number people give the table: counted from 1 over the document.
  std::uint32_t number() const;
  // Words that say what the table is about: its caption, else "".
  std::string caption() const;

 private:
  const Document* doc_;  // outlives the grid
  const Table* table_;
};

// Whether the block is in the only cell of its table: a box around text, and no table to read.
bool is_boxed(const Document& doc, const Block& block);

// The first rows may hold a title; a header stands no deeper than this.
constexpr std::uint32_t kDeepestHeader = 3;

}  // namespace rapporteur
