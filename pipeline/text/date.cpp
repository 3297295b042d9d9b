#include "pipeline/text/date.hpp"

#include <fmt/format.h>

#include <chrono>

#include "pipeline/text/date_scanner.hpp"

namespace rapporteur {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;

std::chrono::sys_days as_days(Date date) {
  return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
         std::chrono::day(static_cast<unsigned>(date.day));
}

}  // namespace

bool Date::valid() const {
  if (year < kFirstYear || year > kLastYear) return false;
  if (month == 0) return day == 0;
  if (month < 1 || month > 12) return false;
  if (day == 0) return true;
  const auto last = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                    std::chrono::last;
  return day > 0 && static_cast<unsigned>(day) <= static_cast<unsigned>(last.day());
}

std::string Date::iso() const {
  if (month == 0) return fmt::format("{:04}", year);
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

int Date::weekday() const {
  return static_cast<int>(std::chrono::weekday(as_days(*this)).c_encoding());
}

int day_number(Date date) { return static_cast<int>(as_days(date).time_since_epoch().count()); }

Date date_of_day_number(int days) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

int month_number(std::string_view name) {
  DateTokens tokens(name, 0);
  const std::optional<DateTokens::Month> month = tokens.month();
  return month && tokens.at() == name.size() ? month->number : 0;
}

std::vector<DateMention> find_dates(std::string_view text, std::optional<int> assumed_year) {
  return DateScanner(text, assumed_year).all();
}

}  // namespace rapporteur
