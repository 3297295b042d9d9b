#include "extractors/reading/match.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/profile/pattern_set.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestAbbreviation = 4;
constexpr std::size_t kLongestInitial = 2;
constexpr int kMostWays = 9;  // to write one group

TextRange range_of(std::string_view whole, std::uint32_t offset, const re2::StringPiece& piece) {
  const auto begin = offset + static_cast<std::uint32_t>(piece.data() - whole.data());
  return {begin, begin + static_cast<std::uint32_t>(piece.size())};
}

// The pieces of a match, the whole first; none when there is no match.
std::vector<re2::StringPiece> captures(std::string_view text, const Pattern& pattern) {
  const re2::RE2& expression = pattern.expression.in(text);
  const int count = pattern.expression.groups() + 1;
  std::vector<re2::StringPiece> pieces(static_cast<std::size_t>(count));
  if (!expression.Match(text, 0, text.size(), re2::RE2::UNANCHORED, pieces.data(), count)) {
    pieces.clear();
  }
  return pieces;
}

// "e.g", "U.S.A", and not "Y.metrics".
bool has_short_parts(std::string_view word) {
  return std::ranges::all_of(split(word, '.'),
                             [](std::string_view part) { return part.size() <= kLongestInitial; });
}

// "Mr." "No." "e.g." "A." do not end a sentence; "FG." and "2019." do.
bool ends_abbreviation(std::string_view before) {
  std::size_t begin = before.size();
  while (begin > 0 && !is_space(before[begin - 1]) && before[begin - 1] != '(') --begin;
  const std::string_view word = before.substr(begin);
  if (word.empty()) return true;
  // "e.g", but not "A.7", "Rev.1)" or "Y.metrics".
  if (word.find('.') != std::string_view::npos) {
    return is_alpha(word.front()) && is_alpha(word.back()) && has_short_parts(word);
  }
  if (word.size() == 1) return is_alpha(word.front());
  // "(ex. Y.metrics)", "(cf. clause 3)"
  const bool opens_bracket = begin > 0 && before[begin - 1] == '(';
  if (opens_bracket && word.size() < kLongestAbbreviation && is_alpha(word.front())) return true;
  if (is_digit(word.back())) return false;
  const bool capitalised = is_upper(word.front()) && word.size() < kLongestAbbreviation &&
                           std::none_of(word.begin() + 1, word.end(), is_upper);
  return capitalised;
}

// "28 Sept. - 2 Oct.": days go on behind the full stop.
bool goes_on_with_days(std::string_view after) {
  after = trim(after);
  const bool dash = after.starts_with('-') || after.starts_with("–");
  if (!dash) return false;
  after = trim(after.substr(after.starts_with('-') ? 1 : std::string_view("–").size()));
  return !after.empty() && is_digit(after.front());
}

bool ends_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n') return true;
  if (c != '.' && c != '?' && c != '!') return false;
  if (at + 1 == text.size()) return true;
  const char next = text[at + 1];
  if (is_space(next)) {
    constexpr std::size_t kLookAhead = 8;  // bytes
    if (c == '.' && goes_on_with_days(text.substr(at + 1, kLookAhead))) return false;
    return c != '.' || !ends_abbreviation(text.substr(0, at));
  }
  // "produced.Yet": the blank is missing.
  return c == '.' && at > 1 && at + 2 < text.size() && !is_upper(text[at - 1]) &&
         is_alpha(text[at - 1]) && is_alpha(text[at - 2]) && is_upper(next) &&
         is_alpha(text[at + 2]) && !is_upper(text[at + 2]);
}

}  // namespace

TextRange Match::group(const std::string& name) const {
  const auto& numbers = pattern->expression.named_groups();
  for (int way = 1; way <= kMostWays && !groups.empty(); ++way) {
    const auto found = numbers.find(way == 1 ? name : fmt::format("{}_{}", name, way));
    if (found == numbers.end()) break;
    const TextRange range = groups[static_cast<std::size_t>(found->second)];
    if (!range.empty()) return range;
  }
  return {where.begin, where.begin};
}

Match match_of(const Document& doc, TextRange area, const Pattern& pattern) {
  const std::string_view text = doc.text(area);
  const std::vector<re2::StringPiece> pieces = captures(text, pattern);
  Match match{&pattern, {area.begin, area.begin}, {}};
  if (pieces.empty()) return match;
  match.where = range_of(text, area.begin, pieces.front());
  match.groups.reserve(pieces.size());
  for (const re2::StringPiece& piece : pieces) {
    const bool took_part = piece.data() != nullptr;
    match.groups.push_back(took_part ? range_of(text, area.begin, piece)
                                     : TextRange{match.where.begin, match.where.begin});
  }
  return match;
}

std::optional<Match> find_match(const Document& doc, TextRange area, Patterns patterns) {
  const Pattern* const found = first_found(doc.text(area), patterns);
  if (found == nullptr) return {};
  return match_of(doc, area, *found);
}

bool matches(std::string_view text, Patterns patterns) {
  return first_found(text, patterns) != nullptr;
}

std::string Capture::words(const std::string& group) const {
  if (pattern == nullptr) return {};
  const auto& numbers = pattern->expression.named_groups();
  const auto found = numbers.find(group);
  return found == numbers.end() ? std::string()
                                : collapse(groups[static_cast<std::size_t>(found->second)]);
}

Capture capture(std::string_view text, Patterns patterns) {
  const Pattern* const found = first_found(text, patterns);
  if (found == nullptr) return {};
  return {found, captures(text, *found)};
}

std::string matched_group(std::string_view text, Patterns patterns, const std::string& group) {
  for (const Pattern& pattern : patterns) {
    if (!pattern.expression.named_groups().contains(group)) continue;
    if (const Capture found = capture(text, Patterns(pattern))) return found.words(group);
  }
  return {};
}

TextRange trimmed(const Document& doc, TextRange range) {
  const std::string_view text = doc.text(range);
  const std::string_view inner = trim(text);
  if (inner.empty()) return {range.begin, range.begin};
  const auto begin = range.begin + static_cast<std::uint32_t>(inner.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

std::vector<TextRange> sentences(const Document& doc, TextRange area) {
  std::vector<TextRange> out;
  const std::string_view text = doc.text(area);
  std::uint32_t begin = 0;
  const auto close = [&](std::uint32_t end) {
    const TextRange sentence = trimmed(doc, {area.begin + begin, area.begin + end});
    if (!sentence.empty()) out.push_back(sentence);
    begin = end;
  };
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (ends_sentence(text, at)) close(at + 1);
  }
  close(static_cast<std::uint32_t>(text.size()));
  return out;
}

std::string words_at(const Document& doc, TextRange range) { return collapse(doc.text(range)); }

}  // namespace rapporteur
