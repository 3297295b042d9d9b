#include "emitters/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "emitters/view_groups.hpp"
#include "emitters/view_items.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// Of the findings of one rule in one document, how many a digest shows.
constexpr std::size_t kShownOfARule = 5;
constexpr std::size_t kShownUnclaimed = 50;

struct ListName {
  const char* name;  // of the list in the view
  const char* one;   // one of its facts, in running text
};

// In the order of kFactTypes.
constexpr ListName kLists[] = {{"agenda_items", "agenda item"},
                               {"decisions", "decision"},
                               {"positions", "position"},
                               {"actions", "action"},
                               {"deadlines", "deadline"},
                               {"appointments", "appointment"},
                               {"meetings", "meeting"},
                               {"liaisons", "liaison statement"},
                               {"work_items", "work item"},
                               {"votes", "vote"},
                               {"references", "reference"},
                               {"roadmap_entries", "deliverable"},
                               {"terms", "term"}};
static_assert(std::size(kLists) == std::size(kFactTypes));

class ViewBuilder {
 public:
  ViewBuilder(const Results& results, const Labels& labels);
  Json build();

 private:
  void add_facts();
  void add_findings();
  void add_positions();
  Json* document(const std::string& path);
  Json liaison_groups() const;
  Json roadmap_groups(const std::vector<RoadmapRecord>& records) const;
  Json broken_rules() const;
  void add_unclaimed(Json& view) const;
  void add_counts(Json& view) const;

  const Results& results_;
  const Labels& labels_;
  Owners owners_;
  ItemViews items_;
  std::unordered_map<std::string, std::size_t> index_;  // path -> place in documents_
  std::vector<Json> documents_;
  Json all_ = Json::object();  // list name -> every fact of the type
  Json findings_ = Json::array();
  Json position_groups_ = Json::array();
};

// Every list of facts, empty.
void add_lists(Json& json) {
  for (const ListName& list : kLists) json[list.name] = Json::array();
  json["findings"] = Json::array();
  json["position_groups"] = Json::array();
}

// "13 agenda items, 2 decisions", of the lists that are not empty.
// plural of "deliverable" is made of its first word.
std::string totals_text(const Json& lists) {
  std::vector<std::string> parts;
  for (const ListName& list : kLists) {
    const std::size_t count = lists[list.name].size();
    if (count != 0) parts.push_back(quantity(count, list.one));
  }
  return join(parts, ", ");
}

void sort_by_date(Json& deadlines) {
  std::ranges::stable_sort(deadlines.get_ref<Json::array_t&>(), {}, [](const Json& deadline) {
    return deadline["date"].get_ref<const std::string&>();
  });
}

ViewBuilder::ViewBuilder(const Results& results, const Labels& labels)
    : results_(results), labels_(labels), items_(labels, owners_) {
  for (std::size_t i = 0; i < results.documents.size(); ++i) {
    const DocumentRecord& record = results.documents[i];
    // Only what was read has a section that a link can lead to.
    const bool is_shown = record.outcome == Outcome::read || record.outcome == Outcome::damaged;
    owners_[record.path] = {label_of(record), is_shown ? fmt::format("document-{}", i + 1) : ""};
    index_[record.path] = i;
  }
  for (const DocumentRecord& record : results.documents) {
    Json json = items_.document(record);
    add_lists(json);
    documents_.push_back(std::move(json));
  }
  add_lists(all_);
}

Json* ViewBuilder::document(const std::string& path) {
  const auto found = index_.find(path);
  return found == index_.end() ? nullptr : &documents_[found->second];
}

void ViewBuilder::add_facts() {
  for (const LocatedFact& located : results_.facts) {
    Json json = items_.fact(located);
    const char* const list = kLists[located.value.index()].name;
    if (Json* owner = document(located.document)) (*owner)[list].push_back(json);
    all_[list].push_back(std::move(json));
  }
  sort_by_date(all_["deadlines"]);
}

void ViewBuilder::add_findings() {
  for (const LocatedFinding& located : results_.findings) {
    if (located.standing != Standing::reported) continue;  // reports for people say what to do
    Json json = items_.finding(located);
    if (Json* owner = document(located.document)) (*owner)["findings"].push_back(json);
    findings_.push_back(std::move(json));
  }
}

void ViewBuilder::add_positions() {
  for (const PositionGroup& group : position_groups(results_)) {
    Json json = items_.position_group(group);
    if (Json* owner = document(group.document)) (*owner)["position_groups"].push_back(json);
    position_groups_.push_back(std::move(json));
  }
}

// Findings of one severity, by rule: a rule that is broken everywhere takes a few lines, not all.
void add_groups(const Json& findings, Json& groups) {
  std::map<std::string, std::vector<const Json*>> rules;
  for (const Json& finding : findings) {
    rules[finding["rule"].get<std::string>()].push_back(&finding);
  }
  for (const auto& [rule, members] : rules) {
    Json shown = Json::array();
    for (const Json* member : members) {
      if (shown.size() < kShownOfARule) shown.push_back(*member);
    }
    const std::size_t more = members.size() - shown.size();
    groups.push_back({{"rule", rule},
                      {"severity", members[0]->at("severity")},
                      {"count", std::to_string(members.size())},
                      {"shown", std::move(shown)},
                      {"more", more}});
  }
}

void finish_document(Json& document) {
  sort_by_date(document["deadlines"]);
  Json by_severity = {
      {"error", Json::array()}, {"warning", Json::array()}, {"info", Json::array()}};
  for (const Json& finding : document["findings"]) {
    by_severity[finding["severity"].get<std::string>()].push_back(finding);
  }
  Json groups = Json::array();
  add_groups(by_severity["error"], groups);
  add_groups(by_severity["warning"], groups);
  Json counts = {{"errors", std::to_string(by_severity["error"].size())},
                 {"warnings", std::to_string(by_severity["warning"].size())},
                 {"remarks", std::to_string(by_severity["info"].size())}};
  for (const ListName& list : kLists)
    counts[list.name] = std::to_string(document[list.name].size());
  document["totals_text"] = totals_text(document);
  document["nothing"] = groups.empty() && document["totals_text"] == "";
  document["defects"] = !groups.empty();
  document["defect_groups"] = std::move(groups);
  document["errors"] = std::move(by_severity["error"]);
  document["warnings"] = std::move(by_severity["warning"]);
  document["remarks"] = std::move(by_severity["info"]);
  document["counts"] = std::move(counts);
  add_questions(document);
}

// For action first, and of these the earliest deadline.
std::tuple<bool, bool, std::string> urgency(const Json& liaison) {
  const auto& deadline = liaison["deadline"].get_ref<const std::string&>();
  return {liaison["for_action"].empty(), deadline.empty(), deadline};
}

Json ViewBuilder::liaison_groups() const {
  Json groups = Json::array();
  for (const std::string direction : {"in", "out", "reply", ""}) {
    Json liaisons = Json::array();
    for (const Json& liaison : all_["liaisons"]) {
      if (liaison["direction"] == direction) liaisons.push_back(liaison);
    }
    if (liaisons.empty()) continue;
    std::ranges::stable_sort(liaisons.get_ref<Json::array_t&>(), {}, urgency);
    groups.push_back({{"direction", direction},
                      {"direction_label",
                       label_of(direction.empty() ? "direction-not-stated" : direction, labels_)},
                      {"liaisons", std::move(liaisons)}});
  }
  return groups;
}

// By body, and by group within it.
Json ViewBuilder::roadmap_groups(const std::vector<RoadmapRecord>& records) const {
  Json groups = Json::array();
  for (const RoadmapRecord& record : records) {
    const Deliverable& entry = record.entry;
    if (groups.empty() || groups.back()["body"] != entry.body ||
        groups.back()["group"] != entry.group) {
      const std::string heading = std::string(trim(entry.body + ' ' + entry.group));
      groups.push_back({{"body", entry.body},
                        {"group", entry.group},
                        {"heading", heading.empty() ? "Body not stated" : heading},
                        {"records", Json::array()},
                        {"conflicts", Json::array()}});
    }
    Json json = items_.roadmap_record(record);
    for (const Json& conflict : json["conflicts"]) groups.back()["conflicts"].push_back(conflict);
    groups.back()["records"].push_back(std::move(json));
  }
  for (Json& group : groups) add_questions(group);
  return groups;
}

Json ViewBuilder::broken_rules() const {
  std::map<std::string, std::size_t> counts;
  for (const LocatedFinding& finding : results_.findings) {
    if (finding.standing == Standing::reported) ++counts[finding.rule];
  }
  Json rules = Json::array();
  for (const RuleRecord& rule : results_.rules) {
    const auto found = counts.find(rule.id);
    if (found == counts.end()) continue;
    Json json = json_of(rule);
    json["count"] = std::to_string(found->second);
    rules.push_back(std::move(json));
  }
  return rules;
}

// What looks like a fact and was not read as one; reports show the first, unread.json has all.
void ViewBuilder::add_unclaimed(Json& view) const {
  view["unclaimed"] = Json::array();
  for (const UnreadPassage& passage : results_.unclaimed) {
    if (view["unclaimed"].size() == kShownUnclaimed) break;
    view["unclaimed"].push_back(items_.unclaimed(passage));
  }
  view["unclaimed_count"] = std::to_string(results_.unclaimed.size());
  view["table_shares"] = Json::array();
  for (const TableShare& share : results_.table_shares) {
    if (share.claimed == 0 || share.cells == 0 || share.header.empty()) continue;
    Json json = json_of(share);
    json["percent"] = std::to_string(std::uint64_t{100} * share.claimed / share.cells);
    view["table_shares"].push_back(std::move(json));
  }
}

// "4 errors, 1 warning": what is not 0.
std::string listed(const std::vector<std::pair<std::size_t, const char*>>& counts) {
  std::vector<std::string> parts;
  for (const auto& [count, one] : counts) {
    if (count != 0) parts.push_back(quantity(count, one));
  }
  return join(parts, ", ");
}

std::string read_text(std::size_t read, std::size_t damaged, std::size_t refused,
                      std::size_t skipped) {
  std::string text = quantity(read, "document") + " read";
  if (damaged != 0) text += fmt::format(", {} of them damaged", damaged);
  if (refused != 0) text += fmt::format(", {} could not be read", refused);
  if (skipped != 0) text += fmt::format(", {} skipped", skipped);
  return text + '.';
}

void ViewBuilder::add_counts(Json& view) const {
  std::map<std::string, std::size_t> numbers;
  for (const DocumentRecord& record : results_.documents) ++numbers[name(record.outcome)];
  for (const LocatedFinding& finding : results_.findings) {
    if (finding.standing == Standing::reported) ++numbers[name(finding.severity)];
  }
  const std::size_t read = numbers["read"] + numbers["damaged"];
  Json counts = {{"documents", std::to_string(results_.documents.size())},
                 {"read", std::to_string(read)},
                 {"damaged", std::to_string(numbers["damaged"])},
                 {"refused", std::to_string(numbers["refused"])},
                 {"skipped", std::to_string(numbers["skipped"])},
                 {"errors", std::to_string(numbers["error"])},
                 {"warnings", std::to_string(numbers["warning"])},
                 {"remarks", std::to_string(numbers["info"])}};
  for (const ListName& list : kLists) counts[list.name] = std::to_string(all_[list.name].size());
  view["counts"] = std::move(counts);
  view["read_text"] = read_text(read, numbers["damaged"], numbers["refused"], numbers["skipped"]);
  view["totals_text"] = totals_text(all_);
  view["defects_text"] = listed(
      {{numbers["error"], "error"}, {numbers["warning"], "warning"}, {numbers["info"], "remark"}});
}

Json ViewBuilder::build() {
  add_facts(), add_findings(), add_positions();
  Json view = {{"title", results_.title},
               {"schema_version", std::to_string(kSchemaVersion)},
               {"tool", {{"name", "rapporteur"}, {"version", results_.tool_version}}}};
  for (const char* list : {"documents", "refused", "skipped"}) view[list] = Json::array();
  for (Json& document : documents_) {
    finish_document(document);
    const std::string outcome = document["outcome"].get<std::string>();
    const bool unread = outcome == "refused" || outcome == "skipped";
    view[unread ? outcome : "documents"].push_back(std::move(document));
  }
  add_counts(view);
  view.update(all_);
  view["findings"] = std::move(findings_);
  view["position_matrices"] = position_matrices(position_groups_, labels_);
  view["position_groups"] = std::move(position_groups_);
  view["liaison_summary"] = liaison_summary(view["liaisons"]);
  view["agendas"] = agenda_groups(view["documents"]);
  view["newest_date"] = newest_date(results_);
  view["liaison_groups"] = liaison_groups();
  const std::vector<RoadmapRecord> records = roadmap_of(results_);
  view["roadmap_groups"] = roadmap_groups(records);
  view["roadmap"] = roadmap_view(results_, records, labels_);
  view["broken_rules"] = broken_rules();
  add_register(results_.holdings, items_, view);
  add_unclaimed(view);
  add_questions(view);
  view["has_unread"] = !view["refused"].empty() || !view["skipped"].empty();
  return view;
}

// "3.1", "A.2", "B": a clause number and not a title.
bool is_number(std::string_view clause) {
  if (clause.empty() || clause.find(' ') != std::string_view::npos) return false;
  return is_digit(clause[0]) || (is_upper(clause[0]) && (clause.size() == 1 || clause[1] == '.'));
}

}  // namespace

std::string newest_date(const Results& results) {
  std::string newest;
  for (const DocumentRecord& record : results.documents) {
    newest = std::max(newest, record.identity.date);
  }
  return newest;
}

std::string label_of(std::string_view word, const Labels& labels) {
  if (const auto found = labels.find(word); found != labels.end()) return found->second;
  std::string text(word);
  std::ranges::replace(text, '-', ' ');
  return text;
}

const std::string& label_of(const DocumentRecord& document) {
  const std::string& number = document.identity.number.canonical;
  return number.empty() ? document.path : number;
}

std::string where_text(const Place& place) {
  std::vector<std::string> parts;
  if (is_number(place.clause)) {
    parts.push_back(fmt::format("clause {}", place.clause));
  } else if (!place.clause.empty()) {
    parts.push_back(fmt::format("“{}”", place.clause));
  }
  if (!place.table_label.empty()) {
    parts.push_back(fmt::format("{} row {}", place.table_label, place.row));
  } else if (place.table != 0) {
    parts.push_back(fmt::format("unlabelled table {}, row {}", place.table, place.row));
  }
  if (place.line != 0) parts.push_back(fmt::format("line {}", place.line));
  return join(parts, ", ");
}

Json view_of(const Results& results, const Labels& labels) {
  return ViewBuilder(results, labels).build();
}

}  // namespace rapporteur
