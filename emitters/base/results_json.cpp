#include "emitters/base/results_json.hpp"

namespace rapporteur {
namespace {

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// `"name": [` and one record a line.
template <class T>
void append_list(std::string& out, const char* name, const std::vector<T>& records,
                 const std::string& indent = "  ") {
  out += indent + "\"" + std::string(name) + "\": [";
  std::string between = "\n  " + indent;
  for (const T& record : records) {
    out += between + line_of(json_of(record));
    between = ",\n  " + indent;
  }
  out += records.empty() ? "]" : "\n" + indent + "]";
}

void append_register(std::string& out, const Register& documents, const std::string& indent) {
  append_list(out, "documents", documents.rows, indent), out += ",\n";
  append_list(out, "chains", documents.chains, indent), out += ",\n";
  append_list(out, "issues", documents.issues, indent), out += '\n';
}

template <class Record>
Json json_of_fields(const Record& record) {
  Json json = Json::object();
  record.fields([&](const char* name, const auto& value) { json[name] = value; });
  return json;
}

std::string opening() {
  return "{\n  \"schema_version\": " + std::to_string(kSchemaVersion) + ",\n";
}

Json json_of(const Identifier& number) {
  Json fields = Json::object();
  for (const auto& [name, value] : number.fields) fields[name] = value;
  return {{"family", number.family},
          {"as_written", number.as_written},
          {"inferred", number.inferred},
          {"fields", std::move(fields)}};
}

Json json_of(const std::vector<CoverField>& cover) {
  Json list = Json::array();
  for (const CoverField& field : cover) {
    list.push_back({{"name", field.name}, {"label", field.label}, {"value", field.value}});
  }
  return list;
}

}  // namespace

Json json_of(const Place& place) {
  Json json = {{"clause", place.clause}, {"block", nullptr}, {"line", place.line}};
  json["quote"] = place.quote;
  if (place.block != kNone) json["block"] = place.block;
  if (!place.before.empty()) json["before"] = place.before;
  if (!place.after.empty()) json["after"] = place.after;
  if (place.table != 0) {
    json["table"] = place.table, json["row"] = place.row, json["column"] = place.column;
    if (!place.table_label.empty()) json["table_label"] = place.table_label;
  }
  if (place.begin < place.end) json["begin"] = place.begin, json["end"] = place.end;
  if (!place.part.empty()) json["part"] = place.part, json["source"] = place.source;
  return json;
}

Json json_of(const DocumentRecord& document) {
  const Identity& identity = document.identity;
  return {{"path", document.path},
          {"kind", identity.kind},
          {"identifier", identity.number.canonical},
          {"title", identity.title},
          {"date", identity.date},
          {"outcome", name(document.outcome)},
          {"error", document.error},
          {"error_code", document.outcome == Outcome::refused ? name(document.error_code) : ""},
          {"format", document.format},
          {"profile", identity.profile},
          {"confidence", identity.confidence},
          {"reasons", identity.reasons},
          {"number", json_of(identity.number)},
          {"cover", json_of(identity.cover)},
          {"bytes", document.bytes},
          {"sha256", document.sha256}};
}

Json json_of(const LocatedFinding& finding) {
  Json related = Json::array();
  for (const Place& place : finding.related) related.push_back(json_of(place));
  return {{"rule", finding.rule},
          {"severity", name(finding.severity)},
          {"message", finding.message},
          {"document", finding.document},
          {"place", json_of(finding.place)},
          {"related", std::move(related)},
          {"fingerprint", finding.fingerprint},
          {"standing", name(finding.standing)},
          {"justification", finding.justification}};
}

Json json_of(const LocatedFact& fact) {
  Json json = {{"type", type_of(fact.value)}, {"document", fact.document}};
  for_each_field(fact.value, [&](const char* name, const auto& value) { json[name] = value; });
  json["evidence"] = json_of(fact.evidence);
  json["pattern"] = fact.pattern;
  json["confidence"] = fact.confidence;
  json["reason"] = fact.reason;
  return json;
}

Json json_of(const UnreadPassage& passage) {
  return {{"document", passage.document},
          {"looks_like", passage.looks_like},
          {"evidence", json_of(passage.evidence)}};
}

Json json_of(const TableShare& share) {
  return {{"header", share.header},
          {"tables", share.tables},
          {"cells", share.cells},
          {"claimed", share.claimed}};
}

Json json_of(const RuleRecord& rule) {
  return {{"id", rule.id},
          {"group", rule.group},
          {"severity", name(rule.severity)},
          {"summary", rule.summary}};
}

Json json_of(const RegisterRow& row) { return json_of_fields(row); }
Json json_of(const RevisionChain& chain) { return json_of_fields(chain); }
Json json_of(const RegisterIssue& issue) { return json_of_fields(issue); }

std::string results_json(const Results& results) {
  std::string out = opening();
  const Json tool = {{"name", "rapporteur"}, {"version", results.tool_version}};
  out += "  \"tool\": " + line_of(tool) + ",\n";
  out += "  \"title\": " + line_of(results.title) + ",\n";
  append_list(out, "documents", results.documents), out += ",\n";
  out += "  \"register\": {\n";
  append_register(out, results.holdings, "    "), out += "  },\n";
  append_list(out, "findings", results.findings), out += ",\n";
  append_list(out, "facts", results.facts), out += ",\n";
  append_list(out, "unclaimed", results.unclaimed), out += ",\n";
  append_list(out, "table_shares", results.table_shares), out += ",\n";
  append_list(out, "rules", results.rules);
  return out + "\n}\n";
}

std::string register_json(const Register& documents) {
  std::string out = opening();
  append_register(out, documents, "  ");
  return out + "}\n";
}

std::string unread_json(const Results& results) {
  std::string out = "{\n";
  append_list(out, "passages", results.unclaimed), out += ",\n";
  append_list(out, "tables", results.table_shares);
  return out + "\n}\n";
}

}  // namespace rapporteur
