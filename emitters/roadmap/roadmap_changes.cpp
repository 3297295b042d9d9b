#include "emitters/roadmap/roadmap_changes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "emitters/roadmap/roadmap_names.hpp"
#include "emitters/roadmap/roadmap_rules.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLeastWords = 2;   // that titles of no common topic share
constexpr double kLeastShare = 0.6;      // of the words that either has
constexpr std::size_t kManyTitles = 60;  // a word that so many titles have tells none apart
// A word of so many titles, and of such a share of them, is what the whole roadmap is about.
constexpr std::size_t kTopicTitles = 4;
constexpr double kTopicShare = 0.3;

bool is_ended(const std::string& status) { return roadmap_rules().stage(status) == "ended"; }

// A month and a day of it are no change.
bool same_date(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a == b;
  return a == b || (is_digit(a[0]) && (a.starts_with(b) || b.starts_with(a)));
}

void compare(const Deliverable& entry, const Deliverable& old, std::vector<RoadmapChange>& out) {
  if (roadmap_key(entry) != roadmap_key(old) && !entry.number.empty()) {
    out.push_back({"number", entry, old.number, entry.number});
  }
  if (entry.status != old.status) {
    const char* const what = is_ended(entry.status) ? "ended" : "status";
    out.push_back({what, entry, old.status, entry.status});
  }
  if (search_key(entry.title) != search_key(old.title)) {
    out.push_back({"title", entry, old.title, entry.title});
  }
  if (entry.edition != old.edition && !entry.edition.empty() && !old.edition.empty()) {
    out.push_back({"edition", entry, old.edition, entry.edition});
  }
  if (!same_date(entry.date, old.date) && entry.status == old.status) {
    out.push_back({"date", entry, old.date, entry.date});
  }
}

std::vector<Deliverable> all_of(const std::vector<RoadmapRecord>& records,
                                const std::vector<Deliverable>& issue) {
  std::vector<Deliverable> all = issue;
  for (const RoadmapRecord& record : records) all.push_back(record.entry);
  return all;
}

using WordSet = std::set<std::string, std::less<>>;

// Dashes and quotation marks are no words: U+2010 to U+201F.
const RE2& punctuation() {
  static const RE2 kPunctuation("[\\x{2010}-\\x{201F}]+");
  return kPunctuation;
}

WordSet words_of(const std::string& title) {
  std::string key = search_key(title);
  RE2::GlobalReplace(&key, punctuation(), " ");
  std::ranges::replace_if(
      key,
      [](char c) {
        return !is_alpha(c) && !is_digit(c) && static_cast<unsigned char>(c) < 0x80 && c != '-';
      },
      ' ');
  WordSet out;
  for (const std::string_view word : words(key)) {
    if (word.size() > 1 && !roadmap_rules().grammar.contains(word)) out.emplace(word);
  }
  return out;
}

// A title in two parts: the words that the whole roadmap is about, and what this text is about.
struct Title {
  WordSet topic;
  WordSet own;
};

std::vector<Title> titles_of(const std::vector<RoadmapRecord>& records) {
  std::map<std::string, std::size_t> counts;
  std::vector<WordSet> all;
  for (const RoadmapRecord& record : records) {
    for (const std::string& word : all.emplace_back(words_of(record.entry.title))) ++counts[word];
  }
  std::vector<Title> titles(all.size());
  const double many = kTopicShare * static_cast<double>(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const std::string& word : all[i]) {
      const std::size_t count = counts[word];
      const bool is_topic = count >= kTopicTitles && static_cast<double>(count) >= many &&
                            !roadmap_rules().common.contains(word);
      (is_topic ? titles[i].topic : titles[i].own).insert(word);
    }
  }
  return titles;
}

// Pairs of records that share a word that is not everywhere.
std::set<std::pair<std::size_t, std::size_t>> candidates(const std::vector<Title>& titles) {
  std::map<std::string_view, std::vector<std::size_t>> by_word;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    for (const std::string& word : titles[i].own) by_word[word].push_back(i);
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

WordSet without_common(const WordSet& all) {
  WordSet out;
  for (const std::string& word : all) {
    if (!roadmap_rules().common.contains(word)) out.insert(word);
  }
  return out;
}

// The words that make two titles one topic; none: they are not. Titles that share the roadmap's
// topic are told apart by what is left of them; other titles by their telling words, of which
// several must agree.
std::vector<std::string> shared_words(const Title& a, const Title& b) {
  const auto common_to = [](const WordSet& first, const WordSet& second) {
    std::vector<std::string> shared;
    std::ranges::set_intersection(first, second, std::back_inserter(shared));
    return shared;
  };
  const bool same_topic = !common_to(a.topic, b.topic).empty();
  const WordSet first = same_topic ? a.own : without_common(a.own);
  const WordSet second = same_topic ? b.own : without_common(b.own);
  const std::vector<std::string> shared = common_to(first, second);
  const std::size_t either = first.size() + second.size() - shared.size();
  const bool enough =
      shared.size() >= (same_topic ? 1 : kLeastWords) &&
      static_cast<double>(shared.size()) >= kLeastShare * static_cast<double>(either);
  return enough ? shared : std::vector<std::string>();
}

}  // namespace

std::vector<RoadmapChange> roadmap_changes(const std::vector<RoadmapRecord>& records,
                                           const std::vector<Deliverable>& issue) {
  std::vector<Deliverable> before = issue;
  std::map<std::string, const Deliverable*> old;
  for (Deliverable& entry : before) settle_names(entry);
  const RoadmapNames names(all_of(records, before));
  for (const Deliverable& entry : before) old.emplace(names.key(entry), &entry);
  std::vector<RoadmapChange> out;
  for (const RoadmapRecord& record : records) {
    const auto found = old.find(names.key(record.entry));
    if (found == old.end()) {
      out.push_back({"new", record.entry, "", record.entry.status});
      continue;
    }
    compare(record.entry, *found->second, out);
    old.erase(found);
  }
  for (const Deliverable& entry : before) {
    const auto left = old.find(names.key(entry));
    if (left != old.end() && left->second == &entry) {
      out.push_back({"gone", entry, entry.status, ""});
    }
  }
  return out;
}

std::vector<RoadmapOverlap> roadmap_overlaps(const std::vector<RoadmapRecord>& records) {
  const std::vector<Title> titles = titles_of(records);
  std::vector<RoadmapOverlap> out;
  for (const auto& [i, k] : candidates(titles)) {
    const Deliverable& a = records[i].entry;
    const Deliverable& b = records[k].entry;
    if (a.body.empty() || b.body.empty() || search_key(a.body) == search_key(b.body)) continue;
    std::vector<std::string> shared = shared_words(titles[i], titles[k]);
    if (!shared.empty()) out.push_back({&records[i], &records[k], std::move(shared)});
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
  // What is in approval has the date on which that began.
  const std::string stage = roadmap_rules().stage(entry.status);
  const bool is_open = stage == "planned" || stage == "at work";
  const std::string_view day = std::string_view(today).substr(0, entry.date.size());
  const bool is_past = is_digit(entry.date[0]) && entry.date < day;
  // A draft that has an edition has that edition's date: it is no plan.
  const bool is_plan = is_open && entry.edition.empty();
  return is_plan && is_past ? "its date has passed" : std::string();
}

}  // namespace rapporteur
