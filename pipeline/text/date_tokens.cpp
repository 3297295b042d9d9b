#include "pipeline/text/date_tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kWidestGap = 8;     // blanks between two words of one date
constexpr std::size_t kLongestWord = 10;  // bytes: "septiembre", "miércoles"
constexpr std::size_t kLeastLetters = 3;  // of an abbreviation
constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
// In French and Spanish, which write them small. "Mars" with a capital is a planet.
struct MonthName {
  std::string_view name;
  int number = 0;
};
constexpr MonthName kOtherMonths[] = {
    {"janvier", 1},   {"janv", 1},           {"f\u00e9vrier", 2}, {"fevrier", 2},
    {"f\u00e9vr", 2}, {"mars", 3},           {"avril", 4},        {"avr", 4},
    {"mai", 5},       {"juin", 6},           {"juillet", 7},      {"juil", 7},
    {"ao\u00fbt", 8}, {"aout", 8},           {"septembre", 9},    {"octobre", 10},
    {"novembre", 11}, {"d\u00e9cembre", 12}, {"decembre", 12},    {"enero", 1},
    {"febrero", 2},   {"marzo", 3},          {"abril", 4},        {"mayo", 5},
    {"junio", 6},     {"julio", 7},          {"agosto", 8},       {"septiembre", 9},
    {"setiembre", 9}, {"octubre", 10},       {"noviembre", 11},   {"diciembre", 12}};
constexpr std::string_view kOtherWeekdays[] = {
    "lundi", "mardi",  "mercredi", "jeudi",          "vendredi", "samedi",      "dimanche",
    "lunes", "martes", "jueves",   "mi\u00e9rcoles", "viernes",  "s\u00e1bado", "domingo"};
constexpr std::string_view kWeekdays[] = {"sunday",   "monday", "tuesday", "wednesday",
                                          "thursday", "friday", "saturday"};
constexpr std::string_view kShortWeekdays[] = {"sun", "mon",  "tue",   "tues", "wed",
                                               "thu", "thur", "thurs", "fri",  "sat"};
constexpr std::string_view kRangeWords[] = {"to", "until",  "till", "through", "au",
                                            "al", "\u00e0", "a",    "hasta"};
constexpr std::string_view kPartsOfDay[] = {"morning", "afternoon", "evening"};
constexpr std::string_view kArticles[] = {"the", "le", "el"};
constexpr std::string_view kOfWords[] = {"of", "de", "del"};
constexpr std::string_view kAndWords[] = {"and", "et", "y"};
constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th", "er"};
constexpr std::string_view kOrdinalSigns[] = {"\u00ba", "\u00b0"};
// Bytes of the dashes U+2012 to U+2015, U+2010, U+2011 and the minus sign.
constexpr std::string_view kDashes[] = {"\u2013", "\u2014", "\u2012", "\u2015",
                                        "\u2010", "\u2011", "\u2212"};
constexpr std::string_view kFixedBlanks[] = {"\u00a0", "\u202f", "\u2009"};

bool is_word(char c) { return is_digit(c) || is_alpha(c) || c == '_'; }

int english_month_number(std::string_view lower) {
  for (std::size_t i = 0; i < std::size(kMonths); ++i) {
    if (lower == kMonths[i] || lower == kMonths[i].substr(0, kLeastLetters)) {
      return static_cast<int>(i) + 1;
    }
  }
  return lower == "sept" ? 9 : 0;
}

int other_month_number(std::string_view name) {
  if (name == "Mars") return 0;
  const std::string lower = lower_ascii(name);
  const auto found = std::ranges::find(kOtherMonths, lower, &MonthName::name);
  return found == std::end(kOtherMonths) ? 0 : found->number;
}

// Bytes of a letter of the block Latin-1 Supplement in UTF-8, 0 where none stands.
std::size_t accented_letter(char first, char second) {
  const auto byte = static_cast<unsigned char>(second);
  return first == '\xc3' && byte >= 0x80 && byte <= 0xbf ? 2 : 0;
}

}  // namespace

bool DateTokens::number_may_begin(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_word(before) || before == ':' || before == '/' || before == '#' || before == '+') {
    return false;
  }
  const bool after_mark = before == '.' || before == ',';
  return !after_mark || at < 2 || !is_word(text[at - 2]);
}

std::string_view DateTokens::letters() const {
  std::size_t length = 0;
  while (length <= kLongestWord) {
    const std::size_t accented = accented_letter(peek(length), peek(length + 1));
    if (accented == 0 && !is_alpha(peek(length))) break;
    length += accented == 0 ? 1 : accented;
  }
  return text_.substr(std::min(at_, text_.size()), length);
}

std::optional<DateTokens::Month> DateTokens::month() {
  const std::string_view name = letters();
  if (name.size() < kLeastLetters || name.size() > kLongestWord) return {};
  if (is_word(peek(name.size()))) return {};
  const int english = english_month_number(lower_ascii(name));
  const int number = english != 0 ? english : other_month_number(name);
  if (number == 0) return {};
  at_ += name.size();
  if (name.size() < 5 && peek() == '.') ++at_;
  if (english == 0) return Month{number, false, true};
  const bool is_abbreviation = name.size() == kLeastLetters;
  const bool is_verb = number == 3 || number == 5;
  return Month{number, !is_upper(name.front()) && (is_abbreviation || is_verb), false};
}

bool DateTokens::weekday() {
  const std::string_view name = letters();
  if (name.size() < kLeastLetters) return false;
  const std::string lower = lower_ascii(name);
  const auto is_in = [&](auto& names) {
    return std::ranges::find(names, lower) != std::end(names);
  };
  const bool english = is_upper(name.front()) && (is_in(kWeekdays) || is_in(kShortWeekdays));
  if (!english && !is_in(kOtherWeekdays)) return false;
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
  for (const std::string_view sign : kOrdinalSigns) {
    if (!text_.substr(at_).starts_with(sign)) continue;
    at_ += sign.size();
    return true;
  }
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
  if (one_of(kArticles)) blanks();
  weekday();
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
  of();
  const std::optional<int> value = digits(4, 4);
  if (value && *value >= 1900 && *value <= 2100 && !is_word(peek())) return value;
  at_ = start;
  return {};
}

bool DateTokens::part_of_day() {
  const std::size_t start = at_;
  blanks();
  if (character('(') && one_of(kPartsOfDay) && character(')')) return true;
  at_ = start;
  return false;
}

bool DateTokens::range_sign() {
  const std::size_t start = at_;
  part_of_day();
  blanks();
  for (const std::string_view dash : kDashes) {
    if (!text_.substr(at_).starts_with(dash)) continue;
    at_ += dash.size();
    blanks();
    return true;
  }
  if (character('-') || character('~')) {
    character('-');  // "1999-03-09--15"
    blanks();
    return true;
  }
  if (one_of(kRangeWords)) {
    blanks();
    return true;
  }
  at_ = start;
  return false;
}

bool DateTokens::of() {
  if (!one_of(kOfWords)) return false;
  blanks();
  return true;
}

bool DateTokens::and_sign() { return one_of(kAndWords) || character('&'); }

bool DateTokens::one_of(std::span<const std::string_view> choices) {
  return std::ranges::any_of(choices, [&](std::string_view choice) { return word(choice); });
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
