#include "extractors/match.hpp"

#include <algorithm>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestAbbreviation = 4;

TextRange range_of(std::string_view whole, std::uint32_t offset, const re2::StringPiece& piece) {
  const auto begin = offset + static_cast<std::uint32_t>(piece.data() - whole.data());
  return {begin, begin + static_cast<std::uint32_t>(piece.size())};
}

std::vector<re2::StringPiece> captures(std::string_view text, const Pattern& pattern) {
  const re2::RE2& expression = *pattern.expression;
  // Looking without captures is several times faster, and most texts do not match.
  if (!expression.Match(text, 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0)) return {};
  const int count = expression.NumberOfCapturingGroups() + 1;
  std::vector<re2::StringPiece> pieces(static_cast<std::size_t>(count));
  expression.Match(text, 0, text.size(), re2::RE2::UNANCHORED, pieces.data(), count);
  return pieces;
}

// "Mr." "No." "e.g." "A." do not end a sentence; "FG." and "2019." do.
bool ends_abbreviation(std::string_view before) {
  std::size_t begin = before.size();
  while (begin > 0 && !is_space(before[begin - 1]) && before[begin - 1] != '(') --begin;
  const std::string_view word = before.substr(begin);
  if (word.empty()) return true;
  if (word.find('.') != std::string_view::npos) return is_alpha(word.front());
  if (word.size() == 1) return is_alpha(word.front());
  const bool capitalised = is_upper(word.front()) && word.size() < kLongestAbbreviation &&
                           std::none_of(word.begin() + 1, word.end(), is_upper);
  return capitalised;
}

bool ends_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n') return true;
  if (c != '.' && c != '?' && c != '!') return false;
  if (at + 1 == text.size()) return true;
  const char next = text[at + 1];
  if (is_space(next)) return c != '.' || !ends_abbreviation(text.substr(0, at));
  // "produced.Yet": the blank is missing.
  return c == '.' && at > 1 && at + 2 < text.size() && !is_upper(text[at - 1]) &&
         is_alpha(text[at - 1]) && is_alpha(text[at - 2]) && is_upper(next) &&
         is_alpha(text[at + 2]) && !is_upper(text[at + 2]);
}

}  // namespace

TextRange Match::group(std::string_view name) const {
  const auto found = std::ranges::find(groups, name, &std::pair<std::string, TextRange>::first);
  return found == groups.end() ? TextRange{where.begin, where.begin} : found->second;
}

std::optional<Match> find_match(const Document& doc, TextRange area, const Patterns& patterns) {
  const std::string_view text = doc.text(area);
  for (const Pattern* pattern : patterns) {
    const std::vector<re2::StringPiece> pieces = captures(text, *pattern);
    if (pieces.empty()) continue;
    Match match{pattern, range_of(text, area.begin, pieces.front()), {}};
    for (const auto& [name, index] : pattern->expression->NamedCapturingGroups()) {
      const re2::StringPiece& piece = pieces[static_cast<std::size_t>(index)];
      if (piece.data() != nullptr) {
        match.groups.emplace_back(name, range_of(text, area.begin, piece));
      }
    }
    return match;
  }
  return {};
}

bool matches(std::string_view text, const Patterns& patterns) {
  return std::ranges::any_of(patterns, [&](const Pattern* pattern) {
    return re2::RE2::PartialMatch(text, *pattern->expression);
  });
}

std::string matched_group(std::string_view text, const Patterns& patterns, std::string_view group) {
  for (const Pattern* pattern : patterns) {
    const auto& names = pattern->expression->NamedCapturingGroups();
    const auto found = names.find(std::string(group));
    if (found == names.end()) continue;
    const std::vector<re2::StringPiece> pieces = captures(text, *pattern);
    if (pieces.empty()) continue;
    return collapse(pieces[static_cast<std::size_t>(found->second)]);
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
