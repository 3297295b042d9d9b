#include "parsers/office/number_look.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr double kLastSerial = 2958466;  // 10000-01-01
constexpr int kMinutes = 24 * 60;        // of a day

// The letters of a format that stand for something: not what is quoted, in brackets or escaped.
std::string letters_of(std::string_view code) {
  std::string out;
  char close = '\0';
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (close != '\0') {
      if (c == close) close = '\0';
    } else if (c == '"' || c == '[') {
      close = c == '"' ? '"' : ']';
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;  // the next one is shown, or only takes room
    } else if (c == ';') {
      break;  // what follows is for negative numbers
    } else {
      out += c;
    }
  }
  return lower_ascii(out);
}

// A day counted from 1900 as an ISO date; the count has a 29 February 1900 that never was.
std::string date_text(double serial, bool from_1904) {
  const auto day = static_cast<int>(std::floor(serial));
  const std::chrono::sys_days first =
      from_1904 ? std::chrono::sys_days(std::chrono::year(1904) / 1 / 1)
                : std::chrono::sys_days(std::chrono::year(1899) / 12 / (day < 60 ? 31 : 30));
  const std::chrono::year_month_day date(first + std::chrono::days(day));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string moment_text(double number, NumberLook look, bool from_1904) {
  const double day = std::floor(number);
  const auto minutes = static_cast<int>(std::lround((number - day) * kMinutes));
  const bool clock = minutes < kMinutes;
  std::string time = fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
  if (day == 0 && clock) return time;
  if (look == NumberLook::time && day > 0) return {};  // a duration of days
  if (day < 1 || number >= kLastSerial) return {};
  const std::string date = date_text(number, from_1904);
  return minutes > 0 && clock ? date + " " + time : date;
}

}  // namespace

NumberLook number_look(unsigned id, std::string_view code) {
  if (code.empty()) {
    if (id == 9 || id == 10) return NumberLook::percent;
    if (14 <= id && id <= 17) return NumberLook::date;
    if (id == 22) return NumberLook::date;
    return (18 <= id && id <= 21) || (45 <= id && id <= 47) ? NumberLook::time : NumberLook::number;
  }
  const std::string letters = letters_of(code);
  if (letters.find('%') != letters.npos) return NumberLook::percent;
  if (letters == "general") return NumberLook::number;
  if (letters.find_first_of("yd") != letters.npos) return NumberLook::date;
  return letters.find_first_of("hs") != letters.npos ? NumberLook::time : NumberLook::number;
}

std::string shown_number(const std::string& stored, NumberLook look, bool from_1904) {
  double number = 0;
  const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), number);
  if (error != std::errc() || end != stored.data() + stored.size() || !std::isfinite(number)) {
    return stored;
  }
  if (look == NumberLook::percent) return fmt::format("{:.15g}%", number * 100);
  if (look == NumberLook::date || look == NumberLook::time) {
    std::string moment = number >= 0 ? moment_text(number, look, from_1904) : std::string();
    if (!moment.empty()) return moment;
  }
  // A workbook keeps seventeen digits, of which fifteen are ever shown.
  const bool fraction = stored.find_first_of(".eE") != stored.npos;
  return fraction ? fmt::format("{:.15g}", number) : stored;
}

}  // namespace rapporteur
