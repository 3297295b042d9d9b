#include <fmt/format.h>

#include "emitters/base/results_json.hpp"
#include "extractors/extractor.hpp"
#include "tests/support/folders.hpp"
#include "tests/support/text_twin.hpp"
#include "tests/unit/parsers/seeds.hpp"

// A document and the text that an extraction makes of it are one document.

namespace rapporteur {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

const fs::path kTwins = build_folder() / "corpus/twins";

Document read_file_of(const fs::path& path, const Profile& profile) {
  Result<Draft> draft = read_document(file_bytes(path), path.filename().string());
  REQUIRE(draft);
  return normalise(std::move(*draft), profile);
}

Lines clauses_of(const Document& doc) {
  Lines out;
  for (const Clause& clause : doc.clauses()) {
    out.push_back(fmt::format("{} '{}' '{}' level {} below {}", static_cast<int>(clause.kind),
                              clause.number, clause.title, clause.level,
                              clause.parent ? doc.clause(clause.parent).title : "none"));
  }
  return out;
}

Lines table_heads_of(const Document& doc) {
  Lines out;
  for (const Table& table : doc.tables()) {
    out.push_back(fmt::format("{}, {} rows, {} of them a header", table.label, table.rows,
                              table.header_rows));
  }
  return out;
}

// Everything a fact says, and the clause and table it stands in. The words it was read from differ
// by a typed marker: in a text "1." is the label of a line, in a document its first word.
Lines facts_of(const Document& doc, const Profile& profile) {
  Lines out;
  for (Fact& fact : extract(doc, profile)) {
    const Place place = locate(doc, fact.block, fact.where);
    Json json = Json::parse(json_of(LocatedFact{
        std::move(fact.value), "", {}, std::move(fact.pattern), fact.confidence, fact.reason}));
    json.erase("evidence");
    out.push_back(fmt::format("{} in clause {} table {}", json.dump(), place.clause, place.table));
  }
  return out;
}

std::vector<fs::path> files_with(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("~$")) continue;
    if (lower_ascii(entry.path().extension().string()) == extension) found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

// A table made of other cells, or of the same cells in other rows.
std::size_t count_equal(const std::vector<TableWords>& a, const std::vector<TableWords>& b) {
  std::size_t equal = 0;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) equal += a[i] == b[i] ? 1 : 0;
  return equal;
}

}  // namespace

TEST_CASE("the text twin of a document gives the same clauses, tables and facts") {
  const Result<Profile> profile = ProfileSource().load("itu-t");
  REQUIRE(profile);
  const std::vector<fs::path> twins = files_with(kTwins, ".docx");
  REQUIRE(twins.size() == 5);
  for (fs::path path : twins) {
    CAPTURE(path.filename());
    const Document docx = read_file_of(path, *profile);
    const Document text = read_file_of(path.replace_extension(".txt"), *profile);
    CHECK(clauses_of(text) == clauses_of(docx));
    CHECK(table_heads_of(text) == table_heads_of(docx));
    CHECK(tables_of(text) == tables_of(docx));
    CHECK(facts_of(text, *profile) == facts_of(docx, *profile));
    CHECK(text.notes().size() == docx.notes().size());
    CHECK(text.bookmarks().size() == docx.bookmarks().size());
  }
}

TEST_CASE("the text twins of real documents read back to the same tables") {
  SKIP_WITHOUT_SEEDS();
  std::size_t tables = 0;
  std::size_t equal = 0;
  std::string others;
  for (const fs::path& path : files_with(kShared / "docs", ".docx")) {
    const Result<Draft> draft = read_document(file_bytes(path), path.filename().string());
    if (!draft) continue;
    const Document docx(draft->data);
    const Result<Draft> again = read_document(text_twin(docx) + "\n", "twin.txt");
    REQUIRE(again);
    const Document text(again->data);
    const std::vector<TableWords> expected = tables_of(docx);
    const std::vector<TableWords> found = tables_of(text);
    const std::size_t same = count_equal(expected, found);
    tables += expected.size();
    equal += same;
    if (same != expected.size()) {
      others += fmt::format("\n{}: {} of {} tables, {} found", path.filename().string(), same,
                            expected.size(), found.size());
    }
  }
  INFO(equal << " of " << tables << " tables" << others);
  CHECK(equal == tables);
}

}  // namespace rapporteur
