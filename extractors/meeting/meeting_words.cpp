#include "extractors/meeting/meeting_words.hpp"

#include <algorithm>

#include "extractors/reading/match.hpp"
#include "extractors/reading/occasion.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kFromText = 90;
constexpr int kGroupInferred = 80;
constexpr int kYearInferred = 70;
constexpr std::size_t kMonth = 7;  // "2026-03"

// Without the marks that stand between a place and a date.
std::string_view without_marks(std::string_view text) {
  const auto is_mark = [](char c) {
    return is_space(c) || c == ',' || c == '(' || c == ')' || c == ':' || c == ';' || c == '.' ||
           c == '-' || c == '|' || c == '[' || c == ']';
  };
  const std::string_view dash = "–";
  for (std::size_t left = text.size() + 1; left != text.size();) {
    left = text.size();
    while (!text.empty() && is_mark(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_mark(text.back())) text.remove_suffix(1);
    if (text.starts_with(dash)) text.remove_prefix(dash.size());
    if (text.ends_with(dash)) text.remove_suffix(dash.size());
  }
  return text;
}

// A group may be named in full and in short: "183rd session" on the same days is the same one.
bool same(const Meeting& a, const Meeting& b) {
  if (a.from != b.from || a.until != b.until) return false;
  if (!a.title.empty() && equals_ignoring_case(a.title, b.title)) return true;
  const auto ends_with_name = [](const std::string& whole, const std::string& name) {
    return whole.ends_with(" " + name) || whole.ends_with("/" + name);
  };
  return a.body.empty() || b.body.empty() || a.body == b.body || ends_with_name(a.body, b.body) ||
         ends_with_name(b.body, a.body);
}

// "March 2026" where the days are known, "the Porto meeting" where the group is.
bool tells_better(const Meeting& known, const Meeting& vague) {
  const bool month_only = vague.from.size() == kMonth && known.from.size() > kMonth;
  if (month_only && known.body == vague.body && known.from.starts_with(vague.from)) return true;
  return !vague.body.empty() && known.place == vague.body && known.body != vague.body &&
         known.from == vague.from && known.until == vague.until;
}

// Of "12 and 20 May", where the days before the last have no month of their own, the last day.
Date last_of(std::string_view text, const std::vector<DateMention>& dates) {
  std::size_t at = 0;
  const auto is_day = [&](const DateMention& date) {
    return std::ranges::none_of(text.substr(date.begin, date.end - date.begin), is_alpha);
  };
  while (at + 1 < dates.size() && dates[at].to.day != 0 && is_day(dates[at]) &&
         dates[at + 1].begin - dates[at].end <= std::string_view(", and ").size()) {
    ++at;
  }
  return at > 0 && dates[at].to.month == dates.front().from.month ? dates[at].to : dates.front().to;
}

}  // namespace

bool MeetingWords::give_dates(std::string_view text, Meeting& meeting, std::size_t most) {
  const std::vector<DateMention> dates =
      find_dates(text, year_ == 0 ? std::optional<int>() : std::optional<int>(year_));
  if (dates.empty() || dates.front().begin > most) return false;
  const DateMention& date = dates.front();
  year_inferred_ = date.year_inferred;
  meeting.from = date.from.iso();
  meeting.until = last_of(text, dates).iso();
  meeting.place = place_in(text, date.begin, date.end);
  meeting.time = matched_group(text, wording_.named("time"), "time");
  return true;
}

// "in Geneva on 22 March", "Geneva, 22 March" or "22 March, Geneva".
std::string MeetingWords::place_in(std::string_view text, std::size_t begin,
                                   std::size_t end) const {
  std::string place = place_alone(text.substr(0, begin));
  if (place.empty()) {
    const std::string found = matched_group(text, wording_.named("place"), "place");
    place = checked_place(collapse(without_marks(found)), "");
  }
  // Columns of a list of lines: "14-18 October\tPorto\tPortugal".
  std::string after;
  for (const char c : without_marks(text.substr(end))) {
    after += c == '\t' ? std::string(", ") : std::string(1, c);
  }
  if (place.empty()) place = place_alone(after);
  if (place.empty()) place = place_alone(after.substr(0, after.find_first_of(";(")));
  return place;
}

std::string MeetingWords::place_alone(std::string_view text) const {
  return checked_place(collapse(without_marks(text)), "place-alone");
}

// The place when it can be one; of patterns named `as`, unless that is "".
std::string MeetingWords::checked_place(const std::string& place, std::string_view as) const {
  if (!as.empty() && !matches(place, wording_.named(as))) return {};
  return is_no_place(place) ? std::string() : place;
}

bool MeetingWords::is_no_place(std::string_view words) const {
  return matches(words, wording_.named("no-place"));
}

std::string MeetingWords::body_of(const std::string& words) const {
  const std::string body = named_in(words);
  return body.empty() ? short_name(words, wording_) : body;
}

std::string MeetingWords::named_in(const std::string& words) const {
  const std::string abbreviation =
      matched_group(words, wording_.named("abbreviation"), "abbreviation");
  return abbreviation.empty() ? body_in(words) : abbreviation;
}

std::string MeetingWords::body_in(const std::string& words) const {
  return short_name(matched_group(words, wording_.named("body"), "body"), wording_);
}

std::string listed_title(const Records& records, std::uint32_t row) {
  std::string title = records.text(row, "title-column");
  if (title.empty()) return records.text(row, "topic-column");
  const bool number = std::ranges::all_of(title, is_digit);
  const std::string header = records.header_text("title-column");
  return number && header.ends_with('#') ? header + title : title;
}

void MeetingList::drop_vague() {
  const std::vector<Fact> all = facts_.all();
  const auto is_told_better = [&](const Meeting& vague) {
    return std::ranges::any_of(all, [&](const Fact& fact) {
      const Meeting* each = std::get_if<Meeting>(&fact.value);
      return each != nullptr && tells_better(*each, vague);
    });
  };
  std::erase_if(facts_.all(), [&](const Fact& fact) {
    const Meeting* meeting = std::get_if<Meeting>(&fact.value);
    return meeting != nullptr && is_told_better(*meeting);
  });
}

void MeetingList::add(Meeting meeting, MeetingEvidence at, bool year_inferred) {
  for (Fact& fact : facts_.all()) {
    Meeting* known = std::get_if<Meeting>(&fact.value);
    if (known == nullptr || !same(*known, meeting)) continue;
    for (std::string Meeting::*const member :
         {&Meeting::body, &Meeting::title, &Meeting::place, &Meeting::time}) {
      if ((known->*member).empty()) known->*member = meeting.*member;
    }
    return;
  }
  int confidence = at.reason.empty() ? kFromText : kGroupInferred;
  if (year_inferred) {
    confidence = kYearInferred;
    at.reason = "the year is that of the document";
  }
  facts_.add(std::move(meeting), at.block, at.where, std::move(at.pattern), confidence,
             std::move(at.reason));
}

}  // namespace rapporteur
