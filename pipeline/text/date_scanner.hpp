#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/text/date.hpp"
#include "pipeline/text/date_tokens.hpp"

namespace rapporteur {

// Finds dates in one pass; what it looks ahead from one place is bounded. Internal to
// pipeline/text.
class DateScanner {
 public:
  DateScanner(std::string_view text, std::optional<int> assumed_year)
      : text_(text), assumed_year_(assumed_year) {}

  std::vector<DateMention> all();

 private:
  using Found = std::optional<DateMention>;

  // Each reads what begins at `at`, and gives nothing when it does not read as its kind.
  Found numeric(std::size_t at) const;                  // 2023-04-10, 10/04/2023, 04/2023
  Found day_first(std::size_t at) const;                // 10 April 2023, 10-14 April 2023
  Found month_first(std::size_t at) const;              // April 10, 2023, June 2019
  Found from_weekday(std::size_t at) const;             // Wednesday, March 22, 2023
  Found with_characters(std::size_t at) const;          // 2023年4月10-14日
  std::vector<DateMention> list(std::size_t at) const;  // 10, 12 and 14 April 2023

  struct Numeric {
    Date date;
    std::size_t end = 0;
  };
  std::optional<Numeric> numeric_date(std::size_t at) const;
  std::optional<Numeric> year_first(std::size_t at) const;
  std::optional<Numeric> year_last(std::size_t at) const;
  std::optional<Numeric> year_and_month_name(std::size_t at) const;
  std::optional<Numeric> roman_month(std::size_t at) const;
  Found shortened_end(const Numeric& first, std::size_t begin) const;
  // The month and year after a day; the year is 0 when none stands there.
  struct MonthYear {
    int month = 0;
    int year = 0;
  };
  std::optional<MonthYear> month_and_year(DateTokens& tokens) const;
  Found second_half(Date from, std::size_t begin, DateTokens tokens) const;
  Found days_of_month(int month, std::size_t begin, DateTokens tokens) const;
  Found months(int month, std::size_t begin, DateTokens tokens) const;
  Found made(Date from, Date to, std::size_t begin, std::size_t end) const;
  bool ends_broken_range(std::size_t at) const;
  bool stands_after_day(std::size_t at) const;
  bool stands_after_between(std::size_t at) const;

  std::string_view text_;
  std::optional<int> assumed_year_;
};

}  // namespace rapporteur
