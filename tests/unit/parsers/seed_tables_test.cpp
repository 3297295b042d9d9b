#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>

#include "pipeline/text/fold.hpp"
#include "pipeline/text/symbol_font.hpp"
#include "tests/unit/parsers/seeds.hpp"

namespace rapporteur {
namespace {

// As the key has it: each paragraph of a cell on its line, an item's marker before it.
std::string shown_cell(const Document& doc, CellId id) {
  std::string out;
  const BlockRange range = doc.cell(id).blocks;
  for (BlockId at = range.begin; at < range.end; ++at.index) {
    out += collapse(doc.shown_text(at)) + "\n";
  }
  return out;
}

// The key has the characters of the file; a document has them folded and symbols as they look.
std::string folded_cell(std::string_view key) {
  std::string out;
  for (const std::string_view line : split(key, '\n')) {
    std::string plain;
    for (std::size_t at = 0; at < line.size();) {
      const FontSymbol* const symbol = font_symbol(line.substr(at));
      plain += symbol == nullptr ? line.substr(at, 1) : symbol->shown;
      at += symbol == nullptr ? 1 : symbol->bytes.size();
    }
    std::string folded;
    append_folded(plain, folded);
    out += collapse(folded) + "\n";
  }
  return out;
}

std::vector<CellId> row_cells(const Document& doc, const Table& table, std::uint32_t row) {
  std::vector<CellId> cells;
  for (const CellId id : table.cells) {
    if (doc.cell(id).row == row) cells.push_back(id);
  }
  return cells;
}

const Table* captioned(const Document& doc, const std::string& label) {
  for (const Table& table : doc.tables()) {
    if (!table.caption) continue;
    const std::string caption = collapse(doc.text(table.caption)) + ' ';
    if (caption.starts_with(label + ' ')) return &table;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("every captioned table of the seeds is read cell by cell as the key has it") {
  SKIP_WITHOUT_SEEDS();
  const auto key = nlohmann::json::parse(key_text("seed-tables.json"));
  std::map<std::string, Document> seeds;
  for (const auto& entry : key) {
    const std::string number = entry["seed"];
    if (!seeds.contains(number)) seeds.emplace(number, seed(number, "itu-t"));
    const Document& doc = seeds.at(number);
    const std::string label = entry["label"];
    CAPTURE(number, label);
    const Table* const table = captioned(doc, label);
    REQUIRE(table != nullptr);
    CHECK(table->rows == entry["rows"].size());
    CHECK(table->columns == entry["columns"]);
    CHECK(table->header_rows == entry["header_rows"]);
    CHECK(doc.line_at(doc.block(table->caption).text.begin) == entry["line"]);
    for (std::uint32_t row = 0; row < std::min<std::size_t>(table->rows, entry["rows"].size());
         ++row) {
      const auto& cells = entry["rows"][row];
      const std::vector<CellId> found = row_cells(doc, *table, row);
      CAPTURE(row);
      CHECK(found.size() == cells.size());
      for (std::size_t i = 0; i < std::min(found.size(), cells.size()); ++i) {
        CHECK(shown_cell(doc, found[i]) == folded_cell(cells[i].get<std::string>()));
      }
    }
  }
}

}  // namespace rapporteur
