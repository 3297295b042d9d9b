#include "emitters/roadmap_records.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "emitters/roadmap_rules.hpp"
#include "emitters/view.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

struct Statement {
  Deliverable entry;
  const LocatedFact* fact = nullptr;  // null: the maintained roadmap
};

std::string compact(std::string_view text) {
  std::string key = search_key(text);
  std::erase(key, ' ');
  return key;
}

Deliverable deliverable_of(const RoadmapEntry& fact) {
  Deliverable entry;
  entry.body = fact.body, entry.group = fact.group, entry.number = fact.number;
  entry.title = fact.title, entry.status = fact.status, entry.date = fact.date;
  entry.status_as_written = fact.status_as_written, entry.relation = fact.relation;
  return entry;
}

// Work that has begun is under study, unless its own words are on the scale.
Deliverable deliverable_of(const WorkItem& fact, const std::string& body) {
  Deliverable entry;
  entry.body = body, entry.question = fact.question, entry.number = fact.reference;
  entry.title = fact.title, entry.date = fact.timing, entry.status_as_written = fact.status;
  entry.contact = join(fact.editors, ", ");
  entry.status = roadmap_rules().status(fact.status);
  if (entry.status.empty()) entry.status = "under-study";
  return entry;
}

class Statements {
 public:
  explicit Statements(const Results& results) {
    for (const Deliverable& entry : results.roadmap_base) all_.push_back({entry});
    for (const DocumentRecord& record : results.documents) add_cover(record);
    for (const LocatedFact& fact : results.facts) add(fact);
  }
  std::vector<Statement> take() { return std::move(all_); }

 private:
  static std::string body_of(const std::string& profile) {
    const auto found = roadmap_rules().bodies.find(profile);
    return found == roadmap_rules().bodies.end() ? std::string() : found->second;
  }

  void add_cover(const DocumentRecord& record) {
    const Identity& identity = record.identity;
    profiles_[record.path] = identity.profile;
    labels_[record.path] = label_of(record);
    const auto cover = roadmap_rules().covers.find(identity.kind);
    if (cover == roadmap_rules().covers.end() || identity.number.canonical.empty()) return;
    Deliverable entry;
    entry.body = body_of(identity.profile), entry.number = identity.number.canonical;
    entry.title = identity.title, entry.status = cover->second, entry.date = identity.date;
    entry.sources = record.path + " (cover)";
    all_.push_back({std::move(entry)});
  }

  void add(const LocatedFact& fact) {
    Deliverable entry;
    if (const auto* stated = std::get_if<RoadmapEntry>(&fact.value)) {
      entry = deliverable_of(*stated);
    } else if (const auto* work = std::get_if<WorkItem>(&fact.value)) {
      entry = deliverable_of(*work, body_of(profiles_[fact.document]));
    } else {
      return;
    }
    const auto label = labels_.find(fact.document);
    const std::string where = where_text(fact.evidence);
    entry.sources = label == labels_.end() ? fact.document : label->second;
    if (!where.empty()) entry.sources += " (" + where + ")";
    all_.push_back({std::move(entry), &fact});
  }

  std::map<std::string, std::string> profiles_;  // path -> profile
  std::map<std::string, std::string> labels_;    // path -> how the document is called
  std::vector<Statement> all_;
};

using Bodies = std::map<std::string, std::set<std::string>>;  // number -> bodies that have it

Bodies bodies_by_number(const std::vector<Statement>& statements) {
  Bodies bodies;
  for (const Statement& statement : statements) {
    const std::string body = compact(statement.entry.body);
    if (!body.empty()) bodies[compact(statement.entry.number)].insert(body);
  }
  return bodies;
}

std::string key_of(const Deliverable& entry, const Bodies& bodies) {
  const std::string number = compact(entry.number);
  const auto named = bodies.find(number);
  if (number.empty() || !entry.body.empty() || named == bodies.end() || named->second.size() != 1) {
    return roadmap_key(entry);
  }
  return *named->second.begin() + '\n' + number;
}

// Sources are listed one after the other, each once.
void add_source(std::string& sources, const std::string& other) {
  const std::string padded = "; " + sources + ";";
  if (other.empty() || padded.find("; " + other + ";") != std::string::npos) return;
  if (!sources.empty()) sources += "; ";
  sources += other;
}

// Takes over what the statement knows and the record does not; what differs is a conflict.
void merge(RoadmapRecord& record, const Statement& statement) {
  if (statement.fact != nullptr) record.sources.push_back(statement.fact);
  std::map<std::string_view, const std::string*> stated;
  statement.entry.fields(
      [&](std::string_view name, const std::string& value) { stated[name] = &value; });
  record.entry.fields([&](std::string_view name, std::string& kept) {
    const std::string& other = *stated[name];
    if (name == "sources") return add_source(kept, other);
    if (name == "status_as_written") {
      // The body's own words go with the status that was kept.
      if (kept.empty() && record.entry.status == statement.entry.status) kept = other;
      return;
    }
    if (kept.empty()) kept = other;
    if (other.empty() || compact(kept) == compact(other)) return;
    record.conflicts.push_back(
        {std::string(name), kept, other, statement.fact, statement.entry.sources});
  });
}

bool before(const RoadmapRecord& a, const RoadmapRecord& b) {
  if (a.entry.body != b.entry.body) return a.entry.body < b.entry.body;
  if (a.entry.group != b.entry.group) return natural_less(a.entry.group, b.entry.group);
  if (a.entry.number != b.entry.number) return natural_less(a.entry.number, b.entry.number);
  return a.entry.title < b.entry.title;
}

std::string_view take_digits(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  std::string_view digits = text.substr(0, size);
  text.remove_prefix(size);
  while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
  return digits;
}

}  // namespace

bool natural_less(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    if (!is_digit(a[0]) || !is_digit(b[0])) {
      if (a[0] != b[0]) return a[0] < b[0];
      a.remove_prefix(1), b.remove_prefix(1);
      continue;
    }
    const std::string_view left = take_digits(a);
    const std::string_view right = take_digits(b);
    if (left.size() != right.size()) return left.size() < right.size();
    if (left != right) return left < right;
  }
  return a.size() < b.size();
}

std::string roadmap_key(const Deliverable& entry) {
  const std::string number = compact(entry.number);
  const std::string body = compact(entry.body);
  if (!number.empty()) return body + '\n' + number;
  return body + '\n' + compact(entry.group) + '\n' + search_key(entry.title);
}

std::vector<RoadmapRecord> roadmap_of(const Results& results) {
  std::vector<Statement> statements = Statements(results).take();
  const Bodies bodies = bodies_by_number(statements);
  std::ranges::stable_sort(statements, [](const Statement& a, const Statement& b) {
    return a.entry.date > b.entry.date;
  });
  std::vector<RoadmapRecord> records;
  std::map<std::string, std::size_t> known;
  for (const Statement& statement : statements) {
    const auto [entry, is_new] = known.try_emplace(key_of(statement.entry, bodies), records.size());
    if (is_new) records.emplace_back();
    merge(records[entry->second], statement);
  }
  for (RoadmapRecord& record : records) {
    if (record.entry.type.empty()) record.entry.type = roadmap_rules().type(record.entry.number);
  }
  std::ranges::stable_sort(records, before);
  return records;
}

}  // namespace rapporteur
