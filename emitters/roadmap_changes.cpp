#include "emitters/roadmap_changes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "emitters/roadmap_rules.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLeastWords = 2;   // that two titles share
constexpr double kLeastShare = 0.6;      // of the words that either has
constexpr std::size_t kManyTitles = 60;  // a word that so many titles have names no topic

bool is_ended(const std::string& status) { return roadmap_rules().stage(status) == "ended"; }

void compare(const Deliverable& entry, const Deliverable& old, std::vector<RoadmapChange>& out) {
  if (entry.status != old.status) {
    const char* const what = is_ended(entry.status) ? "ended" : "status";
    out.push_back({what, entry, old.status, entry.status});
  }
  if (search_key(entry.title) != search_key(old.title)) {
    out.push_back({"title", entry, old.title, entry.title});
  }
  if (entry.date != old.date && entry.status == old.status) {
    out.push_back({"date", entry, old.date, entry.date});
  }
}

std::set<std::string> topic_words(const std::string& title) {
  std::string key = search_key(title);
  std::ranges::replace_if(
      key,
      [](char c) {
        return !is_alpha(c) && !is_digit(c) && static_cast<unsigned char>(c) < 0x80 && c != '-';
      },
      ' ');
  std::set<std::string> out;
  for (const std::string_view word : words(key)) {
    if (word.size() > 1 && !roadmap_rules().common.contains(word)) out.emplace(word);
  }
  return out;
}

using Titles = std::vector<std::set<std::string>>;

// Pairs of records that share a word that is not everywhere.
std::set<std::pair<std::size_t, std::size_t>> candidates(const Titles& titles) {
  std::map<std::string_view, std::vector<std::size_t>> by_word;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    for (const std::string& word : titles[i]) by_word[word].push_back(i);
  }
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& [word, members] : by_word) {
    if (members.size() > kManyTitles) continue;
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t k = i + 1; k < members.size(); ++k) pairs.emplace(members[i], members[k]);
    }
  }
  return pairs;
}

}  // namespace

std::vector<RoadmapChange> roadmap_changes(const std::vector<RoadmapRecord>& records,
                                           const std::vector<Deliverable>& before) {
  std::map<std::string, const Deliverable*> old;
  for (const Deliverable& entry : before) old.emplace(roadmap_key(entry), &entry);
  std::vector<RoadmapChange> out;
  for (const RoadmapRecord& record : records) {
    const auto found = old.find(roadmap_key(record.entry));
    if (found == old.end()) {
      out.push_back({"new", record.entry, "", record.entry.status});
      continue;
    }
    compare(record.entry, *found->second, out);
    old.erase(found);
  }
  for (const Deliverable& entry : before) {
    const auto left = old.find(roadmap_key(entry));
    if (left != old.end() && left->second == &entry) {
      out.push_back({"gone", entry, entry.status, ""});
    }
  }
  return out;
}

std::vector<RoadmapOverlap> roadmap_overlaps(const std::vector<RoadmapRecord>& records) {
  Titles titles;
  for (const RoadmapRecord& record : records) titles.push_back(topic_words(record.entry.title));
  std::vector<RoadmapOverlap> out;
  for (const auto& [i, k] : candidates(titles)) {
    const Deliverable& a = records[i].entry;
    const Deliverable& b = records[k].entry;
    if (a.body.empty() || b.body.empty() || search_key(a.body) == search_key(b.body)) continue;
    std::vector<std::string> shared;
    std::ranges::set_intersection(titles[i], titles[k], std::back_inserter(shared));
    const std::size_t either = titles[i].size() + titles[k].size() - shared.size();
    const bool same = shared.size() >= kLeastWords && static_cast<double>(shared.size()) >=
                                                          kLeastShare * static_cast<double>(either);
    if (same) out.push_back({&records[i], &records[k], std::move(shared)});
  }
  return out;
}

std::string roadmap_gap(const Deliverable& entry, const std::string& today) {
  std::vector<std::string> missing;
  if (entry.body.empty()) missing.emplace_back("body");
  if (entry.number.empty()) missing.emplace_back("number");
  if (entry.title.empty()) missing.emplace_back("title");
  if (entry.status.empty()) missing.emplace_back("status on the common scale");
  if (entry.date.empty()) missing.emplace_back("date");
  if (!missing.empty()) return "not stated: " + join(missing, ", ");
  const std::string stage = roadmap_rules().stage(entry.status);
  const bool is_open = stage != "done" && stage != "ended";
  const std::string_view day = std::string_view(today).substr(0, entry.date.size());
  const bool is_past = is_digit(entry.date[0]) && entry.date < day;
  return is_open && is_past ? "its date " + entry.date + " has passed" : std::string();
}

}  // namespace rapporteur
