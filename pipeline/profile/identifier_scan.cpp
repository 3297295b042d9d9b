#include <algorithm>
#include <array>

#include "pipeline/profile/identifier_fields.hpp"
#include "pipeline/profile/identifier_grammar.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestMention = 200;  // bytes
constexpr std::size_t kBefore = 80;           // bytes looked at before a mention
constexpr std::size_t kLongestAddress = 300;  // bytes of a web address before a mention

// Letters, digits and "_": no mention begins behind one.
const std::array<bool, 256>& word_bytes() {
  static const std::array<bool, 256> kWord = [] {
    std::array<bool, 256> word{};
    for (std::size_t byte = 0; byte < word.size(); ++byte) {
      const char c = static_cast<char>(byte);
      word[byte] = is_digit(c) || is_alpha(c) || c == '_' || byte >= 0xC3;
    }
    return word;
  }();
  return kWord;
}

bool is_word(char c) { return word_bytes()[static_cast<unsigned char>(c)]; }

// The rest of the line, as far as a mention can reach.
std::string_view reach(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, kLongestMention);
  return rest.substr(0, rest.find('\n'));
}

// The same line before `at`.
std::string_view before(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at > kBefore ? at - kBefore : 0, std::min(at, kBefore));
  const std::size_t line = rest.rfind('\n');
  return line == std::string_view::npos ? rest : rest.substr(line + 1);
}

// The same with the line above where that one leads over: "Action Lines:" and below it "C2, C3".
std::string led_in(std::string_view text, std::size_t at) {
  const std::string_view left = before(text, at);
  const std::string_view above = trim(text.substr(0, at - left.size()));
  if (!above.ends_with(':') && !above.ends_with(',')) return std::string(left);
  return std::string(before(above, above.size())) + " " + std::string(left);
}

bool may_begin(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char last = text[at - 1];
  if (is_word(last) || last == '@') return false;
  const bool joins = last == '-' || last == '.' || last == '\\' || last == '&';
  return !joins || at < 2 || !is_word(text[at - 2]);
}

// Whether `at` lies inside a web address or a mail address.
bool in_address(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongestAddress && !is_space(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin, at - begin);
  return word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos;
}

}  // namespace

std::optional<Identifier> IdentifierGrammar::mention_at(std::string_view text, std::size_t at,
                                                        const Families& families) const {
  if (in_address(text, at)) return {};
  const std::string_view rest = reach(text, at);
  std::vector<int> matching;
  if (families.size() > 1 && !all_.match(rest, matching)) return {};
  const auto can_match = [&](std::size_t family) {
    return families.size() == 1 || std::ranges::binary_search(matching, static_cast<int>(family));
  };
  std::optional<Identifier> longest;
  for (const std::size_t family : families) {
    if (!can_match(family)) continue;
    const IdentifierFamily& of = families_[family];
    const std::string_view left = before(text, at);
    if (of.after && !re2::RE2::PartialMatch(left, *of.after)) continue;
    if (of.not_after && re2::RE2::PartialMatch(led_in(text, at), *of.not_after)) continue;
    std::optional<Identifier> found = read_beginning(family, rest);
    if (!found || (longest && longest->as_written.size() >= found->as_written.size())) continue;
    longest = std::move(found);
  }
  if (longest) {
    longest->where = {static_cast<std::uint32_t>(at),
                      static_cast<std::uint32_t>(at + longest->as_written.size())};
  }
  return longest;
}

std::vector<Identifier> IdentifierGrammar::scan(std::string_view text,
                                                const IdentifierContext& context) const {
  std::vector<Identifier> found;
  Families families;
  const std::array<bool, 256>& is_word = word_bytes();
  std::size_t at = 0;
  while (at < text.size()) {
    // Most places lie within a word.
    if (at > 0 && is_word[static_cast<unsigned char>(text[at - 1])]) {
      ++at;
      continue;
    }
    triggers_.find(text, at, families);
    if (families.empty() || !may_begin(text, at)) {
      ++at;
      continue;
    }
    std::vector<Identifier> here = list_at(text, at, families);
    if (here.empty()) {
      std::optional<Identifier> one = mention_at(text, at, families);
      if (one) here.push_back(std::move(*one));
    }
    std::size_t end = at + 1;
    for (Identifier& identifier : here) {
      end = std::max<std::size_t>(end, identifier.where.end);
      identifier = completed(std::move(identifier), context);
      if (!identifier.canonical.empty()) found.push_back(std::move(identifier));
    }
    at = end;
  }
  return found;
}

}  // namespace rapporteur
