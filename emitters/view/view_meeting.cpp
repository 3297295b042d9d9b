#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "emitters/view/meeting_keys.hpp"
#include "emitters/view/view_groups.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// Of a list of the whole meeting, how much a summary shows: the rest stands by document.
constexpr std::size_t kShown = 40;
constexpr std::size_t kNames = 3;   // of meetings
constexpr std::size_t kPlaces = 3;  // at which one thing is said; the rest is counted

using Key = std::function<std::string(const Shown&)>;

std::string place_of(const Shown& fact) {
  const std::string& where = fact["evidence"].text("where");
  return fact.text("document_label") + (where.empty() ? "" : ", " + where);
}

// "TD 12, clause 3; TD 14, line 8 and 5 more".
std::string places_text(const std::vector<std::string>& places) {
  const std::size_t shown = std::min(places.size(), kPlaces);
  const std::string text =
      join({places.begin(), places.begin() + static_cast<std::ptrdiff_t>(shown)}, "; ");
  return shown == places.size() ? text : fmt::format("{} and {} more", text, places.size() - shown);
}

// What has the same key once, with `stated_text` for its places and `also_text` for those after
// the first.
Shown::List merged(const Shown::List& facts, const Key& key) {
  std::map<std::string, std::size_t> known;
  Shown::List out;
  std::vector<std::vector<std::string>> places;
  for (const Shown& fact : facts) {
    const auto [entry, is_new] = known.try_emplace(key(fact), out.size());
    if (is_new) {
      out.push_back(fact);
      places.emplace_back();
    }
    places[entry->second].push_back(place_of(fact));
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].set("stated_text", places_text(places[i]));
    places[i].erase(places[i].begin());
    out[i].set("also_text", join(places[i], "; "));
  }
  return out;
}

Key members(std::vector<const char*> names) {
  return [names = std::move(names)](const Shown& fact) {
    std::string key;
    for (const char* name : names) key += search_key(fact.text(name)) + '\n';
    return key;
  };
}

// A date in ISO 8601, or "" for one in words.
std::string iso(const std::string& date) {
  return !date.empty() && is_digit(date[0]) ? date : std::string();
}

// Dates first, in their order; then what is said in words, then what has none.
void sort_by_date(Shown::List& facts, const char* member) {
  std::ranges::stable_sort(facts, {}, [member](const Shown& fact) {
    const std::string& date = fact.text(member);
    return std::tuple(date.empty(), iso(date).empty(), iso(date));
  });
}

// A date is past when the day, month or year that it names ended before `today`.
bool is_past(const std::string& date, const std::string& today) {
  const std::string day = iso(date);
  return !day.empty() && !today.empty() && day < std::string_view(today).substr(0, day.size());
}

std::pair<Shown::List, Shown::List> split(const Shown::List& facts,
                                          const std::function<bool(const Shown&)>& is_first) {
  std::pair<Shown::List, Shown::List> out;
  for (const Shown& fact : facts) (is_first(fact) ? out.first : out.second).push_back(fact);
  return out;
}

MeetingName name_of(const Shown& meeting) {
  return {meeting.text("from"), meeting.text("until"), meeting.text("body"), meeting.text("title")};
}

class Summary {
 public:
  Summary(const Shown& view, const ReportWords& words)
      : view_(view), words_(words), today_(view.text("newest_date")) {
    std::vector<std::string> names;
    for (const Shown& document : view.items("documents")) {
      if (!document["is_replaced"].says_yes()) continue;
      replaced_.insert(document.text("path"));
      names.push_back(document.text("label"));
    }
    summary_.set("replaced_text", join(names, ", "));
  }

  Shown make() {
    add_names();
    add_decisions();
    add_actions();
    add_deadlines();
    add_meetings();
    add("appointments", merged(current("appointments"), members({"person", "office", "body"})));
    add("votes", current("votes"));
    add_positions();
    add_questions(summary_);
    return std::move(summary_);
  }

 private:
  // The list as it is shown, its count, and how many more there are.
  void add(const std::string& name, Shown::List list) {
    const std::size_t count = list.size();
    summary_.set("first_" + name, list.empty() ? Shown() : list.front());
    list.resize(std::min(count, kShown));
    summary_.set(name + "_count", std::to_string(count));
    summary_.set(name + "_more", count - list.size());
    summary_.set(name, std::move(list));
  }

  // "SG13, Geneva, 9-20 March 2026 (18 documents)": the meetings that documents are of, by how many
  // name them.
  void add_names() {
    std::map<std::string, std::pair<std::string, std::size_t>> meetings;
    for (const Shown& document : view_.items("documents")) {
      const std::string& meeting = document.text("meeting");
      if (meeting.empty()) continue;
      const std::string& group = document["number"]["fields"].text("group");
      const bool is_name = std::ranges::any_of(group, is_alpha);
      const std::string name = words_.body(is_name ? group + ", " + meeting : meeting);
      auto& [shown, count] = meetings[search_key(name)];
      if (count++ == 0) shown = name;
    }
    std::vector<std::pair<std::string, std::size_t>> sorted;
    for (const auto& [key, meeting] : meetings) sorted.push_back(meeting);
    std::ranges::stable_sort(sorted, std::greater(), &decltype(sorted)::value_type::second);
    std::size_t shown = 0;
    while (shown < std::min(sorted.size(), kNames) && (shown == 0 || sorted[shown].second > 1)) {
      ++shown;
    }
    sorted.resize(shown);
    std::vector<std::string> texts;
    for (const auto& [name, count] : sorted) {
      texts.push_back(fmt::format("{} ({})", name, quantity(count, "document")));
    }
    summary_.set("names_text", join(texts, "; "));
  }

  // What no document says that a later revision has replaced.
  Shown::List current(const char* list) const {
    Shown::List facts = view_.items(list);
    std::erase_if(facts,
                  [&](const Shown& fact) { return replaced_.contains(fact.text("document")); });
    return facts;
  }

  // "7 approved, 2 agreed": the most frequent first.
  static std::string tally(const Shown::List& decisions) {
    std::map<std::string, std::size_t> counts;
    for (const Shown& decision : decisions) ++counts[decision.text("verb_label")];
    std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::greater(), &decltype(sorted)::value_type::second);
    std::vector<std::string> texts;
    for (const auto& [verb, count] : sorted) texts.push_back(fmt::format("{} {}", count, verb));
    return join(texts, ", ");
  }

  void add_decisions() {
    const Shown::List all =
        merged(current("decisions"), members({"verb", "subject", "body", "date"}));
    auto [routine, main] = split(all, [&](const Shown& decision) {
      return std::ranges::find(words_.routine, decision.text("verb")) != words_.routine.end();
    });
    summary_.set("decisions_text", tally(all));
    summary_.set("routine_text", tally(routine));
    add("decisions", std::move(main));
  }

  void add_positions() {
    Shown::List questions = position_questions(current("position_groups"), words_.labels).items();
    const auto divided = static_cast<std::size_t>(std::ranges::count_if(
        questions, [](const Shown& question) { return question["is_divided"].says_yes(); }));
    std::string text = quantity(questions.size(), "question");
    if (divided > 0) text += fmt::format(", {} of them divided", divided);
    summary_.set("questions_text", text);
    add("questions", std::move(questions));
  }

  void add_actions() {
    Shown::List all = merged(current("actions"), members({"reference", "what", "owner", "due"}));
    sort_by_date(all, "due");
    auto [closed, open] = split(all, [&](const Shown& action) {
      const std::string status = search_key(action.text("status"));
      return std::ranges::find(words_.closed, status) != words_.closed.end();
    });
    add("open_actions", std::move(open));
    add("closed_actions", std::move(closed));
  }

  void add_deadlines() {
    const Shown::List all = merged(current("deadlines"), members({"date", "what", "whom"}));
    auto [past, ahead] =
        split(all, [&](const Shown& deadline) { return is_past(deadline.text("date"), today_); });
    add("deadlines_ahead", std::move(ahead));
    add("deadlines_past", std::move(past));
  }

  void add_meetings() {
    const Shown::List meetings = current("meetings");
    std::vector<MeetingName> names;
    for (const Shown& meeting : meetings) names.push_back(name_of(meeting));
    const MeetingKeys keys(names, words_);
    Shown::List all =
        merged(meetings, [&](const Shown& meeting) { return keys.key(name_of(meeting)); });
    sort_by_date(all, "from");
    auto [past, ahead] = split(all, [&](const Shown& meeting) {
      const std::string& until = meeting.text("until");
      return is_past(until.empty() ? meeting.text("from") : until, today_);
    });
    const auto next = std::ranges::find_if(
        ahead, [&](const Shown& meeting) { return meeting.text("from") > today_; });
    summary_.set("next_meeting", next == ahead.end() ? Shown() : *next);
    add("meetings_ahead", std::move(ahead));
    add("meetings_past", std::move(past));
  }

  const Shown& view_;
  const ReportWords& words_;
  std::string today_;
  std::set<std::string> replaced_;  // paths
  Shown summary_;
};

}  // namespace

Shown meeting_summary(const Shown& view, const ReportWords& words) {
  return Summary(view, words).make();
}

}  // namespace rapporteur
