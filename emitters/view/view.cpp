#include "emitters/view/view.hpp"

#include <algorithm>
#include <unordered_map>

#include "emitters/base/results_json.hpp"
#include "emitters/base/whole_date.hpp"
#include "emitters/view/view_groups.hpp"
#include "emitters/view/view_items.hpp"
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
  ViewBuilder(const Results& results, const ReportWords& words);
  Shown build();

 private:
  void add_facts();
  void add_findings();
  void add_positions();
  Shown* document(const std::string& path);
  Shown broken_rules() const;
  void add_documents(Shown& view);
  void add_unclaimed(Shown& view) const;
  void add_counts(Shown& view) const;

  const Results& results_;
  const ReportWords& words_;
  ItemViews items_;
  std::unordered_map<std::string, std::size_t> index_;  // path -> place in documents_
  std::vector<Shown> documents_;
  Shown all_;  // list name -> every fact of the type
  Shown::List findings_;
  Shown::List position_groups_;
};

// Every list of facts, empty.
void add_lists(Shown& view) {
  for (const ListName& list : kLists) view.set(list.name, Shown::List());
  view.set("findings", Shown::List());
  view.set("position_groups", Shown::List());
}

// "13 agenda items, 2 decisions", of the lists that are not empty.
std::string totals_text(const Shown& lists) {
  std::vector<std::string> parts;
  for (const ListName& list : kLists) {
    const std::size_t count = lists[list.name].size();
    if (count != 0) parts.push_back(quantity(count, list.one));
  }
  return join(parts, ", ");
}

Shown by_date(const Shown& deadlines) {
  Shown::List sorted = deadlines.items();
  std::ranges::stable_sort(sorted, {}, [](const Shown& one) { return one.text("date"); });
  return sorted;
}

ViewBuilder::ViewBuilder(const Results& results, const ReportWords& words)
    : results_(results), words_(words), items_(results, words.labels) {
  for (const DocumentRecord& record : results.documents) {
    index_[record.path] = documents_.size();
    Shown& document = documents_.emplace_back(items_.document(record));
    add_register_row({}, document);
    add_lists(document);
  }
  for (const RegisterRow& row : results.holdings.rows) {
    if (Shown* const owner = document(row.path)) add_register_row(row, *owner);
  }
  add_lists(all_);
}

Shown* ViewBuilder::document(const std::string& path) {
  const auto found = index_.find(path);
  return found == index_.end() ? nullptr : &documents_[found->second];
}

void ViewBuilder::add_facts() {
  for (const LocatedFact& located : results_.facts) {
    const Shown& fact = items_.fact(located);
    const char* const list = kLists[located.value.index()].name;
    if (Shown* owner = document(located.document)) owner->add_to(list, fact);
    all_.add_to(list, fact);
  }
  all_.set("deadlines", by_date(all_["deadlines"]));
}

void ViewBuilder::add_findings() {
  for (const LocatedFinding& located : results_.findings) {
    if (located.standing != Standing::reported) continue;  // reports for people say what to do
    Shown finding = items_.finding(located);
    if (Shown* owner = document(located.document)) owner->add_to("findings", finding);
    findings_.push_back(std::move(finding));
  }
}

void ViewBuilder::add_positions() {
  for (const PositionGroup& group : position_groups(results_)) {
    Shown view = items_.position_group(group);
    if (Shown* owner = document(group.document)) owner->add_to("position_groups", view);
    position_groups_.push_back(std::move(view));
  }
}

// Findings of one severity, by rule: a rule that is broken everywhere takes a few lines, not all.
void add_groups(const Shown::List& findings, Shown::List& groups) {
  std::map<std::string, Shown::List> rules;
  for (const Shown& finding : findings) rules[finding.text("rule")].push_back(finding);
  for (auto& [rule, members] : rules) {
    const std::size_t count = members.size();
    const std::string severity = members[0].text("severity");
    members.resize(std::min(count, kShownOfARule));
    groups.push_back(Shown{{"rule", rule},
                           {"severity", severity},
                           {"count", std::to_string(count)},
                           {"more", count - members.size()},
                           {"shown", std::move(members)}});
  }
}

void add_defects(Shown& document) {
  std::map<std::string, Shown::List> by_severity;
  for (const Shown& finding : document.items("findings")) {
    by_severity[finding.text("severity")].push_back(finding);
  }
  Shown::List groups;
  add_groups(by_severity["error"], groups);
  add_groups(by_severity["warning"], groups);
  document.set("defects", !groups.empty());
  document.set("defect_groups", std::move(groups));
  Shown counts = {{"errors", std::to_string(by_severity["error"].size())},
                  {"warnings", std::to_string(by_severity["warning"].size())},
                  {"remarks", std::to_string(by_severity["info"].size())}};
  for (const ListName& list : kLists) {
    counts.set(list.name, std::to_string(document[list.name].size()));
  }
  document.set("counts", std::move(counts));
  document.set("errors", std::move(by_severity["error"]));
  document.set("warnings", std::move(by_severity["warning"]));
  document.set("remarks", std::move(by_severity["info"]));
}

void finish_document(Shown& document) {
  document.set("deadlines", by_date(document["deadlines"]));
  add_defects(document);
  document.set("totals_text", totals_text(document));
  document.set("nothing", !document["defects"].says_yes() && document.text("totals_text").empty());
  add_questions(document);
}

Shown ViewBuilder::broken_rules() const {
  std::map<std::string, std::size_t> counts;
  for (const LocatedFinding& finding : results_.findings) {
    if (finding.standing == Standing::reported) ++counts[finding.rule];
  }
  Shown::List rules;
  for (const RuleRecord& rule : results_.rules) {
    const auto found = counts.find(rule.id);
    if (found == counts.end()) continue;
    rules.push_back(Shown{{"id", rule.id},
                          {"group", rule.group},
                          {"severity", name(rule.severity)},
                          {"summary", rule.summary},
                          {"count", std::to_string(found->second)}});
  }
  return rules;
}

// What looks like a fact and was not read as one; reports show the first, unread.json has all.
void ViewBuilder::add_unclaimed(Shown& view) const {
  Shown::List passages;
  for (const UnreadPassage& passage : results_.unclaimed) {
    if (passages.size() == kShownUnclaimed) break;
    passages.push_back(items_.unclaimed(passage));
  }
  view.set("unclaimed", std::move(passages));
  view.set("unclaimed_count", std::to_string(results_.unclaimed.size()));
  Shown::List shares;
  for (const TableShare& share : results_.table_shares) {
    if (share.claimed == 0 || share.cells == 0 || share.header.empty()) continue;
    const std::uint64_t percent = std::uint64_t{100} * share.claimed / share.cells;
    shares.push_back(Shown{{"header", share.header},
                           {"tables", share.tables},
                           {"cells", share.cells},
                           {"claimed", share.claimed},
                           {"percent", std::to_string(percent)}});
  }
  view.set("table_shares", std::move(shares));
}

// "4 errors, 1 warning": what is not 0.
std::string listed(const std::vector<std::pair<std::size_t, const char*>>& counts) {
  std::vector<std::string> parts;
  for (const auto& [count, one] : counts) {
    if (count != 0) parts.push_back(quantity(count, one));
  }
  return join(parts, ", ");
}

void ViewBuilder::add_counts(Shown& view) const {
  std::map<std::string, std::size_t> numbers;
  for (const DocumentRecord& record : results_.documents) ++numbers[name(record.outcome)];
  for (const LocatedFinding& finding : results_.findings) {
    if (finding.standing == Standing::reported) ++numbers[name(finding.severity)];
  }
  Shown counts = {{"documents", std::to_string(results_.documents.size())},
                  {"read", std::to_string(numbers["read"] + numbers["damaged"])},
                  {"damaged", std::to_string(numbers["damaged"])},
                  {"refused", std::to_string(numbers["refused"])},
                  {"skipped", std::to_string(numbers["skipped"])},
                  {"errors", std::to_string(numbers["error"])},
                  {"warnings", std::to_string(numbers["warning"])},
                  {"remarks", std::to_string(numbers["info"])}};
  for (const ListName& list : kLists) {
    counts.set(list.name, std::to_string(all_[list.name].size()));
  }
  view.set("counts", std::move(counts));
  view.set("read_text", read_text(results_));
  view.set("totals_text", totals_text(all_));
  view.set("defects_text", listed({{numbers["error"], "error"},
                                   {numbers["warning"], "warning"},
                                   {numbers["info"], "remark"}}));
}

void ViewBuilder::add_documents(Shown& view) {
  for (const char* list : {"documents", "refused", "skipped"}) view.set(list, Shown::List());
  for (Shown& document : documents_) {
    finish_document(document);
    const std::string& outcome = document.text("outcome");
    const bool unread = outcome == "refused" || outcome == "skipped";
    view.add_to(unread ? outcome : "documents", document);
  }
  view.set("has_unread", view["refused"].says_yes() || view["skipped"].says_yes());
}

Shown ViewBuilder::build() {
  add_facts(), add_findings(), add_positions();
  const Labels& labels = words_.labels;
  Shown view = {{"title", results_.title},
                {"schema_version", std::to_string(kSchemaVersion)},
                {"tool", Shown{{"name", "rapporteur"}, {"version", results_.tool_version}}}};
  add_documents(view);
  add_counts(view);
  for (const auto& [name, list] : all_.members()) view.set(name, list);
  view.set("findings", std::move(findings_));
  view.set("position_groups", std::move(position_groups_));
  view.set("position_matrices", position_matrices(view["position_groups"], labels));
  view.set("liaison_summary", liaison_summary(view["liaisons"], words_));
  view.set("liaison_groups", liaison_groups(view["liaisons"], labels));
  add_register(results_.holdings, items_, view);
  add_agendas(view);
  view.set("newest_date", newest_date(results_));
  view.set("meeting", meeting_summary(view, words_));
  const std::vector<RoadmapRecord> records = roadmap_of(results_);
  view.set("roadmap_groups", roadmap_groups(records, items_));
  view.set("roadmap", roadmap_view(results_, records, labels));
  view.set("broken_rules", broken_rules());
  add_unclaimed(view);
  add_questions(view);
  return view;
}

}  // namespace

Shown view_of(const Results& results, const ReportWords& words) {
  return ViewBuilder(results, words).build();
}

}  // namespace rapporteur
