#include "extractors/reading/relative_date.hpp"

#include <algorithm>

#include "extractors/extractor.hpp"
#include "extractors/reading/match.hpp"
#include "extractors/reading/occasion.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/whole_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kDaysOfWeek = 7;
constexpr int kFriday = 5;
constexpr int kSaturday = 6;

std::optional<Date> whole_date(std::string_view text) {
  const std::vector<DateMention> found = find_dates(text);
  if (found.empty() || found.front().from.day == 0) return {};
  return found.front().from;
}

// Saturdays and Sundays do not count.
std::string working_days_after(std::string_view from, int days) {
  std::optional<Date> date = whole_date(from);
  if (!date) return {};
  int number = day_number(*date);
  for (int left = std::abs(days); left > 0;) {
    number += days < 0 ? -1 : 1;
    const int weekday = date_of_day_number(number).weekday();
    if (weekday != 0 && weekday != kSaturday) --left;
  }
  return date_of_day_number(number).iso();
}

std::string friday_of_week(std::string_view from) {
  const std::optional<Date> date = whole_date(from);
  if (!date) return {};
  const int ahead = (kFriday - date->weekday() + kDaysOfWeek) % kDaysOfWeek;
  return date_of_day_number(day_number(*date) + ahead).iso();
}

// What a length of time is counted from, and in which direction.
enum class Base : std::uint8_t { meeting_begins, meeting_ends, document };
struct Shape {
  std::string_view pattern;
  Base base;
  int sign;
};
constexpr Shape kShapes[] = {{"before-meeting", Base::meeting_begins, -1},
                             {"after-meeting", Base::meeting_ends, 1},
                             {"after-document", Base::document, 1},
                             {"within", Base::meeting_ends, 1}};
constexpr std::string_view kPoints[] = {"end-of-week", "end-of-meeting", "start-of-meeting",
                                        "next-meeting"};

}  // namespace

RelativeDates::RelativeDates(const DocumentScan& scan)
    : scan_(scan), wording_(scan.profile().wording_of("deadlines")) {}

bool RelativeDates::is_relative(std::string_view words) const {
  const auto found = [&](std::string_view name) { return matches(words, wording_.named(name)); };
  return std::ranges::any_of(kShapes, found, &Shape::pattern) ||
         std::ranges::any_of(kPoints, found);
}

std::string RelativeDates::resolve(std::string_view words) const {
  const Occasion meeting = occasion_of(scan_.doc(), scan_.profile());
  const auto has = [&](std::string_view name) { return matches(words, wording_.named(name)); };
  for (const Shape& shape : kShapes) {
    const Capture told = capture(words, wording_.named(shape.pattern));
    if (!told) continue;
    // "a week", "one week"
    const int number = number_in(told.words("count"), wording_.list("numbers"));
    const int count = std::max(1, number) * shape.sign;
    const std::string unit = told.words("unit");
    const std::string& base = shape.base == Base::document         ? scan_.doc().identity().date
                              : shape.base == Base::meeting_begins ? meeting.from
                                                                   : meeting.until;
    if (matches(unit, wording_.named("unit-working-day"))) return working_days_after(base, count);
    if (matches(unit, wording_.named("unit-week"))) return shifted(base, 0, 0, count * kDaysOfWeek);
    if (matches(unit, wording_.named("unit-month"))) return shifted(base, 0, count, 0);
    return shifted(base, 0, 0, count);
  }
  if (has("end-of-week")) return friday_of_week(meeting.until);
  if (has("end-of-meeting")) return meeting.until;
  if (has("start-of-meeting")) return meeting.from;
  return has("next-meeting") ? next_meeting() : std::string();
}

// The earliest meeting of the same group after this one that the document names.
std::string RelativeDates::next_meeting() const {
  const Occasion meeting = occasion_of(scan_.doc(), scan_.profile());
  Facts facts;
  const Profile& profile = scan_.profile();
  find_extractor("meetings")->extract(scan_, profile.wording_of("meetings"), facts);
  std::string next;
  for (const Fact& fact : facts.all()) {
    const auto& each = std::get<Meeting>(fact.value);
    // Of a group that does not say its name another one's meeting is not the next.
    const bool own = each.body.empty() || each.body == meeting.body;
    if (!own || meeting.until.empty() || each.from <= meeting.until) continue;
    if (next.empty() || each.from < next) next = each.from;
  }
  return next;
}

int number_in(std::string_view words, const std::vector<std::string>& numbers) {
  if (const std::optional<int> value = whole_number(words)) return *value;
  const auto found = std::ranges::find(numbers, lower_ascii(words));
  return found == numbers.end() ? -1 : static_cast<int>(found - numbers.begin());
}

std::string shifted(std::string_view date, int years, int months, int days) {
  const std::optional<Date> from = whole_date(date);
  if (!from) return {};
  const int month = from->year * 12 + from->month - 1 + years * 12 + months;
  Date to{month / 12, month % 12 + 1, from->day};
  while (!to.valid() && to.day > 0) --to.day;
  return to.valid() ? date_of_day_number(day_number(to) + days).iso() : std::string();
}

}  // namespace rapporteur
