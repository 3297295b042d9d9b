#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "parsers/reader.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/base/limits.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/profile/profile.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/symbol_font.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

const std::filesystem::path kShared = std::filesystem::path(RAPPORTEUR_SOURCE_DIR) / "../shared";

std::string bytes_of(const std::filesystem::path& file) {
  Result<std::string> bytes = read_file(file, Limits().file_bytes);
  REQUIRE(bytes);
  return std::move(*bytes);
}

// The seed whose file name begins with this number, read with the ITU-T profile.
Document seed(const std::string& number) {
  for (const auto& entry : std::filesystem::directory_iterator(kShared / "seeds")) {
    if (!entry.path().filename().string().starts_with(number)) continue;
    Result<Draft> draft = read_document(bytes_of(entry.path()), entry.path().filename().string());
    REQUIRE(draft);
    const Result<Profile> profile = ProfileSource().load("itu-t");
    REQUIRE(profile);
    return normalise(std::move(*draft), *profile);
  }
  FAIL("no seed " << number);
  return Document();
}

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

const Table* captioned(const Document& doc, std::string_view label) {
  for (const Table& table : doc.tables()) {
    if (table.caption && collapse(doc.text(table.caption)).starts_with(label) &&
        !is_digit(*(collapse(doc.text(table.caption)) + " ").substr(label.size()).c_str()))
      return &table;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("every captioned table of the seeds is read cell by cell as the key has it") {
  if (!std::filesystem::exists(kShared)) {
    WARN("skipped: no ../shared");
    return;
  }
  const auto key = nlohmann::json::parse(bytes_of(kShared / "answers/seed-tables.json"));
  std::map<std::string, Document> seeds;
  for (const auto& entry : key) {
    const std::string number = entry["seed"];
    if (!seeds.contains(number)) seeds.emplace(number, seed(number));
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
