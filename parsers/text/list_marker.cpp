#include "parsers/text/list_marker.hpp"

#include <algorithm>
#include <array>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

using std::string_view_literals::operator""sv;

struct Bullet {
  std::string_view bytes;
  bool may_touch;  // stands for nothing else, so that a word may follow at once
};
constexpr std::array kBullets = {
    Bullet{"\xE2\x80\x93"sv, false},  // U+2013
    Bullet{"\xE2\x80\xA2"sv, true},   // U+2022
    Bullet{"\xC2\xB7"sv, true},       // U+00B7
    Bullet{"\xE2\x97\x8F"sv, true},   // U+25CF
    Bullet{"\xEF\x82\xB7"sv, true},   // U+F0B7, Symbol
    Bullet{"-"sv, false},
    Bullet{"o"sv, false},
    Bullet{"*"sv, false},
    Bullet{"\xE2\x80\x94"sv, false},  // U+2014
    Bullet{"\xE2\x97\x8B"sv, true},   // U+25CB
    Bullet{"\xE2\x96\xAA"sv, true},   // U+25AA
    Bullet{"\xE2\x96\xA0"sv, true},   // U+25A0
    Bullet{"\xE2\x97\xA6"sv, true},   // U+25E6
    Bullet{"\xE2\x80\xA3"sv, true},   // U+2023
    Bullet{"\xEF\x82\xA7"sv, true},   // U+F0A7, Wingdings
    Bullet{"\xEF\x83\x98"sv, true},   // U+F0D8, Wingdings
    Bullet{"\xEF\x83\xBC"sv, true},   // U+F0FC, Wingdings
};

constexpr std::size_t kLongestRoman = 5;    // "xviii"
constexpr std::size_t kMostDigits = 3;      // of a list number
constexpr std::size_t kLongestNumber = 24;  // of a clause number

bool is_lower(char c) { return 'a' <= c && c <= 'z'; }

Marker marker(MarkerKind kind, std::string_view line, std::size_t length) {
  return {kind, line.substr(0, length), trim(line.substr(length))};
}

// Most lines begin with a letter, and are told here from those that may begin with a bullet.
bool may_be_bullet(char first) {
  return first == '-' || first == 'o' || first == '*' || static_cast<unsigned char>(first) >= 0x80;
}

Marker bullet(std::string_view line) {
  if (!may_be_bullet(line.front())) return {};
  for (const Bullet& known : kBullets) {
    if (!line.starts_with(known.bytes)) continue;
    const std::string_view after = line.substr(known.bytes.size());
    if (!after.empty() && !is_space(after.front()) && !known.may_touch) return {};
    // "o" between blanks is a word of other languages; a list puts a tab or a column after it.
    const bool is_set_off = after.empty() || after.front() == '\t' || after.starts_with("  ");
    if (known.bytes == "o"sv && !is_set_off) return {};
    return marker(MarkerKind::bullet, line, known.bytes.size());
  }
  return {};
}

bool is_ordinal(std::string_view text) {
  if (text.empty()) return false;
  if (std::ranges::all_of(text, is_digit)) return text.size() <= kMostDigits;
  if (text.size() == 1) return is_alpha(text[0]);
  return text.size() <= kLongestRoman && std::ranges::all_of(text, is_lower) &&
         roman_value(text) > 0;
}

// "1)", "(a)", "iv)".
Marker bracket(std::string_view line) {
  const std::size_t open = line.front() == '(' ? 1 : 0;
  const std::size_t close = line.substr(0, open + kLongestRoman + 1).find(')');
  if (close == std::string_view::npos || !is_ordinal(line.substr(open, close - open))) return {};
  const std::size_t length = close + 1;
  if (length < line.size() && !is_space(line[length])) return {};
  return marker(MarkerKind::bracket, line, length);
}

// "a. words", "iv. words"; "i. e." and "e. g." are words themselves.
Marker lettered(std::string_view line) {
  const std::size_t dot = line.substr(0, kLongestRoman + 1).find('.');
  if (dot == std::string_view::npos || !is_ordinal(line.substr(0, dot))) return {};
  const std::string_view after = line.substr(dot + 1);
  if (after.empty() || !is_space(after.front())) return {};
  const std::string_view rest = trim(after);
  if (rest.size() < 2 || rest[1] == '.') return {};
  return marker(MarkerKind::bracket, line, dot + 1);
}

std::size_t number_length(std::string_view line) {
  std::size_t at = line.size() > 2 && is_upper(line[0]) && line[1] == '.' && is_digit(line[2]);
  while (at < line.size() && at < kLongestNumber && (is_digit(line[at]) || line[at] == '.')) ++at;
  return at;
}

// "1.", "7.2.1", "B.1".
Marker number(std::string_view line) {
  const std::size_t length = number_length(line);
  if (length == 0) return {};
  const bool dot = line[length - 1] == '.';
  const std::string_view digits = line.substr(0, length - (dot ? 1 : 0));
  if (number_parts(digits).empty()) return {};
  const char after = length < line.size() ? line[length] : '\0';
  const bool alone = digits.find('.') == std::string_view::npos;
  if (dot && alone && digits.size() <= kMostDigits && is_space(after)) {
    return marker(MarkerKind::dotted, line, length);
  }
  if (after == '\t' || (dot && after == ' ')) return marker(MarkerKind::number, line, length);
  // "2.1)"; "1)" is seen by bracket().
  const bool bracketed = after == ')' && !alone && length + 1 < line.size();
  if (bracketed && is_space(line[length + 1])) {
    return marker(MarkerKind::bracket, line, length + 1);
  }
  return {};
}

}  // namespace

Marker leading_marker(std::string_view line) {
  if (line.empty()) return {};
  const char first = line.front();
  if (is_digit(first)) {
    const Marker found = number(line);
    return found.kind == MarkerKind::none ? bracket(line) : found;
  }
  if (first == '(') return bracket(line);
  if (is_upper(first)) {
    if (line.size() > 1 && line[1] == '.') return number(line);
    return line.size() > 1 && line[1] == ')' ? bracket(line) : Marker{};
  }
  const Marker found = bullet(line);
  if (found.kind != MarkerKind::none || !is_lower(first)) return found;
  const Marker letter = bracket(line);
  return letter.kind == MarkerKind::none ? lettered(line) : letter;
}

bool is_lone_number(std::string_view line) {
  const std::size_t length = number_length(line);
  if (length == 0 || length != line.size()) return false;
  if (line.back() == '.') line.remove_suffix(1);
  return !number_parts(line).empty();
}

}  // namespace rapporteur
