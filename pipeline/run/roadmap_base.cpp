#include "pipeline/run/roadmap_base.hpp"

#include <fmt/format.h>

#include <iterator>

#include "emitters/roadmap/roadmap_table.hpp"
#include "parsers/reader.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/model/document.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{256} << 20;

TextRows rows_of(const Document& doc, const Table& table) {
  TextRows rows(table.rows);
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      const CellId cell = table.at(row, column);
      rows[row].push_back(cell ? doc.cell_text(cell) : std::string());
    }
  }
  return rows;
}

// What a table is called: by the words before it, which are its caption or the name of its sheet.
std::string title_of(const Document& doc, const Table& table) {
  if (!table.block || table.block.index == 0) return {};
  const BlockId before(table.block.index - 1);
  return doc.block(before).cell ? std::string() : collapse(doc.text(before));
}

std::vector<Deliverable> from_tables(const Document& doc, const std::string& name,
                                     RoadmapBase& base) {
  std::vector<Deliverable> all;
  const bool is_only = doc.tables().size() == 1;
  for (std::size_t i = 0; i < doc.tables().size(); ++i) {
    const Table& table = doc.tables()[i];
    const std::string title = title_of(doc, table);
    const std::string shown = title.empty() ? fmt::format("table {}", i + 1) : title;
    std::vector<Deliverable> some = deliverables_of(
        rows_of(doc, table), is_only ? name : name + ", " + shown, base.unused, title);
    if (some.empty()) base.skipped.push_back(shown);
    all.insert(all.end(), std::make_move_iterator(some.begin()),
               std::make_move_iterator(some.end()));
  }
  return all;
}

// Every sheet of a workbook is meant; a document has tables of all kinds.
bool is_workbook(std::string_view extension) {
  return extension == ".xlsx" || extension == ".xlsm" || extension == ".ods";
}

Result<RoadmapBase> from_document(const std::string& bytes, const std::string& name,
                                  std::string_view extension) {
  Result<Draft> draft = read_document(bytes, name);
  if (!draft) return tl::unexpected(draft.error());
  RoadmapBase base;
  base.records = from_tables(Document(std::move(draft->data)), name, base);
  if (!is_workbook(extension)) base.skipped.clear();
  return base;
}

Result<RoadmapBase> from_bytes(const std::string& bytes, const std::string& name,
                               std::string_view extension) {
  RoadmapBase base;
  Result<std::vector<Deliverable>> records;
  if (extension == ".json") {
    records = deliverables_of_json(bytes, name, base.unused);
  } else if (extension == ".toml") {
    records = deliverables_of_toml(bytes, name, base.unused);
  } else if (extension == ".csv" || extension == ".tsv") {
    records = deliverables_of(csv_rows(bytes), name, base.unused);
  } else {
    return from_document(bytes, name, extension);
  }
  if (!records) return tl::unexpected(records.error());
  base.records = std::move(*records);
  return base;
}

}  // namespace

Result<RoadmapBase> read_roadmap(const std::filesystem::path& file) {
  const Result<std::string> bytes = read_file(file, kMostBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  Result<RoadmapBase> base =
      from_bytes(*bytes, file.filename().string(), lower_ascii(file.extension().string()));
  if (!base) return base;
  if (base->records.empty()) {
    return fail(ErrorCode::configuration, file.string(),
                "holds no deliverable: no table has a column of numbers or titles and two others "
                "of docs/roadmap.md");
  }
  return base;
}

}  // namespace rapporteur
