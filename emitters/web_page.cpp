#include "emitters/web_page.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "emitters/escape.hpp"
#include "emitters/results_json.hpp"
#include "emitters/roadmap_records.hpp"
#include "emitters/template.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

bool says_something(const Json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number()) return value != 0;
  return !value.empty() && value != "";
}

template <class Fact>
Json fields_of(const Fact& fact) {
  Json fields = Json::object();
  fact.fields([&](const char* name, const auto& member) {
    Json value = member;
    if (says_something(value)) fields[name] = std::move(value);
  });
  return fields;
}

void add_place(Json& json, const Place& place) {
  const auto add = [&](const char* name, std::string text) {
    if (!text.empty()) json[name] = std::move(text);
  };
  add("where", where_text(place));
  add("quote", place.quote);
  add("before", place.before);
  add("after", place.after);
}

using Index = std::unordered_map<std::string, std::size_t>;

Json documents_of(const Results& results, const Labels& labels) {
  Json documents = Json::array();
  for (const DocumentRecord& record : results.documents) {
    const Identity& identity = record.identity;
    const bool is_read = record.outcome == Outcome::read || record.outcome == Outcome::damaged;
    Json cover = Json::array();
    std::string source;
    for (const CoverField& field : identity.cover) {
      if (field.value.empty()) continue;
      cover.push_back(Json::array({label_of(field.name, labels), field.value}));
      if (field.name == "source") source = field.value;
    }
    documents.push_back({{"path", record.path},
                         {"label", label_of(record)},
                         {"identifier", identity.number.canonical},
                         {"kind_label", is_read ? label_of(identity.kind, labels) : ""},
                         {"title", identity.title},
                         {"date", identity.date},
                         {"source", source},
                         {"outcome", name(record.outcome)},
                         {"error", record.error},
                         {"cover", std::move(cover)}});
  }
  return documents;
}

Json facts_of(const Results& results, const Index& index) {
  Json facts = Json::array();
  for (const LocatedFact& fact : results.facts) {
    Json json = {{"type", type_of(fact.value)}, {"document", index.at(fact.document)}};
    json["fields"] = std::visit([](const auto& value) { return fields_of(value); }, fact.value);
    add_place(json, fact.evidence);
    if (fact.confidence < 100) {
      json["confidence"] = fact.confidence;
      json["reason"] = fact.reason;
    }
    facts.push_back(std::move(json));
  }
  return facts;
}

Json findings_of(const Results& results, const Index& index) {
  Json findings = Json::array();
  for (const LocatedFinding& finding : results.findings) {
    Json json = {{"rule", finding.rule},
                 {"severity", name(finding.severity)},
                 {"message", finding.message},
                 {"document", index.at(finding.document)}};
    add_place(json, finding.place);
    findings.push_back(std::move(json));
  }
  return findings;
}

Json roadmap_json(const Results& results) {
  Json records = Json::array();
  for (const RoadmapRecord& record : roadmap_of(results)) {
    Json sources = Json::array();
    for (const LocatedFact* source : record.sources) {
      sources.push_back(static_cast<std::size_t>(source - results.facts.data()));
    }
    Json conflicts = Json::array();
    for (const RoadmapConflict& conflict : record.conflicts) {
      conflicts.push_back(conflict.field + " “" + conflict.other + "”");
    }
    records.push_back({{"fields", fields_of(record.entry)},
                       {"sources", std::move(sources)},
                       {"conflicts", std::move(conflicts)}});
  }
  return records;
}

// What the overview counts: one name of a thing -> how many, and the view that lists them.
Json totals_of(const Results& results, const Labels& labels) {
  std::map<std::string_view, std::size_t> types;
  for (const LocatedFact& fact : results.facts) ++types[type_of(fact.value)];
  std::map<std::string, std::size_t> severities;
  for (const LocatedFinding& finding : results.findings) ++severities[name(finding.severity)];
  Json totals = {{"document", Json::array({results.documents.size(), "/documents"})}};
  for (const std::string_view type : kFactTypes) {
    if (types[type] == 0) continue;
    totals[label_of(type, labels)] = Json::array({types[type], "/facts?type=" + std::string(type)});
  }
  for (const auto& [severity, one] : {std::pair("error", "error"), std::pair("warning", "warning"),
                                      std::pair("info", "remark")}) {
    if (severities[severity] == 0) continue;
    totals[one] =
        Json::array({severities[severity], std::string("/findings?severity=") + severity});
  }
  return totals;
}

// JSON as the text of a script element: no "<" may stand in it. Only strings hold one.
std::string for_script(const Json& json) {
  std::string out;
  for (const char c : json.dump(-1, ' ', false, Json::error_handler_t::replace)) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

// Facts and findings of documents that the results do not list would have no page to link to.
bool all_known(const Results& results, const Index& index) {
  const auto known = [&](const auto& item) { return index.contains(item.document); };
  return std::ranges::all_of(results.facts, known) && std::ranges::all_of(results.findings, known);
}

Results with_known_documents(Results results, const Index& index) {
  std::erase_if(results.facts, [&](const LocatedFact& f) { return !index.contains(f.document); });
  std::erase_if(results.findings,
                [&](const LocatedFinding& f) { return !index.contains(f.document); });
  return results;
}

Json data_of(const Results& results, const Index& index, const Labels& labels) {
  Json words = Json::object();
  for (const auto& [word, label] : labels) words[word] = label;
  return {{"labels", std::move(words)},           {"read_text", read_text(results)},
          {"totals", totals_of(results, labels)}, {"documents", documents_of(results, labels)},
          {"facts", facts_of(results, index)},    {"findings", findings_of(results, index)},
          {"roadmap", roadmap_json(results)}};
}

}  // namespace

Result<std::string> web_page(const Results& results, const Labels& labels,
                             const TemplateText& text_of) {
  Index index;
  for (const DocumentRecord& record : results.documents) index.emplace(record.path, index.size());
  const bool whole = all_known(results, index);
  const Json data = whole ? data_of(results, index, labels)
                          : data_of(with_known_documents(results, index), index, labels);
  const std::string file = "index.html.mustache";
  const Result<std::string> text = text_of(file);
  if (!text) return tl::unexpected(text.error());
  const Shown page = {{"title", results.title}, {"data", for_script(data)}};
  return render(*text, file, {&page}, html_escaped, text_of);
}

}  // namespace rapporteur
