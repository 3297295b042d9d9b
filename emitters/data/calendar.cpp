#include "emitters/data/calendar.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "emitters/base/escape.hpp"
#include "emitters/base/report_words.hpp"
#include "emitters/base/whole_date.hpp"
#include "emitters/view/meeting_keys.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLineBytes = 75;  // RFC 5545 3.1, without the line end

// Folds a line between characters; what goes on begins with a blank.
std::string folded(std::string_view line) {
  std::string out;
  std::size_t most = kLineBytes;
  while (line.size() > most) {
    std::size_t end = most;
    while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    out += line.substr(0, end);
    out += "\r\n ";
    line.remove_prefix(end);
    most = kLineBytes - 1;
  }
  out += line;
  return out + "\r\n";
}

std::string day(Date date) {
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

// "2031-03-05T09:30:00Z" -> "20310305T093000Z"; what is missing after the year is its beginning.
std::string stamp(const std::string& now) {
  static constexpr std::string_view kBeginning = "0000-01-01T00:00:00";
  if (now.size() < 4) return "19700101T000000Z";
  std::string whole = now.substr(0, kBeginning.size());
  whole += kBeginning.substr(whole.size());
  std::string out;
  for (const char c : whole) {
    if (is_digit(c) || c == 'T') out += c;
  }
  return out + 'Z';
}

struct Event {
  Date from;
  Date until;
  std::string summary;
  std::string location;
};

std::optional<Event> event_of(const Deadline& deadline) {
  const std::optional<Date> date = whole_date(deadline.date);
  if (!date) return {};
  std::string summary = "Deadline: " + deadline.what;
  if (!deadline.whom.empty()) summary += " (" + deadline.whom + ")";
  return Event{*date, *date, std::move(summary), ""};
}

std::optional<Event> event_of(const Meeting& meeting) {
  const std::optional<Date> from = whole_date(meeting.from);
  if (!from) return {};
  const std::optional<Date> until = whole_date(meeting.until);
  std::string summary = meeting.title.empty() ? "Meeting of " + meeting.body : meeting.title;
  return Event{*from, until && *from <= *until ? *until : *from, std::move(summary), meeting.place};
}

template <class Fact>
std::optional<Event> event_of(const Fact&) {
  return {};
}

std::string source_of(const LocatedFact& fact) {
  const std::string where = where_text(fact.evidence);
  std::string source = where.empty() ? fact.document : fact.document + ", " + where;
  if (!fact.evidence.quote.empty()) source += "\n" + fact.evidence.quote;
  return source;
}

// What several documents state is one event.
struct Stated {
  Event event;
  std::string id;                    // stays when other documents change
  std::vector<std::string> sources;  // places and words
};

std::string text_of(const Stated& stated, const std::string& now) {
  const Event& event = stated.event;
  std::string out = "BEGIN:VEVENT\r\n";
  out += folded(fmt::format("UID:{}@rapporteur", stated.id.substr(0, 32)));
  out += folded("DTSTAMP:" + now);
  out += folded("DTSTART;VALUE=DATE:" + day(event.from));
  // 3.6.1: the end is the day after the last.
  const Date end = date_of_day_number(day_number(event.until) + 1);
  out += folded("DTEND;VALUE=DATE:" + day(end));
  out += folded("SUMMARY:" + calendar_escaped(event.summary));
  if (!event.location.empty()) out += folded("LOCATION:" + calendar_escaped(event.location));
  out += folded("DESCRIPTION:" + calendar_escaped(join(stated.sources, "\n\n")));
  return out + "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
}

MeetingName name_of(const Meeting& meeting) {
  return {meeting.from, meeting.until, meeting.body, meeting.title};
}

std::vector<Stated> events_of(const Results& results, const ReportWords& words) {
  std::vector<MeetingName> names;
  for (const LocatedFact& fact : results.facts) {
    if (const auto* const meeting = std::get_if<Meeting>(&fact.value)) {
      names.push_back(name_of(*meeting));
    }
  }
  const MeetingKeys keys(names, words);
  std::vector<Stated> events;
  std::map<std::string, std::size_t> known;
  for (const LocatedFact& fact : results.facts) {
    std::optional<Event> event =
        std::visit([](const auto& value) { return event_of(value); }, fact.value);
    if (!event) continue;
    const auto* const meeting = std::get_if<Meeting>(&fact.value);
    const std::string key = meeting != nullptr ? "meeting\n" + keys.key(name_of(*meeting))
                                               : day(event->from) + '\n' + event->summary;
    const auto [entry, is_new] = known.try_emplace(key, events.size());
    if (is_new) events.push_back({*event, sha256(key), {}});
    Stated& stated = events[entry->second];
    if (stated.event.location.empty()) stated.event.location = event->location;
    stated.sources.push_back(source_of(fact));
  }
  return events;
}

}  // namespace

std::string calendar(const Results& results, const ReportWords& words, const std::string& now) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//rapporteur//rapporteur//EN\r\n";
  out += folded("X-WR-CALNAME:" + calendar_escaped(results.title));
  for (const Stated& stated : events_of(results, words)) out += text_of(stated, stamp(now));
  return out + "END:VCALENDAR\r\n";
}

}  // namespace rapporteur
