#include "emitters/roadmap/roadmap_records.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "emitters/base/report_words.hpp"
#include "emitters/roadmap/roadmap_names.hpp"
#include "emitters/roadmap/roadmap_rules.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

struct Statement {
  Deliverable entry;
  const LocatedFact* fact = nullptr;  // null: the maintained roadmap, or a cover
  std::string known;                  // when this was said to be so, as far as it can be told
  bool is_replaced = false;           // a later revision of the document is there
  std::string reached = {};           // when it came to be so
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
  entry.edition = fact.edition, entry.contact = fact.contact;
  // The body's own word may be one of the scale, where the text was read for something near it.
  const std::string own = roadmap_rules().status(fact.status_as_written);
  if (!own.empty()) entry.status = own;
  return entry;
}

// Its status is that of its own words, if they are on the scale.
Deliverable deliverable_of(const WorkItem& fact, const std::string& body) {
  Deliverable entry;
  entry.body = body, entry.question = fact.question, entry.number = fact.reference;
  entry.title = fact.title, entry.date = fact.timing, entry.status_as_written = fact.status;
  entry.contact = join(fact.editors, ", ");
  if (roadmap_rules().no_work_status.contains(lower_ascii(fact.status))) {
    entry.status_as_written.clear();
  }
  entry.status = roadmap_rules().status_told(entry.status_as_written);
  return entry;
}

// When a status was reached; the date of work that is not done is a plan, and says nothing. So is
// one after `today`, "" for no matter when.
std::string reached(const Deliverable& entry, const std::string& today) {
  const std::string stage = roadmap_rules().stage(entry.status);
  const bool is_plan = stage == "planned" || stage == "at work";
  const bool is_to_come = !today.empty() && entry.date > today;
  return is_plan || is_to_come ? std::string() : entry.date;
}

class Statements {
 public:
  explicit Statements(const Results& results) : today_(newest_date(results)) {
    for (const Deliverable& entry : results.roadmap_base) {
      all_.push_back({entry, nullptr, reached(entry, today_)});
    }
    for (const DocumentRecord& record : results.documents) add_cover(record);
    for (const RegisterRow& row : results.holdings.rows) {
      if (!row.latest) replaced_.insert(row.path);
    }
    for (const LocatedFact& fact : results.facts) add(fact);
    for (Statement& statement : all_) {
      settle_names(statement.entry);
      statement.reached = reached(statement.entry, today_);
    }
  }
  std::vector<Statement> take() { return std::move(all_); }

 private:
  static std::string body_of(const std::string& profile) {
    const auto found = roadmap_rules().bodies.find(profile);
    return found == roadmap_rules().bodies.end() ? std::string() : found->second;
  }

  void add_cover(const DocumentRecord& record) {
    const Identity& identity = record.identity;
    records_[record.path] = &record;
    const auto cover = roadmap_rules().covers.find(identity.kind);
    if (cover == roadmap_rules().covers.end() || identity.number.canonical.empty()) return;
    Deliverable entry;
    entry.body = body_of(identity.profile), entry.number = identity.number.canonical;
    entry.title = identity.title, entry.status = cover->second, entry.date = identity.date;
    entry.sources = record.path + " (cover)";
    all_.push_back({std::move(entry), nullptr, identity.date});
  }

  void add(const LocatedFact& fact) {
    const auto found = records_.find(fact.document);
    const DocumentRecord* const record = found == records_.end() ? nullptr : found->second;
    Deliverable entry;
    if (const auto* stated = std::get_if<RoadmapEntry>(&fact.value)) {
      entry = deliverable_of(*stated);
    } else if (const auto* work = std::get_if<WorkItem>(&fact.value)) {
      entry = deliverable_of(*work, record == nullptr ? "" : body_of(record->identity.profile));
    } else {
      return;
    }
    const std::string where = where_text(fact.evidence);
    entry.sources = record == nullptr ? fact.document : label_of(*record);
    if (!where.empty()) entry.sources += " (" + where + ")";
    const bool is_dated = record != nullptr && !record->identity.date.empty();
    std::string known = is_dated ? record->identity.date : reached(entry, today_);
    all_.push_back({std::move(entry), &fact, std::move(known), replaced_.contains(fact.document)});
  }

  std::string today_;                                     // the date of the newest document
  std::map<std::string, const DocumentRecord*> records_;  // by path
  std::set<std::string> replaced_;                        // paths
  std::vector<Statement> all_;
};

std::vector<Deliverable> entries_of(const std::vector<Statement>& statements) {
  std::vector<Deliverable> entries;
  for (const Statement& statement : statements) entries.push_back(statement.entry);
  return entries;
}

// Sources are listed one after the other, each once.
void add_source(std::string& sources, const std::string& other) {
  const std::string padded = "; " + sources + ";";
  if (other.empty() || padded.find("; " + other + ";") != std::string::npos) return;
  if (!sources.empty()) sources += "; ";
  sources += other;
}

// Whether two spellings of a member say the same.
bool same(std::string_view member, const std::string& kept, const std::string& other) {
  if (member == "date" && is_digit(kept[0]))
    return kept.starts_with(other) || other.starts_with(kept);
  if (member == "question" && !roadmap_rules().question(kept).empty()) {
    return roadmap_rules().question(kept) == roadmap_rules().question(other);
  }
  // All its names are one text.
  return member == "number" || compact(kept) == compact(other);
}

// A word that is not on the scale gives way to one that is, and is listed as what differs.
void prefer_scale(RoadmapRecord& record, const Deliverable& stated) {
  Deliverable& entry = record.entry;
  if (!entry.status.empty() || entry.status_as_written.empty() || stated.status.empty()) return;
  record.conflicts.push_back(
      {"status", stated.status, entry.status_as_written, nullptr, entry.sources});
  entry.status_as_written = stated.status_as_written;
  entry.date = stated.date;
}

// Takes over what the statement knows and the record does not; what differs is a conflict. The date
// and the body's own words go with the status that was kept.
void merge(RoadmapRecord& record, const Statement& statement, const RoadmapNames& names) {
  if (!names.is_final(record.entry) && names.is_final(statement.entry)) {
    record.entry.number = statement.entry.number;
  }
  prefer_scale(record, statement.entry);
  if (statement.fact != nullptr) record.sources.push_back(statement.fact);
  std::map<std::string_view, const std::string*> stated;
  statement.entry.fields(
      [&](std::string_view name, const std::string& value) { stated[name] = &value; });
  const std::string& status = statement.entry.status;
  const bool says_nothing = status.empty() && statement.entry.status_as_written.empty();
  const bool same_status =
      record.entry.status.empty() || says_nothing || record.entry.status == status;
  record.entry.fields([&](std::string_view name, std::string& kept) {
    const std::string& other = *stated[name];
    if (name == "sources") return add_source(kept, other);
    const bool goes_with_status = name == "status_as_written" || name == "date";
    if (kept.empty() && (same_status || !goes_with_status)) kept = other;
    if (name == "status_as_written" || kept.empty() || other.empty()) return;
    if (same(name, kept, other)) return;
    record.conflicts.push_back(
        {std::string(name), kept, other, statement.fact, statement.entry.sources});
  });
}

// Whether the body's own words are those of the scale.
bool says_no_more(const Deliverable& entry) {
  std::string spaced = entry.status;
  std::ranges::replace(spaced, '-', ' ');
  std::string written = search_key(entry.status_as_written);
  std::ranges::replace(written, '-', ' ');
  return written == spaced;
}

// What no statement says and all of them together show.
void finish(RoadmapRecord& record) {
  Deliverable& entry = record.entry;
  if (const TypeRule* const type = roadmap_rules().type(entry.number)) {
    if (entry.type.empty()) entry.type = type->name;
  }
  const bool is_work = std::ranges::any_of(record.sources, [](const LocatedFact* source) {
    return std::holds_alternative<WorkItem>(source->value);
  });
  if (entry.status.empty() && is_work) entry.status = "under-study";
  if (says_no_more(entry)) entry.status_as_written.clear();
}

bool before(const RoadmapRecord& a, const RoadmapRecord& b) {
  if (a.entry.body != b.entry.body) return a.entry.body < b.entry.body;
  if (a.entry.group != b.entry.group) return natural_less(a.entry.group, b.entry.group);
  if (a.entry.type != b.entry.type) {
    return std::tuple(a.entry.type.empty(), std::string_view(a.entry.type)) <
           std::tuple(b.entry.type.empty(), std::string_view(b.entry.type));
  }
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

std::vector<RoadmapRecord> roadmap_of(const Results& results) {
  std::vector<Statement> statements = Statements(results).take();
  const RoadmapNames names(entries_of(statements));
  std::ranges::stable_sort(statements, [](const Statement& a, const Statement& b) {
    const auto rank = [](const Statement& one) {
      return std::tuple(std::string_view(one.known), !one.is_replaced,
                        std::string_view(one.reached));
    };
    return rank(a) > rank(b);
  });
  std::vector<RoadmapRecord> records;
  std::map<std::string, std::size_t> known;
  for (const Statement& statement : statements) {
    const auto [at, is_new] = known.try_emplace(names.key(statement.entry), records.size());
    if (is_new) records.emplace_back().entry.number = statement.entry.number;
    merge(records[at->second], statement, names);
  }
  for (RoadmapRecord& record : records) finish(record);
  std::ranges::stable_sort(records, before);
  return records;
}

}  // namespace rapporteur
