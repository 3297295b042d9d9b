#include "pipeline/text/date_scanner.hpp"

#include <algorithm>
#include <span>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestRoman = 4;  // "VIII"
constexpr std::size_t kLongestList = 12;  // days named before one month
// What may stand behind "2026-06-15 to 19".
constexpr std::string_view kBehindDay = "(),;.";

bool is_word(char c) { return is_digit(c) || is_alpha(c) || c == '_'; }

// "6, 7 and 8 December" is one meeting of three days.
bool follow_each_other(std::span<const DateMention> days) {
  return std::ranges::adjacent_find(days, [](const DateMention& one, const DateMention& next) {
           return next.from.day != one.from.day + 1;
         }) == days.end();
}

}  // namespace

// Completes the years, orders the two days and refuses what no calendar has.
DateScanner::Found DateScanner::made(Date from, Date to, std::size_t begin, std::size_t end) const {
  DateMention mention{from, to, begin, end, false};
  if (mention.to.year == 0) {
    if (!assumed_year_) return {};
    mention.to.year = *assumed_year_;
    mention.year_inferred = true;
  }
  if (mention.from.year == 0) {
    mention.from.year = mention.to.year;
    // "28 December – 3 January 2024" begins in the year before.
    if (mention.from.month > mention.to.month) --mention.from.year;
  }
  if (!mention.from.valid() || !mention.to.valid() || mention.to < mention.from) return {};
  return mention;
}

std::optional<DateScanner::Numeric> DateScanner::year_first(std::size_t at) const {
  DateTokens tokens(text_, at);
  const std::optional<int> year = tokens.digits(4, 4);
  if (!year) return {};
  for (const char separator : {'-', '/', '.'}) {
    if (!tokens.character(separator)) continue;
    const std::optional<int> month = tokens.digits(2, 2);
    if (!month) return {};
    const std::size_t after_month = tokens.at();
    if (tokens.character(separator)) {
      const std::optional<int> day = tokens.digits(2, 2);
      if (!day || *day == 0) return {};
      return Numeric{{*year, *month, *day}, tokens.at()};
    }
    if (separator == '.' || *month == 0) return {};
    return Numeric{{*year, *month, 0}, after_month};
  }
  return {};
}

// "2026-June-16"
std::optional<DateScanner::Numeric> DateScanner::year_and_month_name(std::size_t at) const {
  DateTokens tokens(text_, at);
  const std::optional<int> year = tokens.digits(4, 4);
  if (!year || !tokens.character('-')) return {};
  const std::optional<DateTokens::Month> month = tokens.month();
  if (!month || !tokens.character('-')) return {};
  const std::optional<int> day = tokens.digits(1, 2);
  if (!day || *day == 0) return {};
  return Numeric{{*year, month->number, *day}, tokens.at()};
}

// "1.V.2019"
std::optional<DateScanner::Numeric> DateScanner::roman_month(std::size_t at) const {
  DateTokens tokens(text_, at);
  const std::optional<int> day = tokens.digits(1, 2);
  if (!day || *day == 0 || !tokens.character('.')) return {};
  const std::size_t begin = tokens.at();
  const std::size_t end = text_.find('.', begin);
  if (end == std::string_view::npos || end == begin || end - begin > kLongestRoman) return {};
  const std::string_view letters = text_.substr(begin, end - begin);
  const int month = is_upper(letters.front()) ? roman_value(letters) : 0;
  tokens.move_to(end + 1);
  const std::optional<int> year = tokens.digits(4, 4);
  if (month == 0 || !year) return {};
  return Numeric{{*year, month, *day}, tokens.at()};
}

std::optional<DateScanner::Numeric> DateScanner::year_last(std::size_t at) const {
  DateTokens tokens(text_, at);
  const std::optional<int> first = tokens.digits(1, 2);
  if (!first || *first == 0) return {};
  const bool two_digits = tokens.at() - at == 2;
  for (const char separator : {'/', '.', '-'}) {
    if (!tokens.character(separator)) continue;
    const std::size_t after = tokens.at();
    if (const std::optional<int> year = tokens.digits(4, 4)) {
      const bool is_month = two_digits && separator == '/';
      if (!is_month) return {};
      return Numeric{{*year, *first, 0}, tokens.at()};
    }
    tokens.move_to(after);
    const std::optional<int> month = tokens.digits(1, 2);
    if (!month || *month == 0 || !tokens.character(separator)) return {};
    const std::optional<int> year = tokens.digits(4, 4);
    if (!year) return {};
    return Numeric{{*year, *month, *first}, tokens.at()};
  }
  return {};
}

std::optional<DateScanner::Numeric> DateScanner::numeric_date(std::size_t at) const {
  std::optional<Numeric> found = year_first(at);
  if (!found) found = year_last(at);
  if (!found) found = year_and_month_name(at);
  if (!found) found = roman_month(at);
  if (!found || !found->date.valid()) return {};
  const std::size_t end = found->end;
  const char next = end < text_.size() ? text_[end] : '\0';
  const char after = end + 1 < text_.size() ? text_[end + 1] : '\0';
  // A time may follow a day ("2023-04-10T12:00"); nothing else may be glued to it.
  const bool time_follows = found->date.day != 0 && next == 'T' && is_digit(after);
  if (is_word(next) && !time_follows) return {};
  if ((next == '-' || next == '/' || next == '.') && is_word(after) && found->date.day == 0) {
    // "2022/03-09/2023" is a range, "2019-02-x" and "2019-02/3" are no dates.
    const bool other_style = text_[at + 4] == '/' && next == '-';
    if (!other_style) return {};
  }
  return found;
}

// "2026-06-15" has been read: "/19", "/07-02" or, before the end of the words, " to 19" may follow.
DateScanner::Found DateScanner::shortened_end(const Numeric& first, std::size_t begin) const {
  DateTokens tokens(text_, first.end);
  if (first.date.day == 0) return {};
  const bool slash = tokens.character('/');
  if (!slash && !tokens.range_sign()) return {};
  const std::optional<int> day_or_month = tokens.digits(2, 2);
  if (!day_or_month) return {};
  Date last{first.date.year, first.date.month, *day_or_month};
  if (!slash) {
    const std::size_t next = text_.find_first_not_of(' ', tokens.at());
    const bool ends =
        next == std::string_view::npos || kBehindDay.find(text_[next]) != kBehindDay.npos;
    if (!ends || last.day <= first.date.day) return {};
  } else if (tokens.character('-')) {
    const std::optional<int> day = tokens.digits(2, 2);
    if (!day) return {};
    last = {first.date.year, *day_or_month, *day};
  }
  if (tokens.at() < text_.size() && is_word(text_[tokens.at()])) return {};
  return last.day == 0 ? Found() : made(first.date, last, begin, tokens.at());
}

DateScanner::Found DateScanner::numeric(std::size_t at) const {
  if (!DateTokens::number_may_begin(text_, at)) return {};
  if (at > 0 && text_[at - 1] == '-') return {};
  const std::optional<Numeric> first = numeric_date(at);
  DateTokens tokens(text_, first ? first->end : at);
  if (!first) {
    // "13-24/03/2023"
    const std::optional<int> day = tokens.digits(1, 2);
    if (!day || !tokens.range_sign()) return {};
    const std::optional<Numeric> last = year_last(tokens.at());
    if (!last || last->date.day == 0) return {};
    return made({last->date.year, last->date.month, *day}, last->date, at, last->end);
  }
  if (tokens.range_sign()) {
    const std::optional<Numeric> last = numeric_date(tokens.at());
    const bool alike = last && (last->date.day == 0) == (first->date.day == 0);
    if (alike) {
      if (Found range = made(first->date, last->date, at, last->end)) return range;
    }
  }
  if (Found range = shortened_end(*first, at)) return range;
  return made(first->date, first->date, at, first->end);
}

std::optional<DateScanner::MonthYear> DateScanner::month_and_year(DateTokens& tokens) const {
  const std::size_t start = tokens.at();
  tokens.blanks();
  const bool hyphen = tokens.character('-');
  if (!hyphen && tokens.character(',')) tokens.blanks();
  tokens.of();
  const std::optional<DateTokens::Month> month = tokens.month();
  if (!month) {
    tokens.move_to(start);
    return {};
  }
  const std::size_t after = tokens.at();
  if (hyphen && tokens.character('-')) {
    // "25-Nov-2022", "25-Nov-22"
    if (const std::optional<int> year = tokens.digits(4, 4)) return MonthYear{month->number, *year};
    if (const std::optional<int> year = tokens.digits(2, 2)) {
      return MonthYear{month->number, 2000 + *year};
    }
    tokens.move_to(after);
  }
  const std::optional<int> year = tokens.year();
  if (!year && month->doubtful) {
    tokens.move_to(start);
    return {};
  }
  return MonthYear{month->number, year.value_or(0)};
}

// "30 May" has been read: "– 2 June 2023" may follow.
DateScanner::Found DateScanner::second_half(Date from, std::size_t begin, DateTokens tokens) const {
  if (!tokens.range_sign()) return {};
  const std::optional<int> day = tokens.day();
  if (!day) return {};
  const std::optional<MonthYear> rest = month_and_year(tokens);
  if (!rest) return {};
  return made(from, {rest->year, rest->month, *day}, begin, tokens.at());
}

bool DateScanner::stands_after_between(std::size_t at) const {
  const std::string_view before = trim(text_.substr(at > 12 ? at - 12 : 0, at > 12 ? 12 : at));
  return before.size() >= 7 && equals_ignoring_case(before.substr(before.size() - 7), "between");
}

// "20-9 March": what was meant is not to be known.
bool DateScanner::ends_broken_range(std::size_t at) const {
  std::string_view before = text_.substr(0, at);
  if (before.ends_with("\u2013")) {
    before.remove_suffix(3);
  } else if (before.ends_with('-')) {
    before.remove_suffix(1);
  } else {
    return false;
  }
  return !before.empty() && is_digit(before.back());
}

DateScanner::Found DateScanner::day_first(std::size_t at) const {
  DateTokens tokens(text_, at);
  const std::optional<int> day = tokens.day();
  if (!day || ends_broken_range(at)) return {};
  const DateTokens after_day = tokens;
  if (const std::optional<MonthYear> rest = month_and_year(tokens)) {
    const Date date{rest->year, rest->month, *day};
    if (Found range = second_half(date, at, tokens)) return range;
    return made(date, date, at, tokens.at());
  }
  tokens = after_day;
  bool joined = tokens.range_sign();
  bool next_only = false;
  if (!joined) {
    tokens.blanks();
    joined = tokens.and_sign();
    next_only = joined && !stands_after_between(at);
    tokens.blanks();
  }
  if (!joined) return {};
  const std::optional<int> last = tokens.day();
  if (!last || *last <= *day || (next_only && *last != *day + 1)) return {};
  const std::optional<MonthYear> rest = month_and_year(tokens);
  if (!rest) return {};
  return made({rest->year, rest->month, *day}, {rest->year, rest->month, *last}, at, tokens.at());
}

std::vector<DateMention> DateScanner::list(std::size_t at) const {
  std::vector<DateMention> found;
  DateTokens tokens(text_, at);
  bool last = false;
  while (found.size() < kLongestList) {
    DateMention mention;
    mention.begin = tokens.at();
    const std::optional<int> day = tokens.day();
    if (!day) return {};
    mention.from.day = *day;
    mention.end = tokens.at();
    found.push_back(mention);
    if (last) break;
    tokens.blanks();
    const bool comma = tokens.character(',');
    tokens.blanks();
    last = tokens.and_sign();
    tokens.blanks();
    if (!comma && !last) return {};
  }
  const std::optional<MonthYear> rest = month_and_year(tokens);
  if (!last || !rest) return {};
  found.back().end = tokens.at();
  for (DateMention& mention : found) {
    const Date date{rest->year, rest->month, mention.from.day};
    const Found whole = made(date, date, mention.begin, mention.end);
    if (!whole) return {};
    mention = *whole;
  }
  if (follow_each_other(found)) {
    found.front().to = found.back().to;
    found.front().end = found.back().end;
    found.resize(1);
  }
  return found;
}

// "April" has been read: "10, 2023", "10-14, 2023", "30 – May 2, 2023".
DateScanner::Found DateScanner::days_of_month(int month, std::size_t begin,
                                              DateTokens tokens) const {
  tokens.blanks();
  if (tokens.character(',')) tokens.blanks();
  const std::optional<int> day = tokens.day();
  if (!day) return {};
  DateTokens single = tokens;
  const std::optional<int> first_year = tokens.year();
  if (tokens.range_sign()) {
    const std::optional<DateTokens::Month> second = tokens.month();
    tokens.blanks();
    const std::optional<int> last = tokens.day();
    const int last_month = second ? second->number : month;
    if (last && (second || *last > *day)) {
      const int year = tokens.year().value_or(0);
      const Found range = made({first_year.value_or(0), month, *day}, {year, last_month, *last},
                               begin, tokens.at());
      if (range) return range;
    }
  }
  const int year = single.year().value_or(0);
  const Date date{year, month, *day};
  return made(date, date, begin, single.at());
}

// "April" has been read: "2023", "2023 – June 2024", "– June 2023", "/June 2023".
DateScanner::Found DateScanner::months(int month, std::size_t begin, DateTokens tokens) const {
  const std::optional<int> year = tokens.year();
  const DateTokens single = tokens;
  if (tokens.range_sign() || tokens.character('/')) {
    const std::optional<DateTokens::Month> last = tokens.month();
    const std::optional<int> last_year = tokens.year();
    if (last && last_year) {
      const Date from{year.value_or(0), month, 0};
      if (Found range = made(from, {*last_year, last->number, 0}, begin, tokens.at())) return range;
    }
  }
  if (!year) return {};
  return made({*year, month, 0}, {*year, month, 0}, begin, single.at());
}

// "30 February 2023": the day belongs to the month although no calendar has it.
bool DateScanner::stands_after_day(std::size_t at) const {
  std::string_view before = text_.substr(0, at);
  while (!before.empty() && before.back() == ' ' && at - before.size() < 8) before.remove_suffix(1);
  std::size_t count = 0;
  while (count < 3 && count < before.size() && is_digit(before[before.size() - 1 - count])) ++count;
  return count == 1 || count == 2;
}

DateScanner::Found DateScanner::month_first(std::size_t at) const {
  DateTokens tokens(text_, at);
  const std::optional<DateTokens::Month> month = tokens.month();
  if (!month || stands_after_day(at)) return {};
  if (Found found = months(month->number, at, tokens)) return found;
  if (month->foreign) return {};
  Found found = days_of_month(month->number, at, tokens);
  if (found && month->doubtful && found->year_inferred) return {};
  return found;
}

DateScanner::Found DateScanner::from_weekday(std::size_t at) const {
  DateTokens tokens(text_, at);
  if (!tokens.weekday()) return {};
  if (Found found = day_first(at)) return found;
  Found found = month_first(tokens.at());
  if (found) found->begin = at;
  return found;
}

std::vector<DateMention> DateScanner::all() {
  std::vector<DateMention> found;
  std::size_t at = 0;
  while (at < text_.size()) {
    const char c = text_[at];
    const bool word_begins = at == 0 || !is_word(text_[at - 1]);
    Found mention;
    if (word_begins && is_digit(c)) {
      mention = numeric(at);
      if (!mention) mention = with_characters(at);
      if (!mention && DateTokens::number_may_begin(text_, at)) {
        mention = day_first(at);
        if (!mention) {
          const std::vector<DateMention> days = list(at);
          found.insert(found.end(), days.begin(), days.end());
          if (!days.empty()) at = days.back().end;
          if (!days.empty()) continue;
        }
      }
    } else if (word_begins && is_alpha(c)) {
      mention = month_first(at);
      if (!mention) mention = from_weekday(at);
    }
    if (mention) found.push_back(*mention);
    at = mention ? mention->end : at + 1;
  }
  return found;
}

}  // namespace rapporteur
