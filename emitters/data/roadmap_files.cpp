#include "emitters/data/roadmap_files.hpp"

#include "emitters/base/report_words.hpp"
#include "emitters/base/results_json.hpp"
#include "emitters/data/register_table.hpp"
#include "emitters/data/sheets.hpp"
#include "emitters/roadmap/roadmap_records.hpp"

namespace rapporteur {
namespace {

Json evidence_of(const RoadmapRecord& record) {
  Json evidence = Json::array();
  for (const LocatedFact* source : record.sources) {
    evidence.push_back({{"document", source->document},
                        {"where", where_text(source->evidence)},
                        {"line", source->evidence.line},
                        {"quote", source->evidence.quote}});
  }
  return evidence;
}

Json conflicts_of(const RoadmapRecord& record) {
  Json conflicts = Json::array();
  for (const RoadmapConflict& conflict : record.conflicts) {
    conflicts.push_back({{"field", conflict.field},
                         {"kept", conflict.kept},
                         {"other", conflict.other},
                         {"stated_in", conflict.source_text}});
  }
  return conflicts;
}

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string roadmap_csv(const Results& results) {
  const Sheet sheet = roadmap_sheet(results);
  std::string out = csv_line(sheet.columns);
  for (const std::vector<std::string>& row : sheet.rows) out += csv_line(row);
  return out;
}

std::string roadmap_json(const Results& results) {
  std::string out = "{\n  \"title\": " + line_of(results.title) + ",\n  \"records\": [";
  const char* separator = "\n    ";
  for (const RoadmapRecord& record : roadmap_of(results)) {
    Json json = Json::object();
    record.entry.fields([&](const char* name, const std::string& value) { json[name] = value; });
    json["evidence"] = evidence_of(record);
    json["conflicts"] = conflicts_of(record);
    out += separator + line_of(json);
    separator = ",\n    ";
  }
  return out + "\n  ]\n}\n";
}

}  // namespace rapporteur
