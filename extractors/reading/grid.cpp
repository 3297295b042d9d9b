#include "extractors/reading/grid.hpp"

#include <algorithm>

#include "pipeline/text/words.hpp"

namespace rapporteur {
std::string Grid::text(std::uint32_t row, std::uint32_t column) const {
  const CellId id = table_->at(row, column);
  return id ? collapse(doc_->cell_text(id)) : std::string();
}

std::string Grid::raw(std::uint32_t row, std::uint32_t column) const {
  const CellId id = table_->at(row, column);
  return id ? doc_->cell_text(id) : std::string();
}

std::string Grid::lines(std::uint32_t row, std::uint32_t column) const {
  const CellId id = table_->at(row, column);
  if (!id) return {};
  std::vector<std::string> out;
  const std::string all = doc_->cell_text(id);
  for (const std::string_view line : split(all, '\n')) {
    if (std::string words = collapse(line); !words.empty()) out.push_back(std::move(words));
  }
  return join(out, " / ");
}

BlockId Grid::first_block(std::uint32_t row, std::uint32_t column) const {
  const CellId id = table_->at(row, column);
  if (!id) return {};
  const BlockRange blocks = doc_->cell(id).blocks;
  for (BlockId block = blocks.begin; block < blocks.end; ++block.index) {
    if (!trim(doc_->text(block)).empty()) return block;
  }
  return blocks.empty() ? BlockId{} : blocks.begin;
}

TextRange Grid::range(std::uint32_t row, std::uint32_t column) const {
  const CellId id = table_->at(row, column);
  if (!id) return {};
  const BlockRange blocks = doc_->cell(id).blocks;
  if (blocks.empty()) return {};
  const TextRange all{doc_->block(blocks.begin).text.begin,
                      doc_->block({blocks.end.index - 1}).text.end};
  return all.begin <= all.end ? trimmed(*doc_, all) : TextRange{};
}

TextRange Grid::row_range(std::uint32_t row) const {
  TextRange out;
  for (std::uint32_t column = 0; column < columns(); ++column) {
    const CellId id = table_->at(row, column);
    if (!id || doc_->cell(id).row != row) continue;
    const TextRange cell = range(row, column);
    if (cell.empty()) continue;
    out = out.empty() ? cell
                      : TextRange{std::min(out.begin, cell.begin), std::max(out.end, cell.end)};
  }
  return out;
}

bool Grid::is_band(std::uint32_t row) const {
  CellId seen;
  for (std::uint32_t column = 0; column < columns(); ++column) {
    const CellId id = table_->at(row, column);
    if (!id || id == seen || text(row, column).empty()) continue;
    if (seen) return false;
    seen = id;
  }
  return true;
}

std::uint32_t Grid::number() const {
  const auto found = std::ranges::find(doc_->tables(), table_->block, &Table::block);
  return static_cast<std::uint32_t>(found - doc_->tables().begin()) + 1;
}

std::string Grid::caption() const {
  return table_->caption ? collapse(doc_->text(table_->caption)) : std::string();
}

bool is_boxed(const Document& doc, const Block& block) {
  if (!block.cell) return false;
  const Table& table = doc.table(doc.cell(block.cell).table);
  return table.rows == 1 && table.columns == 1;
}

}  // namespace rapporteur
