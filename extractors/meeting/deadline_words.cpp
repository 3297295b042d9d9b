#include "extractors/meeting/deadline_words.hpp"

#include <algorithm>
#include <set>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kWordsInCommon = 2;
constexpr std::size_t kShortestWord = 4;

std::set<std::string> content_words(std::string_view text) {
  std::set<std::string> out;
  const std::string lower = lower_ascii(text);
  for (const std::string_view word : words(lower)) {
    if (word.size() >= kShortestWord) out.emplace(word);
  }
  return out;
}

}  // namespace

bool repeats(const Deadline& a, const Deadline& b, Kin kin) {
  if (a.date != b.date || a.when != b.when) return false;
  const std::set<std::string> left = content_words(a.what);
  const std::set<std::string> right = content_words(b.what);
  if (kin == Kin::listed) return left == right;
  const auto common = static_cast<std::size_t>(
      std::ranges::count_if(left, [&](const std::string& word) { return right.contains(word); }));
  const std::size_t fewer = std::min(left.size(), right.size());
  const std::size_t most = kin == Kin::told ? fewer * 2 / 3 : kWordsInCommon;
  return common >= std::min(std::max(most, kWordsInCommon), fewer);
}

std::string without_number(const std::string& words) {
  constexpr std::size_t kLongest = 3;  // bytes: "4.1"
  const std::size_t digits = std::min(words.find_first_not_of("0123456789."), words.size());
  const bool numbered = 0 < digits && digits <= kLongest && digits + 1 < words.size() &&
                        words[digits] == ' ' && is_upper(words[digits + 1]);
  return numbered ? words.substr(digits + 1) : words;
}

std::string without_arrow(const std::string& words) {
  const auto first = std::ranges::find_if(words, [](char c) {
    return is_alpha(c) || is_digit(c) || c == '(' || c == '[' || (c & 0x80) != 0;
  });
  return {first, words.end()};
}

}  // namespace rapporteur
