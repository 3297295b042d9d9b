#include "emitters/data/sheets.hpp"

#include <algorithm>

#include "emitters/base/report_words.hpp"
#include "emitters/data/documents_register.hpp"
#include "emitters/data/register_table.hpp"
#include "emitters/roadmap/roadmap_records.hpp"
#include "emitters/roadmap/roadmap_table.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

std::string number(std::uint32_t value) { return value == 0 ? "" : std::to_string(value); }

Sheet documents_sheet(const Results& results) {
  Sheet sheet = {"documents",
                 "Documents",
                 {"path", "kind", "identifier", "title", "date", "outcome", "error", "format",
                  "profile", "bytes", "sha256"},
                 {}};
  for (const DocumentRecord& record : results.documents) {
    const Identity& identity = record.identity;
    sheet.rows.push_back({record.path, identity.kind, identity.number.canonical, identity.title,
                          identity.date, name(record.outcome), record.error, record.format,
                          identity.profile, std::to_string(record.bytes), record.sha256});
  }
  return sheet;
}

Sheet findings_sheet(const Results& results) {
  Sheet sheet = {
      "findings",
      "Findings",
      {"severity", "rule", "message", "document", "clause", "table_label", "row", "line", "quote"},
      {}};
  for (const LocatedFinding& finding : results.findings) {
    const Place& place = finding.place;
    sheet.rows.push_back({name(finding.severity), finding.rule, finding.message, finding.document,
                          place.clause, place.table_label, number(place.row), number(place.line),
                          place.quote});
  }
  return sheet;
}

// The members of a type of fact, and where it stands.
std::vector<std::string> columns_of(const FactValue& value) {
  std::vector<std::string> columns;
  for_each_field(value, [&](const char* name, const auto&) { columns.emplace_back(name); });
  for (const char* name : {"document", "clause", "line", "quote"}) columns.emplace_back(name);
  return columns;
}

template <std::size_t... index>
void add_fact_sheets(const Results& results, const Labels& labels, std::vector<Sheet>& sheets,
                     std::index_sequence<index...>) {
  const auto add = [&](const FactValue& empty) {
    const std::string type(type_of(empty));
    const std::string title = column_title(quantity(2, label_of(type, labels)).substr(2));
    std::string name = quantity(2, type).substr(2);
    std::ranges::replace(name, '-', '_');
    const RegisterLayout layout = {{type}, columns_of(empty), {}};
    sheets.push_back({name, title, layout.columns, register_rows(results, layout)});
  };
  (add(FactValue(std::in_place_index<index>)), ...);
}

}  // namespace

Sheet roadmap_sheet(const Results& results) {
  Sheet sheet = {"roadmap", "Roadmap", deliverable_columns(), {}};
  sheet.columns.emplace_back("conflicts");
  for (const RoadmapRecord& record : roadmap_of(results)) {
    std::vector<std::string> row = deliverable_cells(record.entry);
    std::vector<std::string> conflicts;
    for (const RoadmapConflict& conflict : record.conflicts) {
      conflicts.push_back(conflict.field + " “" + conflict.other + "”: " + conflict.source_text);
    }
    row.push_back(join(conflicts, "; "));
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

bool is_count(std::string_view column) {
  static constexpr std::string_view kCounts[] = {"line",    "row",       "table",    "bytes",
                                                 "against", "in_favour", "abstained"};
  return std::ranges::find(kCounts, column) != std::end(kCounts);
}

std::vector<Sheet> sheets_of(const Results& results, const Labels& labels) {
  std::vector<Sheet> sheets = {documents_sheet(results), register_sheet(results.holdings),
                               disagreements_sheet(results.holdings), roadmap_sheet(results)};
  add_fact_sheets(results, labels, sheets,
                  std::make_index_sequence<std::variant_size_v<FactValue>>());
  sheets.push_back(findings_sheet(results));
  std::erase_if(sheets,
                [](const Sheet& sheet) { return sheet.rows.empty() && sheet.name != "documents"; });
  return sheets;
}

}  // namespace rapporteur
