#include "emitters/roadmap_records.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

struct Statement {
  const LocatedFact* fact;
  const RoadmapEntry* entry;
};

std::string compact(std::string_view text) {
  std::string key = search_key(text);
  std::erase(key, ' ');
  return key;
}

std::vector<Statement> statements_of(const Results& results) {
  std::vector<Statement> out;
  for (const LocatedFact& fact : results.facts) {
    const auto* entry = std::get_if<RoadmapEntry>(&fact.value);
    if (entry != nullptr) out.push_back({&fact, entry});
  }
  return out;
}

using Bodies = std::map<std::string, std::set<std::string>>;  // number -> bodies that have it

Bodies bodies_by_number(const std::vector<Statement>& statements) {
  Bodies bodies;
  for (const Statement& statement : statements) {
    const std::string body = compact(statement.entry->body);
    if (!body.empty()) bodies[compact(statement.entry->number)].insert(body);
  }
  return bodies;
}

std::string key_of(const RoadmapEntry& entry, const Bodies& bodies) {
  const std::string number = compact(entry.number);
  std::string body = compact(entry.body);
  if (number.empty()) return body + '\n' + compact(entry.group) + '\n' + search_key(entry.title);
  const auto named = bodies.find(number);
  if (body.empty() && named != bodies.end() && named->second.size() == 1) {
    body = *named->second.begin();
  }
  return body + '\n' + number;
}

// Takes over what `entry` knows and the record does not; what differs is a conflict.
void merge(RoadmapRecord& record, const Statement& statement) {
  const auto field = [&](const char* name, std::string RoadmapEntry::*member) {
    std::string& kept = record.entry.*member;
    const std::string& other = statement.entry->*member;
    if (kept.empty()) kept = other;
    if (other.empty() || search_key(kept) == search_key(other)) return;
    record.conflicts.push_back({name, kept, other, statement.fact});
  };
  record.sources.push_back(statement.fact);
  field("body", &RoadmapEntry::body), field("group", &RoadmapEntry::group);
  field("title", &RoadmapEntry::title), field("status", &RoadmapEntry::status);
  field("date", &RoadmapEntry::date), field("relation", &RoadmapEntry::relation);
  // The body's own words go with the status that was kept.
  if (record.entry.status_as_written.empty() && record.entry.status == statement.entry->status) {
    record.entry.status_as_written = statement.entry->status_as_written;
  }
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

std::vector<RoadmapRecord> roadmap_of(const Results& results) {
  std::vector<Statement> statements = statements_of(results);
  const Bodies bodies = bodies_by_number(statements);
  std::ranges::stable_sort(statements, [](const Statement& a, const Statement& b) {
    return a.entry->date > b.entry->date;
  });
  std::vector<RoadmapRecord> records;
  std::map<std::string, std::size_t> known;
  for (const Statement& statement : statements) {
    const auto [entry, is_new] =
        known.try_emplace(key_of(*statement.entry, bodies), records.size());
    if (is_new) records.push_back({*statement.entry, {}, {}});
    merge(records[entry->second], statement);
  }
  std::ranges::stable_sort(records, before);
  return records;
}

}  // namespace rapporteur
