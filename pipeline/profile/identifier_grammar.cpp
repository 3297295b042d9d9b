#include "pipeline/profile/identifier_grammar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/profile/compiled.hpp"
#include "pipeline/profile/identifier_fields.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// What may follow a mention: its end, or a character that no longer identifier would have.
constexpr std::string_view kTail = R"((?:\z|[^\pL\pN_./-]|[/.](?:\z|[^0-9])|-(?:\z|[^0-9])))";

// How many bytes of a match the tail may have taken, the fewest first.
std::array<std::size_t, 3> possible_tails(std::string_view with_tail, bool at_end) {
  std::size_t last = 1;  // of its last character
  while (last < with_tail.size() && (with_tail[with_tail.size() - last] & 0xC0) == 0x80) ++last;
  return {at_end ? 0 : with_tail.size(), last, last + 1};
}

}  // namespace

IdentifierGrammar IdentifierGrammar::from(std::span<const IdentifierFamily> families) {
  IdentifierGrammar grammar;
  grammar.families_ = families;
  for (std::size_t i = 0; i < families.size(); ++i) {
    const Pattern& pattern = families[i].pattern;
    grammar.in_text_.emplace_back(fmt::format("({}){}", pattern.expression.pattern(), kTail));
    for (const std::string& trigger : families[i].triggers) grammar.triggers_.add(trigger, i);
  }
  grammar.triggers_.arrange();
  grammar.all_ = PatternSet(grammar.in_text_, re2::RE2::ANCHOR_START);
  return grammar;
}

// The identifier of a family that fills `text`.
std::optional<Identifier> IdentifierGrammar::read(std::size_t family, std::string_view text) const {
  const re2::RE2& expression = *families_[family].pattern.expression;
  const auto groups = static_cast<std::size_t>(expression.NumberOfCapturingGroups()) + 1;
  std::vector<re2::StringPiece> found(groups);
  if (!expression.Match(text, 0, text.size(), re2::RE2::ANCHOR_BOTH, found.data(),
                        static_cast<int>(groups))) {
    return {};
  }
  Identifier identifier;
  identifier.as_written = std::string(text);
  identifier.fields = fields_of(expression, found);
  return finished(family, std::move(identifier));
}

// The identifier of a family at the beginning of `text`. Where it ends with its tail is told by an
// automaton; its groups are taken apart without the tail, whose classes of letters make that slow.
std::optional<Identifier> IdentifierGrammar::read_beginning(std::size_t family,
                                                            std::string_view text) const {
  re2::StringPiece both;
  if (!in_text_[family]->Match(text, 0, text.size(), re2::RE2::ANCHOR_START, &both, 1)) return {};
  const std::string_view with_tail = text.substr(0, both.size());
  for (const std::size_t tail : possible_tails(with_tail, both.size() == text.size())) {
    if (tail >= with_tail.size()) continue;
    std::optional<Identifier> found = read(family, with_tail.substr(0, with_tail.size() - tail));
    if (found) return found;
  }
  return {};
}

// Takes the steps and writes the canonical form.
Identifier IdentifierGrammar::finished(std::size_t family, Identifier identifier) const {
  const IdentifierFamily& from = families_[family];
  take_steps(from.steps, identifier.fields);
  identifier.family = from.reads_as.empty() ? from.pattern.name : from.reads_as;
  identifier.canonical = from.format.empty() ? collapse(identifier.as_written)
                                             : format_fields(from.format, identifier.fields);
  return identifier;
}

std::optional<Identifier> IdentifierGrammar::parse(std::string_view text) const {
  const std::string collapsed = collapse(text);
  std::vector<int> candidates;
  if (!all_.match(collapsed, candidates)) return {};
  for (const int family : candidates) {
    std::optional<Identifier> found = read(static_cast<std::size_t>(family), collapsed);
    if (found) return found;
  }
  return {};
}

std::optional<Identifier> IdentifierGrammar::parse_as(std::string_view name,
                                                      std::string_view text) const {
  const std::string collapsed = collapse(text);
  for (std::size_t i = 0; i < families_.size(); ++i) {
    if (families_[i].pattern.name != name) continue;
    if (std::optional<Identifier> found = read(i, collapsed)) return found;
  }
  return {};
}

const IdentifierFamily* IdentifierGrammar::family(std::string_view name) const {
  const auto found = std::ranges::find_if(
      families_, [&](const IdentifierFamily& family) { return family.pattern.name == name; });
  return found == families_.end() ? nullptr : &*found;
}

std::optional<Identifier> IdentifierGrammar::meant_by(const Identifier& file_name) const {
  const IdentifierFamily* const named = family(file_name.family);
  if (named == nullptr) return {};
  for (const std::string& format : named->means) {
    if (std::optional<Identifier> found = parse(format_fields(format, file_name.fields))) {
      return found;
    }
  }
  return {};
}

Identifier IdentifierGrammar::completed(Identifier identifier,
                                        const IdentifierContext& context) const {
  const IdentifierFamily* const of = family(identifier.family);
  if (of == nullptr) return identifier;
  for (const std::string& name : of->infer) {
    const std::string& known = name == "assembly" ? context.assembly : context.group;
    if (known.empty() || !identifier.field(name).empty()) continue;
    set_field(identifier.fields, name, known);
    identifier.inferred = true;
  }
  if (identifier.inferred) {
    take_steps(of->steps, identifier.fields);
    identifier.canonical = format_fields(of->format, identifier.fields);
  }
  return identifier;
}

std::string IdentifierGrammar::key(const Identifier& identifier) const {
  const IdentifierFamily* const of = family(identifier.family);
  if (of == nullptr || of->key.empty()) return identifier.canonical;
  return format_fields(of->key, identifier.fields);
}

std::string IdentifierGrammar::file_name(const Identifier& identifier) {
  std::string out;
  for (const char c : identifier.canonical) {
    if (c == ' ') {
      out += '_';
    } else {
      out += c == '/' || c == '\\' || c == ':' || c == '*' || c == '?' ? '-' : c;
    }
  }
  return out;
}

}  // namespace rapporteur
