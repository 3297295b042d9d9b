#include "pipeline/text/clause_number.hpp"

#include "pipeline/text/whole_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kLargestPart = 9999;

int part_value(std::string_view part) {
  if (part.size() == 1 && is_upper(part[0])) return part[0] - 'A' + 1;
  const int value = whole_number(part).value_or(-1);
  return value <= kLargestPart ? value : -1;
}

// Digits and dots, or one capital and a dot before them: the characters a clause number may have.
std::size_t number_length(std::string_view text) {
  std::size_t at = 0;
  if (text.size() > 2 && is_upper(text[0]) && text[1] == '.' && is_digit(text[2])) at = 2;
  while (at < text.size() && (is_digit(text[at]) || text[at] == '.')) ++at;
  return at;
}

int roman_digit(char c) {
  switch (c) {
    case 'I':
      return 1;
    case 'V':
      return 5;
    case 'X':
      return 10;
    default:
      return 0;
  }
}

}  // namespace

NumberedText split_number(std::string_view heading) {
  constexpr std::string_view kSectionSign = "\xC2\xA7";
  heading = trim(heading);
  if (heading.starts_with(kSectionSign)) {
    const NumberedText parts = split_number(heading.substr(kSectionSign.size()));
    return parts.number.empty() ? NumberedText{{}, heading} : parts;
  }
  std::size_t length = number_length(heading);
  const std::string_view rest = heading.substr(length);
  // "3rd session", "5G core", "1)": a number ends at white space or at the end of the line.
  if (length == 0 || (!rest.empty() && !is_space(rest.front()))) return {{}, heading};
  while (length > 0 && heading[length - 1] == '.') --length;
  const std::string_view number = heading.substr(0, length);
  if (number_parts(number).empty()) return {{}, heading};
  return {number, trim(rest)};
}

std::vector<int> number_parts(std::string_view number) {
  std::vector<int> parts;
  for (const std::string_view piece : split(number, '.')) {
    const int value = part_value(piece);
    if (value < 0) return {};
    parts.push_back(value);
  }
  return parts;
}

int roman_value(std::string_view text) {
  int total = 0;
  int before = 100;
  for (const char c : text) {
    const int digit = roman_digit('a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    if (digit == 0) return 0;
    total += digit > before ? digit - 2 * before : digit;
    before = digit;
  }
  return total < 40 ? total : 0;
}

}  // namespace rapporteur
