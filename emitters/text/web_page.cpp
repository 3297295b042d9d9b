#include "emitters/text/web_page.hpp"

#include <map>
#include <unordered_map>

#include "emitters/base/escape.hpp"
#include "emitters/base/results_json.hpp"
#include "emitters/base/template.hpp"
#include "emitters/roadmap/roadmap_records.hpp"
#include "emitters/roadmap/roadmap_rules.hpp"
#include "emitters/text/packed_json.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

bool says_something(const Json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number()) return value != 0;
  if (const auto* const text = value.get_ptr<const std::string*>()) return !text->empty();
  return !value.empty();
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

// Facts of documents that the results do not list would have no page to link to.
constexpr std::size_t kLeftOut = static_cast<std::size_t>(-1);

struct Facts {
  Json list = Json::array();
  std::vector<std::size_t> places;  // in the list, of the facts of the results
};

Facts facts_of(const Results& results, const Index& index) {
  Facts facts;
  for (const LocatedFact& fact : results.facts) {
    const auto owner = index.find(fact.document);
    facts.places.push_back(owner == index.end() ? kLeftOut : facts.list.size());
    if (owner == index.end()) continue;
    Json json = {{"type", type_of(fact.value)}, {"document", owner->second}};
    json["fields"] = std::visit([](const auto& value) { return fields_of(value); }, fact.value);
    add_place(json, fact.evidence);
    if (fact.confidence < 100) {
      json["confidence"] = fact.confidence;
      json["reason"] = fact.reason;
    }
    facts.list.push_back(std::move(json));
  }
  return facts;
}

Json findings_of(const Results& results, const Index& index) {
  Json findings = Json::array();
  for (const LocatedFinding& finding : results.findings) {
    const auto owner = index.find(finding.document);
    if (owner == index.end()) continue;
    Json json = {{"rule", finding.rule},
                 {"severity", name(finding.severity)},
                 {"message", finding.message},
                 {"document", owner->second}};
    add_place(json, finding.place);
    findings.push_back(std::move(json));
  }
  return findings;
}

Json roadmap_json(const Results& results, const std::vector<std::size_t>& places) {
  Json records = Json::array();
  for (const RoadmapRecord& record : roadmap_of(results)) {
    Json sources = Json::array();
    for (const LocatedFact* source : record.sources) {
      const std::size_t place = places[static_cast<std::size_t>(source - results.facts.data())];
      if (place != kLeftOut) sources.push_back(place);
    }
    Json conflicts = Json::array();
    for (const RoadmapConflict& conflict : record.conflicts) {
      conflicts.push_back(conflict.field + " “" + conflict.other + "”");
    }
    records.push_back({{"fields", fields_of(record.entry)},
                       {"stage", roadmap_rules().stage(record.entry.status)},
                       {"sources", std::move(sources)},
                       {"conflicts", std::move(conflicts)}});
  }
  return records;
}

// Facts of the view by their places in the page.
Json places_of(const Shown::List& facts, const std::vector<std::size_t>& places) {
  Json out = Json::array();
  for (const Shown& fact : facts) {
    const std::size_t place = places[fact.number("index")];
    if (place != kLeftOut) out.push_back(place);
  }
  return out;
}

// What the digest says first, by the places of its facts.
Json summary_of(const Shown& view, const std::vector<std::size_t>& places) {
  const Shown& meeting = view["meeting"];
  Json summary = {{"names", meeting.text("names_text")},
                  {"decided", meeting.text("decisions_text")},
                  {"unanswered", places_of(view["liaison_summary"].items("unanswered"), places)}};
  for (const char* list : {"decisions", "open_actions", "deadlines_ahead", "meetings_ahead"}) {
    summary[list] = places_of(meeting.items(list), places);
  }
  return summary;
}

// Items of agendas with the documents and decisions that stand under them.
Json agenda_of(const Shown& view, const Index& index, const std::vector<std::size_t>& places) {
  Json items = Json::array();
  for (const Shown& agenda : view.items("agendas")) {
    for (const Shown& item : agenda.items("items")) {
      Json documents = Json::array();
      for (const Shown& document : item.items("documents")) {
        documents.push_back(index.at(document.text("path")));
      }
      const std::string name = item.text("number") + ' ' + item.text("title");
      items.push_back({{"name", trim(name)},
                       {"documents", std::move(documents)},
                       {"decisions", places_of(item.items("decisions"), places)}});
    }
  }
  return items;
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

}  // namespace

Result<std::string> web_page(const ReportData& data, const ReportWords& words,
                             const TemplateText& text_of) {
  const Results& results = data.results();
  const Shown& view = data.view(words);
  Index index;
  for (const DocumentRecord& record : results.documents) index.emplace(record.path, index.size());
  Facts facts = facts_of(results, index);
  Json labels = Json::object();
  for (const auto& [word, label] : words.labels) labels[word] = label;
  const Json all = {{"labels", std::move(labels)},
                    {"read_text", read_text(results)},
                    {"totals", totals_of(results, words.labels)},
                    {"summary", summary_of(view, facts.places)},
                    {"agenda", agenda_of(view, index, facts.places)},
                    {"documents", documents_of(results, words.labels)},
                    {"roadmap", roadmap_json(results, facts.places)},
                    {"facts", std::move(facts.list)},
                    {"findings", findings_of(results, index)}};
  const std::string file = "index.html.mustache";
  const Result<std::string> text = text_of(file);
  if (!text) return tl::unexpected(text.error());
  const Shown page = {{"title", results.title}, {"data", packed_json(all)}};
  return render(*text, file, {&page}, html_escaped, text_of);
}

}  // namespace rapporteur
