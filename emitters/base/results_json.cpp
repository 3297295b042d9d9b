#include "emitters/base/results_json.hpp"

#include "emitters/base/json_object.hpp"

namespace rapporteur {
namespace {

// `"name": [` and one record a line.
template <class T>
void append_list(std::string& out, const char* name, const std::vector<T>& records,
                 const std::string& indent = "  ") {
  out += indent + "\"" + std::string(name) + "\": [";
  std::string between = "\n  " + indent;
  for (const T& record : records) {
    out += between + json_of(record);
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
std::string json_of_fields(const Record& record) {
  JsonObject json;
  record.fields([&](const char* name, const auto& value) { json.add(name, value); });
  return json.take();
}

std::string opening() {
  return "{\n  \"schema_version\": " + std::to_string(kSchemaVersion) + ",\n";
}

std::string json_of(const Identifier& number) {
  JsonObject fields;
  for (const auto& [name, value] : number.fields) fields.add(name, value);
  JsonObject json;
  json.add("family", number.family);
  json.add("as_written", number.as_written);
  json.add("inferred", number.inferred);
  json.add_json("fields", fields.take());
  return json.take();
}

std::string json_of(const CoverField& field) {
  JsonObject json;
  json.add("name", field.name);
  json.add("label", field.label);
  json.add("value", field.value);
  return json.take();
}

template <class T>
std::string json_of_all(const std::vector<T>& records) {
  std::vector<std::string> members;
  for (const T& record : records) members.push_back(json_of(record));
  return json_list(members);
}

}  // namespace

std::string json_of(const Place& place) {
  JsonObject json;
  json.add("clause", place.clause);
  json.add_json("block", place.block == kNone ? "null" : std::to_string(place.block));
  json.add("line", place.line);
  json.add("quote", place.quote);
  if (!place.before.empty()) json.add("before", place.before);
  if (!place.after.empty()) json.add("after", place.after);
  if (place.table != 0) {
    json.add("table", place.table), json.add("row", place.row), json.add("column", place.column);
    if (!place.table_label.empty()) json.add("table_label", place.table_label);
  }
  if (place.begin < place.end) json.add("begin", place.begin), json.add("end", place.end);
  if (!place.part.empty()) json.add("part", place.part), json.add("source", place.source);
  return json.take();
}

std::string json_of(const DocumentRecord& document) {
  const Identity& identity = document.identity;
  const bool is_refused = document.outcome == Outcome::refused;
  JsonObject json;
  json.add("path", document.path);
  json.add("kind", identity.kind);
  json.add("identifier", identity.number.canonical);
  json.add("title", identity.title);
  json.add("date", identity.date);
  json.add("outcome", name(document.outcome));
  json.add("error", document.error);
  json.add("error_code", is_refused ? name(document.error_code) : "");
  json.add("format", document.format);
  json.add("profile", identity.profile);
  json.add("confidence", identity.confidence);
  json.add("reasons", identity.reasons);
  json.add_json("number", json_of(identity.number));
  json.add_json("cover", json_of_all(identity.cover));
  json.add("bytes", document.bytes);
  json.add("sha256", document.sha256);
  return json.take();
}

std::string json_of(const LocatedFinding& finding) {
  JsonObject json;
  json.add("rule", finding.rule);
  json.add("severity", name(finding.severity));
  json.add("message", finding.message);
  json.add("document", finding.document);
  json.add_json("place", json_of(finding.place));
  json.add_json("related", json_of_all(finding.related));
  json.add("fingerprint", finding.fingerprint);
  json.add("standing", name(finding.standing));
  json.add("justification", finding.justification);
  return json.take();
}

std::string json_of(const LocatedFact& fact) {
  JsonObject json;
  json.add("type", type_of(fact.value));
  json.add("document", fact.document);
  for_each_field(fact.value, [&](const char* name, const auto& value) { json.add(name, value); });
  json.add_json("evidence", json_of(fact.evidence));
  json.add("pattern", fact.pattern);
  json.add("confidence", fact.confidence);
  json.add("reason", fact.reason);
  return json.take();
}

std::string json_of(const UnreadPassage& passage) {
  JsonObject json;
  json.add("document", passage.document);
  json.add("looks_like", passage.looks_like);
  json.add_json("evidence", json_of(passage.evidence));
  return json.take();
}

std::string json_of(const TableShare& share) {
  JsonObject json;
  json.add("header", share.header);
  json.add("tables", share.tables);
  json.add("cells", share.cells);
  json.add("claimed", share.claimed);
  return json.take();
}

std::string json_of(const RuleRecord& rule) {
  JsonObject json;
  json.add("id", rule.id);
  json.add("group", rule.group);
  json.add("severity", name(rule.severity));
  json.add("summary", rule.summary);
  return json.take();
}

std::string json_of(const Contact& contact) { return json_of_fields(contact); }

std::string json_of(const RegisterRow& row) {
  JsonObject json;
  row.fields([&](const char* name, const auto& value) { json.add(name, value); });
  json.add_json("contacts", json_of_all(row.contacts));
  return json.take();
}

std::string json_of(const RevisionChain& chain) { return json_of_fields(chain); }
std::string json_of(const RegisterIssue& issue) { return json_of_fields(issue); }

std::string results_json(const Results& results) {
  std::string out = opening();
  JsonObject tool;
  tool.add("name", "rapporteur");
  tool.add("version", results.tool_version);
  out += "  \"tool\": " + tool.take() + ",\n";
  out += "  \"title\": " + json_text(results.title) + ",\n";
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
