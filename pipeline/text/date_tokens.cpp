#include "pipeline/text/date_tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kWidestGap = 8;     // blanks between two words of one date
constexpr std::size_t kLongestWord = 9;   // "September", "Wednesday"
constexpr std::size_t kLeastLetters = 3;  // of an abbreviation
constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
constexpr std::string_view kWeekdays[] = {"sunday",   "monday", "tuesday", "wednesday",
                                          "thursday", "friday", "saturday"};
constexpr std::string_view kShortWeekdays[] = {"sun", "mon",  "tue",   "tues", "wed",
                                               "thu", "thur", "thurs", "fri",  "sat"};
constexpr std::string_view kRangeWords[] = {"to", "until", "till", "through"};
constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th"};
// Bytes of the dashes U+2012 to U+2015, U+2010, U+2011 and the minus sign.
constexpr std::string_view kDashes[] = {"\u2013", "\u2014", "\u2012", "\u2015",
                                        "\u2010", "\u2011", "\u2212"};
constexpr std::string_view kFixedBlanks[] = {"\u00a0", "\u202f", "\u2009"};

bool is_word(char c) { return is_digit(c) || is_alpha(c) || c == '_'; }

int month_number(std::string_view lower) {
  for (std::size_t i = 0; i < std::size(kMonths); ++i) {
    if (lower == kMonths[i] || lower == kMonths[i].substr(0, kLeastLetters)) {
      return static_cast<int>(i) + 1;
    }
  }
  return lower == "sept" ? 9 : 0;
}

}  // namespace

bool DateTokens::number_may_begin(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_word(before) || before == ':' || before == '/' || before == '#' || before == '+') {
    return false;
  }
  const bool after_mark = before == '.' || before == ',';
  return !(after_mark && at > 1 && is_word(text[at - 2]));
}

std::string_view DateTokens::letters() const {
  std::size_t length = 0;
  while (length <= kLongestWord && is_alpha(peek(length))) ++length;
  return text_.substr(std::min(at_, text_.size()), length);
}

std::optional<DateTokens::Month> DateTokens::month() {
  const std::string_view name = letters();
  if (name.size() < kLeastLetters || name.size() > kLongestWord) return {};
  if (is_word(peek(name.size()))) return {};
  const int number = month_number(lower_ascii(name));
  if (number == 0) return {};
  at_ += name.size();
  if (name.size() < 5 && peek() == '.') ++at_;
  const bool is_abbreviation = name.size() == kLeastLetters;
  const bool is_verb = number == 3 || number == 5;
  return Month{number, !is_upper(name.front()) && (is_abbreviation || is_verb)};
}

bool DateTokens::weekday() {
  const std::string_view name = letters();
  if (name.size() < kLeastLetters || !is_upper(name.front())) return false;
  const std::string lower = lower_ascii(name);
  if (std::ranges::find(kWeekdays, lower) == std::end(kWeekdays) &&
      std::ranges::find(kShortWeekdays, lower) == std::end(kShortWeekdays)) {
    return false;
  }
  at_ += name.size();
  if (peek() == '.') ++at_;
  blanks();
  if (peek() == ',') ++at_;
  blanks();
  return true;
}

bool DateTokens::ordinal() {
  const std::size_t start = at_;
  blanks();
  const std::string lower = lower_ascii(letters());
  if (std::ranges::find(kOrdinals, lower) == std::end(kOrdinals)) {
    at_ = start;
    return false;
  }
  at_ += lower.size();
  return true;
}

std::optional<int> DateTokens::digits(std::size_t least, std::size_t most) {
  std::size_t length = 0;
  while (length <= most && is_digit(peek(length))) ++length;
  if (length < least || length > most) return {};
  int value = 0;
  std::from_chars(text_.data() + at_, text_.data() + at_ + length, value);
  at_ += length;
  return value;
}

std::optional<int> DateTokens::day() {
  const std::size_t start = at_;
  weekday();
  if (word("the")) blanks();
  const std::optional<int> value = digits(1, 2);
  if (value && *value >= 1 && *value <= 31) {
    const bool named = ordinal();
    if (!named && peek() == '.' && !is_digit(peek(1))) ++at_;
    const bool goes_on =
        is_word(peek()) || peek() == ':' || peek() == '%' || (peek() == '.' && is_digit(peek(1)));
    if (!goes_on) return value;
  }
  at_ = start;
  return {};
}

std::optional<int> DateTokens::year() {
  const std::size_t start = at_;
  blanks();
  if (peek() == ',') ++at_;
  blanks();
  const std::optional<int> value = digits(4, 4);
  if (value && *value >= 1900 && *value <= 2100 && !is_word(peek())) return value;
  at_ = start;
  return {};
}

bool DateTokens::range_sign() {
  const std::size_t start = at_;
  blanks();
  for (const std::string_view dash : kDashes) {
    if (!text_.substr(at_).starts_with(dash)) continue;
    at_ += dash.size();
    blanks();
    return true;
  }
  if (character('-') || character('~')) {
    blanks();
    return true;
  }
  for (const std::string_view sign : kRangeWords) {
    if (!word(sign)) continue;
    blanks();
    return true;
  }
  at_ = start;
  return false;
}

bool DateTokens::word(std::string_view word) {
  if (!equals_ignoring_case(letters(), word) || is_word(peek(word.size()))) return false;
  at_ += word.size();
  return true;
}

bool DateTokens::character(char c) {
  if (peek() != c) return false;
  ++at_;
  return true;
}

void DateTokens::blanks() {
  for (std::size_t count = 0; count < kWidestGap; ++count) {
    if (peek() == ' ' || peek() == '\t') {
      ++at_;
      continue;
    }
    const auto blank = std::ranges::find_if(
        kFixedBlanks, [&](std::string_view b) { return text_.substr(at_).starts_with(b); });
    if (blank == std::end(kFixedBlanks)) return;
    at_ += blank->size();
  }
}

}  // namespace rapporteur
