#include "emitters/gate/sarif.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "emitters/base/results_json.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr const char* kSchema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr const char* kFingerprint = "rapporteur/v1";

const char* level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "note";
  }
  return "none";
}

std::string page_of(const std::string& pages, const std::string& rule) {
  constexpr std::string_view kRule = "{rule}";
  std::string out = pages;
  if (const std::size_t at = out.find(kRule); at != std::string::npos) {
    out.replace(at, kRule.size(), uri_of(rule));
  }
  return out;
}

Json json_of_rule(const RuleRecord& rule, const std::string& pages) {
  Json json = {{"id", rule.id}};
  const std::string& summary = rule.summary.empty() ? rule.id : rule.summary;
  json["shortDescription"] = {{"text", summary}};
  const std::string help = rule.help.empty() ? summary : std::string(trim(rule.help));
  json["help"] = {{"text", help}, {"markdown", help}};
  if (!pages.empty()) json["helpUri"] = page_of(pages, rule.id);
  json["defaultConfiguration"] = {{"level", level_of(rule.severity)}};
  if (!rule.group.empty()) json["properties"] = {{"tags", {"group " + rule.group}}};
  return json;
}

// The rules that were on, and those of findings that are none, such as what a reader had to say.
std::vector<RuleRecord> rules_of(const Results& results) {
  std::map<std::string, RuleRecord> rules;
  for (const RuleRecord& rule : results.rules) rules.emplace(rule.id, rule);
  for (const LocatedFinding& finding : results.findings) {
    rules.try_emplace(finding.rule, RuleRecord{finding.rule, "", finding.severity, "", ""});
  }
  std::vector<RuleRecord> out;
  for (auto& [id, rule] : rules) out.push_back(std::move(rule));
  return out;
}

const std::string& file_of(const DocumentRecord& document) {
  return document.file.empty() ? document.path : document.file;
}

const std::string& file_of(const LocatedFinding& finding) {
  return finding.file.empty() ? finding.document : finding.file;
}

// SARIF 2.1.0, 3.30. A document without lines counts its own text, a finding without a place
// stands for the whole and points at its beginning, where a viewer can show it.
Json region_of(const Place& place) {
  Json region = Json::object();
  if (place.line != 0) {
    region["startLine"] = place.line;
  } else if (place.paragraph != 0) {
    region["startLine"] = place.paragraph;
    region["charOffset"] = place.character;
    region["charLength"] = place.characters;
  } else {
    region["startLine"] = 1;
  }
  if (!place.quote.empty()) region["snippet"] = {{"text", place.quote}};
  return region;
}

// "7.2.1/table 4/row 2/column 3"
Json logical_locations(const Place& place) {
  Json locations = Json::array();
  std::string name = place.clause;
  if (!name.empty()) {
    locations.push_back({{"name", name}, {"fullyQualifiedName", name}, {"kind", "clause"}});
  }
  if (place.table == 0) return locations;
  const std::string cell =
      fmt::format("table {}/row {}/column {}", place.table, place.row, place.column);
  locations.push_back({{"name", cell},
                       {"fullyQualifiedName", name.empty() ? cell : name + "/" + cell},
                       {"kind", "cell"}});
  return locations;
}

class Sarif {
 public:
  explicit Sarif(const Results& results) : results_(results), rules_(rules_of(results)) {
    for (const RuleRecord& rule : rules_) rule_index_.emplace(rule.id, rule_index_.size());
    for (const DocumentRecord& document : results.documents) {
      file_index_.emplace(file_of(document), file_index_.size());
    }
  }

  Json log() const {
    Json run = {{"tool", {{"driver", driver()}}},
                {"columnKind", "unicodeCodePoints"},
                {"invocations", Json::array({invocation()})},
                {"artifacts", artifacts()},
                {"results", findings()}};
    return {{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Json::array({std::move(run)})}};
  }

 private:
  Json driver() const {
    Json rules = Json::array();
    for (const RuleRecord& rule : rules_) rules.push_back(json_of_rule(rule, results_.rule_pages));
    return {{"name", "rapporteur"},
            {"semanticVersion", results_.tool_version},
            {"rules", std::move(rules)}};
  }

  // What could not be read is said as a notification: it is no finding in a document.
  Json invocation() const {
    Json notifications = Json::array();
    bool successful = true;
    for (const DocumentRecord& document : results_.documents) {
      if (document.outcome != Outcome::refused) continue;
      successful = false;
      notifications.push_back(
          {{"level", "error"},
           {"message", {{"text", document.error}}},
           {"locations", Json::array({{{"physicalLocation",
                                        {{"artifactLocation", artifact(file_of(document))}}}}})}});
    }
    Json invocation = {{"executionSuccessful", successful}};
    if (!successful) invocation["toolExecutionNotifications"] = std::move(notifications);
    return invocation;
  }

  Json artifacts() const {
    std::vector<Json> list(file_index_.size());
    for (const DocumentRecord& document : results_.documents) {
      Json json = {{"location", {{"uri", uri_of(file_of(document))}}}};
      json["length"] = document.bytes;
      if (!document.sha256.empty()) json["hashes"] = {{"sha-256", document.sha256}};
      list[file_index_.at(file_of(document))] = std::move(json);
    }
    return list;
  }

  Json artifact(const std::string& file) const {
    Json json = {{"uri", uri_of(file)}};
    if (const auto found = file_index_.find(file); found != file_index_.end()) {
      json["index"] = found->second;
    }
    return json;
  }

  Json location(const std::string& file, const Place& place) const {
    Json json = {
        {"physicalLocation", {{"artifactLocation", artifact(file)}, {"region", region_of(place)}}}};
    Json logical = logical_locations(place);
    if (!logical.empty()) json["logicalLocations"] = std::move(logical);
    return json;
  }

  Json result(const LocatedFinding& finding) const {
    Json json = {{"ruleId", finding.rule},
                 {"ruleIndex", rule_index_.at(finding.rule)},
                 {"level", level_of(finding.severity)},
                 {"message", {{"text", finding.message}}},
                 {"locations", Json::array({location(file_of(finding), finding.place)})}};
    Json related = Json::array();
    for (const Place& place : finding.related) {
      related.push_back(location(file_of(finding), place));
      related.back()["id"] = related.size();
    }
    if (!related.empty()) json["relatedLocations"] = std::move(related);
    if (!finding.fingerprint.empty()) {
      json["partialFingerprints"] = {{kFingerprint, finding.fingerprint}};
    }
    if (finding.standing == Standing::suppressed) {
      json["suppressions"] = Json::array({{{"kind", "external"},
                                           {"status", "accepted"},
                                           {"justification", finding.justification}}});
    }
    if (results_.compared) {
      json["baselineState"] = finding.standing == Standing::baselined ? "unchanged" : "new";
    }
    return json;
  }

  Json findings() const {
    Json list = Json::array();
    for (const LocatedFinding& finding : results_.findings) list.push_back(result(finding));
    return list;
  }

  const Results& results_;
  std::vector<RuleRecord> rules_;
  std::map<std::string, std::size_t> rule_index_;
  std::map<std::string, std::size_t> file_index_;
};

}  // namespace

std::string uri_of(std::string_view path) {
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool plain =
        is_alpha(c) || is_digit(c) || std::string_view("-._~/").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

Result<std::string> emit_sarif(const Results& results, const EmitOptions&) {
  return Sarif(results).log().dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rapporteur
