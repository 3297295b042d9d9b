#include <fmt/format.h>

#include <map>

#include "emitters/ci_formats.hpp"
#include "emitters/escape.hpp"
#include "emitters/results_json.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

const char* level_of(Severity severity) {
  return severity == Severity::info ? "note" : name(severity);
}

// RFC 3986: everything but unreserved characters and "/" as %XX.
std::string uri_of(std::string_view path) {
  std::string uri;
  for (const char c : path) {
    const bool is_unreserved =
        is_alpha(c) || is_digit(c) || std::string_view("-._~/").find(c) != std::string_view::npos;
    uri += is_unreserved
               ? std::string(1, c)
               : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return uri;
}

// SARIF 3.30.1: a region names a line, a character or a byte. Only text files have lines; of a DOCX
// the clause says where.
Json location_of(const std::string& document, const Place& place) {
  Json physical = {{"artifactLocation", {{"uri", uri_of(document)}}}};
  if (place.line != 0) {
    physical["region"] = {{"startLine", place.line}};
    if (!place.quote.empty()) physical["region"]["snippet"] = {{"text", plain(place.quote)}};
  }
  Json location = {{"physicalLocation", std::move(physical)}};
  if (!place.clause.empty()) {
    location["logicalLocations"] =
        Json::array({{{"name", plain(place.clause)},
                      {"fullyQualifiedName", fmt::format("{}#{}", document, plain(place.clause))},
                      {"kind", "clause"}}});
  }
  return location;
}

Json rules_of(const Results& results, std::map<std::string, std::size_t>& index) {
  Json rules = Json::array();
  for (const RuleRecord& rule : results.rules) {
    index.emplace(rule.id, rules.size());
    rules.push_back(
        {{"id", rule.id},
         {"shortDescription", {{"text", rule.summary}}},
         {"help", {{"text", fmt::format("{}: rapporteur explain {}", rule.summary, rule.id)}}},
         {"defaultConfiguration", {{"level", level_of(rule.severity)}}},
         {"properties", {{"tags", Json::array({"group-" + rule.group})}}}});
  }
  return rules;
}

// SARIF 3.27.5 and 3.11: the message carries the words, as a viewer may not open the document.
Json result_of(const LocatedFinding& finding, const std::string& fingerprint,
               const std::map<std::string, std::size_t>& rules) {
  std::string text = plain(finding.message);
  if (!finding.place.quote.empty()) text += fmt::format(": “{}”", plain(finding.place.quote));
  Json result = {{"ruleId", finding.rule}};
  if (const auto rule = rules.find(finding.rule); rule != rules.end()) {
    result["ruleIndex"] = rule->second;
  }
  result["level"] = level_of(finding.severity);
  result["message"] = {{"text", std::move(text)}};
  result["locations"] = Json::array({location_of(finding.document, finding.place)});
  result["partialFingerprints"] = {{"rapporteur/v1", fingerprint}};
  Json related = Json::array();
  for (const Place& place : finding.related) {
    related.push_back(location_of(finding.document, place));
  }
  if (!related.empty()) result["relatedLocations"] = std::move(related);
  return result;
}

Json invocation_of(const Results& results) {
  Json notifications = Json::array();
  for (const DocumentRecord& document : results.documents) {
    if (document.outcome != Outcome::refused && document.outcome != Outcome::damaged) continue;
    const Json location = {
        {"physicalLocation", {{"artifactLocation", {{"uri", uri_of(document.path)}}}}}};
    notifications.push_back({{"level", document.outcome == Outcome::refused ? "error" : "warning"},
                             {"message", {{"text", plain(document.error)}}},
                             {"locations", Json::array({location})}});
  }
  return {{"executionSuccessful", true}, {"toolExecutionNotifications", std::move(notifications)}};
}

std::string file_name_of(std::string_view path) {
  return std::string(path.substr(path.find_last_of('/') + 1));
}

}  // namespace

std::vector<std::string> fingerprints(const Results& results) {
  std::vector<std::string> out;
  std::map<std::string, std::size_t> seen;
  for (const LocatedFinding& finding : results.findings) {
    const std::string key = fmt::format("{}\n{}\n{}", finding.rule, file_name_of(finding.document),
                                        search_key(finding.place.quote));
    const std::size_t count = seen[key]++;
    out.push_back(sha256(fmt::format("{}\n{}", key, count)).substr(0, 32));
  }
  return out;
}

std::string sarif(const Results& results) {
  std::map<std::string, std::size_t> index;
  Json driver = {{"name", "rapporteur"}, {"version", results.tool_version}};
  driver["rules"] = rules_of(results, index);
  const std::vector<std::string> prints = fingerprints(results);
  Json found = Json::array();
  for (std::size_t i = 0; i < results.findings.size(); ++i) {
    found.push_back(result_of(results.findings[i], prints[i], index));
  }
  Json run = {{"tool", {{"driver", std::move(driver)}}},
              {"invocations", Json::array({invocation_of(results)})},
              {"columnKind", "unicodeCodePoints"},
              {"results", std::move(found)}};
  const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({std::move(run)})}};
  return log.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace rapporteur
