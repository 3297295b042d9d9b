#include "pipeline/run/roadmap_base.hpp"

#include <iterator>

#include "emitters/roadmap_table.hpp"
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

Result<std::vector<Deliverable>> from_document(const std::string& bytes, const std::string& name,
                                               std::vector<std::string>& unused) {
  Result<Draft> draft = read_document(bytes, name);
  if (!draft) return tl::unexpected(draft.error());
  const Document doc(std::move(draft->data));
  std::vector<Deliverable> all;
  for (const Table& table : doc.tables()) {
    std::vector<Deliverable> some = deliverables_of(rows_of(doc, table), name, unused);
    all.insert(all.end(), std::make_move_iterator(some.begin()),
               std::make_move_iterator(some.end()));
  }
  return all;
}

Result<std::vector<Deliverable>> from_bytes(const std::string& bytes, const std::string& name,
                                            std::string_view extension,
                                            std::vector<std::string>& unused) {
  if (extension == ".json") return deliverables_of_json(bytes, name, unused);
  if (extension == ".toml") return deliverables_of_toml(bytes, name, unused);
  if (extension == ".csv" || extension == ".tsv") {
    return deliverables_of(csv_rows(bytes), name, unused);
  }
  return from_document(bytes, name, unused);
}

}  // namespace

Result<RoadmapBase> read_roadmap(const std::filesystem::path& file) {
  const Result<std::string> bytes = read_file(file, kMostBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  RoadmapBase base;
  Result<std::vector<Deliverable>> records = from_bytes(
      *bytes, file.filename().string(), lower_ascii(file.extension().string()), base.unused);
  if (!records) return tl::unexpected(records.error());
  if (records->empty()) {
    return fail(ErrorCode::configuration, file.string(),
                "holds no deliverable: no table has a column of numbers or titles and two others "
                "of docs/roadmap.md");
  }
  base.records = std::move(*records);
  return base;
}

}  // namespace rapporteur
