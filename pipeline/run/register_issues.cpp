#include "pipeline/run/register_issues.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/normalise/mentions.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

using Entries = std::vector<RegisterEntry>;

std::string_view stem_of(std::string_view path) { return path.substr(0, path.rfind('.')); }

// Documents that are numbered through together: "itu-t-td/SG13".
std::string series_of(const Identifier& number) {
  return number.family + "/" + std::string(number.field("group"));
}

// Lists what several entries have in common, for values that two or more share.
template <class Value>
std::map<std::string, std::vector<const RegisterEntry*>> sharing(const Entries& entries,
                                                                 Value value) {
  std::map<std::string, std::vector<const RegisterEntry*>> groups;
  for (const RegisterEntry& entry : entries) {
    if (const std::string shared = value(entry); !shared.empty()) groups[shared].push_back(&entry);
  }
  std::erase_if(groups, [](const auto& group) { return group.second.size() < 2; });
  return groups;
}

std::vector<std::string> paths_of(const std::vector<const RegisterEntry*>& group) {
  std::vector<std::string> paths;
  for (const RegisterEntry* const entry : group) paths.push_back(entry->row.path);
  return paths;
}

void add_same_content(const Entries& entries, std::vector<RegisterIssue>& issues) {
  for (const auto& [hash, group] :
       sharing(entries, [](const RegisterEntry& entry) { return entry.row.sha256; })) {
    issues.push_back({"same-content", group.front()->row.number,
                      fmt::format("{} files hold the same bytes", group.size()), paths_of(group)});
  }
}

// A translation and another format of the same file are no second document.
bool is_other_form(const RegisterEntry& a, const RegisterEntry& b) {
  const bool translated =
      !a.row.language.empty() && !b.row.language.empty() && a.row.language != b.row.language;
  return translated || stem_of(a.row.path) == stem_of(b.row.path) || a.row.sha256 == b.row.sha256;
}

void add_number_twice(const Entries& entries, std::vector<RegisterIssue>& issues) {
  for (auto& [number, group] :
       sharing(entries, [](const RegisterEntry& entry) { return entry.row.number; })) {
    std::vector<const RegisterEntry*> different = {group.front()};
    for (const RegisterEntry* const entry : group) {
      if (std::ranges::none_of(different, [&](const RegisterEntry* other) {
            return other == entry || is_other_form(*other, *entry);
          })) {
        different.push_back(entry);
      }
    }
    if (different.size() < 2) continue;
    issues.push_back({"number-twice", number,
                      fmt::format("{} different documents bear this number", different.size()),
                      paths_of(different)});
  }
}

// What file name and head say of one thing differ; what one of them leaves out does not.
bool contradict(const NumberClaim& first, const NumberClaim& second) {
  const Identifier& head = first.number;
  const Identifier& other = second.number;
  if (head.family != other.family) return false;
  for (const char* field : {"group", "year", "number", "revision"}) {
    const std::string_view here = head.field(field);
    const std::string_view there = other.field(field);
    const bool may_lack = std::string_view(field) != "revision" || !second.whole;
    if (here != there && !(may_lack && (here.empty() || there.empty()))) return true;
  }
  return false;
}

void add_number_contradictions(const Entries& entries, std::vector<RegisterIssue>& issues) {
  for (const RegisterEntry& entry : entries) {
    const std::vector<NumberClaim>& claims = entry.claims;
    for (std::size_t i = 1; i < claims.size(); ++i) {
      if (!contradict(claims[0], claims[i])) continue;
      issues.push_back(
          {"number-contradiction",
           entry.row.number,
           fmt::format("{} says {}, {} says {}", claims[0].place, claims[0].number.canonical,
                       claims[i].place, claims[i].number.canonical),
           {entry.row.path}});
      break;
    }
  }
}

// Titles are compared by their words; a list may give the beginning only.
std::string title_key(std::string_view title) {
  std::string key = search_key(title);
  std::ranges::replace_if(
      key, [](char c) { return !is_alpha(c) && !is_digit(c) && (c & 0x80) == 0; }, ' ');
  return collapse(key);
}

bool same_title(std::string_view a, std::string_view b) {
  const std::string first = title_key(a);
  const std::string second = title_key(b);
  return first.find(second) != std::string::npos || second.find(first) != std::string::npos;
}

// What the agendas of a folder are held against.
class Holdings {
 public:
  explicit Holdings(const Entries& entries) {
    for (const RegisterEntry& entry : entries) {
      const Identifier& number = entry.number;
      if (entry.row.key.empty() || !is_paper(number, *entry.profile)) continue;
      by_key_[entry.row.key].push_back(&entry);
      if (entry.listed.empty()) series_.insert(series_of(number));
    }
  }

  // Whether the folder is one of the series that a listed document is of.
  bool has_series(const Identifier& number) const { return series_.contains(series_of(number)); }

  const std::vector<const RegisterEntry*>& documents(const std::string& key) const {
    static const std::vector<const RegisterEntry*> kNone;
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? kNone : found->second;
  }

 private:
  std::map<std::string, std::vector<const RegisterEntry*>> by_key_;
  std::set<std::string> series_;
};

class AgendaCheck {
 public:
  AgendaCheck(const Entries& entries, std::vector<RegisterIssue>& issues)
      : entries_(entries), issues_(issues), holdings_(entries) {}

  void run() {
    for (const RegisterEntry& agenda : entries_) {
      for (const ListedDocument& listed : agenda.listed) compare(agenda, listed);
    }
    for (const RegisterEntry& entry : entries_) add_when_not_listed(entry);
  }

 private:
  void compare(const RegisterEntry& agenda, const ListedDocument& listed) {
    const std::string key = agenda.profile->grammar.key(listed.number);
    listed_.insert(key);
    // A paper of another group that an agenda happens to name says nothing of its neighbours.
    if (agenda.number.field("group") == listed.number.field("group")) {
      listed_series_.insert(series_of(listed.number));
    }
    const auto& documents = holdings_.documents(key);
    const int revision = revision_number(listed.number.field("revision"));
    const auto has_revision = [&](const RegisterEntry* entry) {
      return revision_number(entry->row.revision) == revision;
    };
    const auto is_later = [&](const RegisterEntry* entry) {
      return revision_number(entry->row.revision) > revision;
    };
    if (std::ranges::none_of(documents, has_revision) &&
        std::ranges::none_of(documents, is_later)) {
      add_missing(agenda, listed);
    }
    for (const RegisterEntry* const entry : documents) {
      if (revision > 0 && entry->row.latest && is_later(entry)) {
        add("outdated", listed.number.canonical,
            fmt::format("{} names {}, the latest here is {}", name_of(agenda),
                        listed.number.canonical, entry->row.number),
            {agenda.row.path, entry->row.path});
      }
      if (has_revision(entry)) compare_titles(agenda, listed, *entry);
    }
  }

  void add_missing(const RegisterEntry& agenda, const ListedDocument& listed) {
    if (!holdings_.has_series(listed.number)) return;
    if (!missing_.insert(listed.number.canonical).second) return;
    add("missing", listed.number.canonical,
        fmt::format("{} names {}, which is not here", name_of(agenda), listed.number.canonical),
        {agenda.row.path});
  }

  void compare_titles(const RegisterEntry& agenda, const ListedDocument& listed,
                      const RegisterEntry& entry) {
    if (listed.title.empty() || entry.row.title.empty()) return;
    if (same_title(listed.title, entry.row.title)) return;
    add("title-contradiction", entry.row.number,
        fmt::format("{} calls it '{}', its own title is '{}'", name_of(agenda), listed.title,
                    entry.row.title),
        {agenda.row.path, entry.row.path});
  }

  void add_when_not_listed(const RegisterEntry& entry) {
    if (entry.row.key.empty() || !entry.listed.empty() || listed_.contains(entry.row.key)) {
      return;
    }
    if (!listed_series_.contains(series_of(entry.number))) return;
    add("not-listed", entry.row.number, "no agenda or list of documents here names it",
        {entry.row.path});
  }

  static const std::string& name_of(const RegisterEntry& entry) {
    return entry.row.number.empty() ? entry.row.path : entry.row.number;
  }

  void add(const char* kind, const std::string& number, std::string what,
           std::vector<std::string> paths) {
    issues_.push_back({kind, number, std::move(what), std::move(paths)});
  }

  const Entries& entries_;
  std::vector<RegisterIssue>& issues_;
  Holdings holdings_;
  std::set<std::string> listed_;  // keys
  std::set<std::string> listed_series_;
  std::set<std::string> missing_;
};

}  // namespace

void give_agenda_items(std::vector<RegisterEntry>& entries) {
  std::map<std::string, std::string> items;  // key -> item
  for (const RegisterEntry& agenda : entries) {
    for (const ListedDocument& listed : agenda.listed) {
      if (listed.item.empty()) continue;
      items.emplace(agenda.profile->grammar.key(listed.number), listed.item);
    }
  }
  for (RegisterEntry& entry : entries) {
    const auto found = items.find(entry.row.key);
    if (found != items.end()) entry.row.agenda_item = found->second;
  }
}

std::vector<RegisterIssue> register_issues(const std::vector<RegisterEntry>& entries) {
  std::vector<RegisterIssue> issues;
  add_same_content(entries, issues);
  add_number_twice(entries, issues);
  add_number_contradictions(entries, issues);
  AgendaCheck(entries, issues).run();
  return issues;
}

}  // namespace rapporteur
