#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// A calendar date of which the day, or day and month, may be unknown (0).
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  // Day and month exist in the calendar (leap years included) and the year is 1900 to 2100.
  bool valid() const;
  // "2023-04-10", "2023-04", "2023".
  std::string iso() const;
  // 0 Sunday … 6 Saturday. Needs a whole date.
  int weekday() const;
  friend auto operator<=>(const Date&, const Date&) = default;
};

// Days since 1970-01-01 of a whole date.
int day_number(Date date);
Date date_of_day_number(int days);

// The number of a month, from 1, by its name or abbreviation in English, French or Spanish; 0 where
// the word names none.
int month_number(std::string_view name);

// A date or a range of dates as people write them, where it stands, and whether the year was
// filled in from `assumed_year` because the text has none.
struct DateMention {
  Date from;
  Date to;  // equals `from` for a single date
  std::size_t begin = 0;
  std::size_t end = 0;  // bytes of the text it was found in
  bool year_inferred = false;
};

// Every date in `text`, in order:
//   2023-04-10 · 10 April 2023 · April 10, 2023 · June 2019 · 10/04/2023 (day first)
//   10-14 April 2023 · 30 May – 2 June 2023 · 10 and 11 April 2023 · 10, 11 and 12 April 2023
//   10, 12 and 14 April 2023 (three mentions) · Thursday 13th of December
//   13-24 mars 2023 · 1er juin 2023 · del 13 al 24 de marzo de 2023
// Month names are English, French or Spanish. A mention without a year takes `assumed_year`;
// without one it is left out. Words such as "early" are not read.
std::vector<DateMention> find_dates(std::string_view text, std::optional<int> assumed_year = {});

}  // namespace rapporteur
