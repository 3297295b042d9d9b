#include "emitters/base/specimen.hpp"

namespace rapporteur {
namespace {

template <std::size_t... index>
void add_facts(Results& results, const std::string& path, std::index_sequence<index...>) {
  const auto add = [&](FactValue value) {
    results.facts.push_back({std::move(value), path, {}, {}, 100, {}});
  };
  (add(FactValue(std::in_place_index<index>)), ...);
}

void add_fact(Results& results, FactValue value) {
  results.facts.push_back({std::move(value), results.documents.front().path, {}, {}, 100, {}});
}

// What has come and what is ahead, and statements that answer one another.
void add_threads(Results& results) {
  results.documents.front().identity.date = "2000-01-01";
  for (const char* date : {"1999-01-01", "2001-01-01"}) {
    Deadline deadline;
    deadline.date = date;
    add_fact(results, std::move(deadline));
    Meeting meeting;
    meeting.from = date;
    add_fact(results, std::move(meeting));
  }
  Action done;
  done.status = "done";
  add_fact(results, std::move(done));
  Liaison asked;
  asked.direction = "in", asked.identifier = "1", asked.from = "a", asked.for_action = {"b"};
  add_fact(results, asked);
  Liaison reply;
  reply.direction = "out", reply.identifier = "2", reply.to = {"a"}, reply.answers = "1";
  add_fact(results, std::move(reply));
}

void add_findings(Results& results) {
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    LocatedFinding finding;
    finding.rule = "rule", finding.document = results.documents.front().path;
    finding.severity = severity;
    finding.related.emplace_back();
    results.findings.push_back(std::move(finding));
  }
  results.rules.push_back({"rule", "", Severity::warning, "", ""});
}

// Two texts of one topic, about one of which sources differ.
void add_roadmap(Results& results) {
  Deliverable first;
  first.body = "A", first.title = "one topic of many", first.category = "c";
  first.number = "1", first.status = "draft", first.date = "1999";
  Deliverable same = first;
  same.status = "approved";
  Deliverable second = first;
  second.body = "B", second.title = "many of one topic";
  results.roadmap_base = {first, same, second};
  results.roadmap_before.emplace();
}

}  // namespace

Results specimen() {
  Results results;
  for (const Outcome outcome : {Outcome::read, Outcome::refused, Outcome::skipped}) {
    DocumentRecord& record = results.documents.emplace_back();
    record.path = name(outcome);
    record.outcome = outcome;
    record.identity.cover.push_back({"agenda-item", "", "1", {}});
  }
  const std::string path = results.documents.front().path;
  add_facts(results, path, std::make_index_sequence<std::variant_size_v<FactValue>>());
  add_threads(results);
  add_findings(results);
  add_roadmap(results);
  results.unclaimed.push_back({path, "", {}});
  results.table_shares.push_back({"header", 1, 1, 1});
  results.holdings = {{RegisterRow()}, {RevisionChain()}, {RegisterIssue()}};
  return results;
}

}  // namespace rapporteur
