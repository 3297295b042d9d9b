#include <fmt/format.h>

#include "pipeline/profile/identifier_fields.hpp"
#include "pipeline/profile/identifier_grammar.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestTried = 80;  // bytes

struct Attempt {
  std::string text;
  std::string fault;
};

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

bool is_sign(char c) { return c == '-' || c == ' ' || c == '_' || c == '.' || c == '/'; }

std::string shown(char c) { return c == ' ' ? "blank" : fmt::format("'{}'", c); }

// The text with one sign left out, put in or changed.
std::vector<Attempt> with_one_change(const std::string& text) {
  std::vector<Attempt> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string head = text.substr(0, i);
    const std::string tail = text.substr(i);
    const std::string after = head.empty() ? "at the beginning" : fmt::format("after '{}'", head);
    if (is_sign(text[i])) {
      out.push_back({head + tail.substr(1),
                     fmt::format("the {} {} does not belong there", shown(text[i]), after)});
      for (const char sign : {'-', ' ', '/'}) {
        out.push_back(
            {head + sign + tail.substr(1),
             fmt::format("the {} {} should be a {}", shown(text[i]), after, shown(sign))});
      }
    }
    if (i == 0) continue;
    for (const char sign : {'-', ' ', '/'}) {
      out.push_back({head + sign + tail, fmt::format("a {} is missing {}", shown(sign), after)});
    }
  }
  return out;
}

}  // namespace

std::optional<ReadTolerantly> IdentifierGrammar::parse_tolerantly(std::string_view text) const {
  const std::string collapsed = collapse(text);
  if (collapsed.empty() || collapsed.size() > kLongestTried || parse(collapsed)) return {};
  for (std::size_t i = 0; i < families_.size(); ++i) {
    for (const Misspelling& misspelling : families_[i].misspelt) {
      const re2::RE2& expression = *misspelling.pattern.expression;
      std::vector<re2::StringPiece> found(
          static_cast<std::size_t>(expression.NumberOfCapturingGroups()) + 1);
      if (!expression.Match(collapsed, 0, collapsed.size(), re2::RE2::ANCHOR_BOTH, found.data(),
                            static_cast<int>(found.size()))) {
        continue;
      }
      Identifier identifier;
      identifier.as_written = collapsed;
      identifier.fields = fields_of(expression, found);
      identifier = finished(i, std::move(identifier));
      if (!identifier.canonical.empty()) return ReadTolerantly{identifier, misspelling.fault};
    }
  }
  if (std::optional<Identifier> meant = parse(upper(collapsed))) {
    return ReadTolerantly{std::move(*meant), "small letters stand for capitals"};
  }
  for (const std::string& base : {collapsed, upper(collapsed)}) {
    for (const Attempt& attempt : with_one_change(base)) {
      if (std::optional<Identifier> meant = parse(attempt.text)) {
        return ReadTolerantly{std::move(*meant), attempt.fault};
      }
    }
  }
  return {};
}

}  // namespace rapporteur
