#include "emitters/documents_register.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "emitters/escape.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

using Json = nlohmann::ordered_json;

template <class Record>
Json record_json(const Record& record) {
  Json json = Json::object();
  record.fields([&](const char* name, const auto& value) { json[name] = value; });
  return json;
}

template <class Record>
Json list_json(const std::vector<Record>& records) {
  Json list = Json::array();
  for (const Record& record : records) list.push_back(record_json(record));
  return list;
}

std::string text_of(const std::string& value) { return value; }
std::string text_of(bool value) { return value ? "yes" : ""; }
std::string text_of(const std::vector<std::string>& value) { return join(value, "; "); }

}  // namespace

std::string register_json(const Register& documents) {
  const Json all = {{"documents", list_json(documents.rows)},
                    {"chains", list_json(documents.chains)},
                    {"issues", list_json(documents.issues)}};
  std::string out = "{\n  \"schema_version\": 1";
  for (const auto& [name, records] : all.items()) {
    out += ",\n  \"" + name + "\": [";
    const char* between = "\n    ";
    for (const Json& record : records) {
      out += between + record.dump(-1, ' ', false, Json::error_handler_t::replace);
      between = ",\n    ";
    }
    out += records.empty() ? "]" : "\n  ]";
  }
  return out + "\n}\n";
}

std::string register_rows_csv(const Register& documents) {
  std::string out;
  const char* between = "";
  RegisterRow().fields([&](const char* name, const auto&) {
    out += between + std::string(name);
    between = ",";
  });
  for (const RegisterRow& row : documents.rows) {
    between = "\r\n";
    row.fields([&](const char*, const auto& value) {
      out += between + csv_escaped(text_of(value));
      between = ",";
    });
  }
  return out + "\r\n";
}

std::string register_text(const Register& documents) {
  std::string out;
  for (const RegisterRow& row : documents.rows) {
    out += fmt::format("{:<28} {:<24} {}\n", row.number.empty() ? "(no number)" : row.number,
                       row.kind, plain(row.path));
  }
  if (!documents.chains.empty()) out += "\nrevisions\n";
  for (const RevisionChain& chain : documents.chains) {
    out += fmt::format("  {}: {}\n", chain.key, join(chain.numbers, ", "));
  }
  if (!documents.issues.empty()) out += "\nwhat does not agree\n";
  for (const RegisterIssue& issue : documents.issues) {
    out += fmt::format("  {}: {} ({})\n", issue.kind, plain(issue.what),
                       plain(join(issue.paths, ", ")));
  }
  return out;
}

}  // namespace rapporteur
