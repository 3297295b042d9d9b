#include "parsers/html/word_lists.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "parsers/docx/sign_fonts.hpp"
#include "parsers/docx/word_formats.hpp"
#include "parsers/html/html_text.hpp"
#include "parsers/html/html_tokens.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::pair<std::string_view, NumberForm> kForms[] = {
    {"bullet", NumberForm::bullet},
    {"none", NumberForm::none},
    {"image", NumberForm::bullet},
    {"alpha-lower", NumberForm::lower_letter},
    {"alpha-upper", NumberForm::upper_letter},
    {"roman-lower", NumberForm::lower_roman},
    {"roman-upper", NumberForm::upper_roman},
    {"arabic-leading-zero", NumberForm::decimal_zero},
    {"ordinal", NumberForm::ordinal},
};

NumberForm form_of(std::string_view name) {
  for (const auto& [known, form] : kForms) {
    if (known == name) return form;
  }
  return NumberForm::decimal;
}

int number(std::string_view digits, int otherwise) {
  int value = otherwise;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_hex(char c) { return is_digit(c) || ('a' <= (c | 0x20) && (c | 0x20) <= 'f'); }

// The words of a CSS value, without quotes; "\F0B7" is the sign of that number.
std::string unquoted(std::string_view value) {
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
    value = value.substr(1, value.size() - 2);
  }
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      out += value[i];
      continue;
    }
    std::size_t end = i + 1;
    while (end < value.size() && end < i + 7 && is_hex(value[end])) ++end;
    const std::string_view digits = value.substr(i + 1, end - i - 1);
    out += digits.empty() ? std::string(1, value[i + 1])
                          : decode_html("&#x" + std::string(digits) + ";");
    i = digits.empty() ? i + 1 : end - 1;
  }
  return out;
}

// A bullet as it is shown: those of symbol fonts are signs that other fonts do not have.
std::string bullet_text(std::string_view text, std::string_view rule) {
  const std::string family = css_value(rule, "font-family");
  const std::size_t end = family.find(',');
  return sign_text(text, sign_font(unquoted(trim(family.substr(0, end)))));
}

// "l2" and 1 of "l2:level1" or "l2 level1 lfo3"; 0 where it is neither.
struct Place {
  std::string_view list;
  int level = 0;
  std::string_view use;  // "lfo3"
};

Place place_of(std::string_view text) {
  Place place;
  const std::size_t end = text.find_first_of(": \t\r\n");
  if (end == text.npos) return place;
  place.list = text.substr(0, end);
  const std::vector<std::string_view> rest = words(text.substr(end + 1));
  if (rest.empty() || !rest[0].starts_with("level")) return place;
  place.level = number(rest[0].substr(5), 0);
  place.use = rest.size() > 1 ? rest[1] : place.list;
  return place;
}

}  // namespace

WordLists::WordLists(std::string_view html) {
  constexpr std::string_view kRule = "@list ";
  for (std::size_t at = html.find(kRule); at != html.npos; at = html.find(kRule, at + 1)) {
    const std::size_t open = html.find('{', at);
    const std::size_t close = html.find('}', at);
    if (open == html.npos || close == html.npos || close < open) return;
    const Place place = place_of(trim(html.substr(at + kRule.size(), open - at - kRule.size())));
    if (place.level < 1 || place.level > kLevels) continue;
    const std::string_view rule = html.substr(open + 1, close - open - 1);
    Level& level = lists_[std::string(place.list)][static_cast<std::size_t>(place.level)];
    level.form = form_of(css_value(rule, "mso-level-number-format"));
    level.text = unquoted(css_value(rule, "mso-level-text"));
    level.start = number(css_value(rule, "mso-level-start-at"), 1);
    if (level.form == NumberForm::bullet) level.text = bullet_text(level.text, rule);
    if (level.text.empty()) level.text = "%" + std::to_string(place.level) + ".";
  }
}

WordLists::Item WordLists::next(std::string_view mso_list) {
  const Place place = place_of(trim(mso_list));
  if (place.level < 1 || place.level > kLevels) return {{}, 0};
  const auto known = lists_.find(place.list);
  if (known == lists_.end()) return {{}, place.level};
  const auto& levels = known->second;
  Counts& counts = counts_.try_emplace(std::string(place.use)).first->second;
  const auto at = static_cast<std::size_t>(place.level);
  counts.value[at] = counts.begun[at] ? counts.value[at] + 1 : levels[at].start;
  counts.begun[at] = true;
  std::fill(counts.begun.begin() + place.level + 1, counts.begun.end(), false);
  const Level& shown = levels[at];
  if (shown.form == NumberForm::bullet) return {shown.text, place.level};
  std::string label;
  for (std::size_t i = 0; i < shown.text.size(); ++i) {
    const char digit = i + 1 < shown.text.size() ? shown.text[i + 1] : '\0';
    if (shown.text[i] != '%' || digit < '1' || digit > '9') {
      label += shown.text[i];
      continue;
    }
    ++i;
    const auto other = static_cast<std::size_t>(digit - '0');
    const int value = counts.begun[other] ? counts.value[other] : levels[other].start;
    label += number_words(value, levels[other].form);
  }
  return {label, place.level};
}

}  // namespace rapporteur
