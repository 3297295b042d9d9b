#include "tests/support/text_twin.hpp"

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

std::string lines_of_block(const Document& doc, BlockId id) {
  std::string out;
  const std::string shown = doc.shown_text(id);
  for (const std::string_view line : split(shown, '\n')) {
    const std::string words(trim(line));
    if (!words.empty()) out += words + '\n';
  }
  return out;
}

std::string lines_of_cell(const Document& doc, CellId id) {
  std::string out;
  const BlockRange range = doc.cell(id).blocks;
  for (BlockId at = range.begin; at < range.end; ++at.index) out += lines_of_block(doc, at);
  return out;
}

std::vector<std::string> row_of(const Document& doc, const Table& table, std::uint32_t row) {
  std::vector<std::string> cells;
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    const CellId id = table.at(row, column);
    if (!id || doc.cell(id).column != column) continue;
    cells.push_back(doc.cell(id).row == row ? lines_of_cell(doc, id) : std::string());
  }
  return cells;
}

TableWords words_of(const Document& doc, const Table& table) {
  TableWords rows;
  for (std::uint32_t row = 0; row < table.rows; ++row) rows.push_back(row_of(doc, table, row));
  return rows;
}

// White space after a marker is not of the words: some files have a tab there, some a blank.
std::string with_plain_gaps(std::string_view cell) {
  std::string out;
  for (const std::string_view line : split(cell, '\n')) {
    if (!line.empty()) out += collapse(line) + '\n';
  }
  return out;
}

bool stands_alone(const Document& doc, BlockId id) {
  return doc.part_kind(id) == PartKind::body && !doc.block(id).cell;
}

std::string written(const TableWords& table) {
  std::string out;
  for (const std::vector<std::string>& row : table) {
    for (const std::string& cell : row) out += '\t' + (cell.empty() ? "\n" : cell);
    out += '\n';
  }
  return out + '\n';
}

}  // namespace

std::string text_twin(const Document& doc) {
  std::string out;
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) {
    if (!stands_alone(doc, id)) continue;
    const Block& block = doc.block(id);
    if (block.kind == BlockKind::table) {
      out += written(words_of(doc, doc.table(block.table)));
    } else {
      const std::string lines = lines_of_block(doc, id);
      out += lines.empty() ? "\n" : lines;
    }
  }
  return out;
}

std::vector<TableWords> tables_of(const Document& doc) {
  std::vector<TableWords> tables;
  for (const Table& table : doc.tables()) {
    if (!stands_alone(doc, table.block)) continue;
    tables.push_back(words_of(doc, table));
    for (std::vector<std::string>& row : tables.back()) {
      for (std::string& cell : row) cell = with_plain_gaps(cell);
    }
  }
  return tables;
}

}  // namespace rapporteur
