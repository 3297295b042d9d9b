#include "pipeline/profile/profile.hpp"

#include <fmt/format.h>

namespace rapporteur {
namespace {

// Patterns of a name that are looked for in one pass; fewer are faster found one after the other.
constexpr std::size_t kFewestTogether = 3;

template <class T>
const T* option(const RuleConfig& config, std::string_view name) {
  const auto found = config.options.find(name);
  return found == config.options.end() ? nullptr : std::get_if<T>(&found->second);
}

// Where an expression is none, no sample says more.
bool check_expression(const Expression& expression, const Origin& origin, std::string_view section,
                      std::vector<SampleFailure>& failures) {
  if (!expression || expression->ok()) return true;
  failures.push_back(
      {origin, fmt::format("{}: '{}': {}", section, expression.pattern(), expression->error())});
  return false;
}

void check_pattern(const Pattern& pattern, std::string_view section, bool whole,
                   std::vector<SampleFailure>& failures) {
  if (!check_expression(pattern.expression, pattern.origin, section, failures)) return;
  const auto matches = [&](const std::string& sample) {
    return whole ? re2::RE2::FullMatch(sample, *pattern.expression)
                 : re2::RE2::PartialMatch(sample, *pattern.expression);
  };
  const auto failed = [&](std::string_view list, const std::string& sample, const char* what) {
    failures.push_back({pattern.origin, fmt::format("{} {}: {} '{}' but {}", section, pattern.name,
                                                    list, sample, what)});
  };
  for (const std::string& sample : pattern.accepts) {
    if (!matches(sample)) failed("accepts", sample, "does not match it");
  }
  for (const std::string& sample : pattern.rejects) {
    if (matches(sample)) failed("rejects", sample, "matches it");
  }
  if (pattern.accepts.empty() || pattern.rejects.empty()) {
    failures.push_back(
        {pattern.origin, fmt::format("{} {}: has no {}", section, pattern.name,
                                     pattern.accepts.empty() ? "accepts" : "rejects")});
  }
}

void check_family(const IdentifierFamily& family, std::vector<SampleFailure>& failures) {
  const Origin& origin = family.pattern.origin;
  check_pattern(family.pattern, "identifier", true, failures);
  check_expression(family.after, origin, "identifier after", failures);
  check_expression(family.not_after, origin, "identifier not-after", failures);
  for (const IdentifierList& list : family.lists) {
    check_pattern(list.head, "identifier.list", false, failures);
    check_expression(list.item, list.head.origin, "identifier.list item", failures);
  }
  for (const Misspelling& misspelling : family.misspelt) {
    check_pattern(misspelling.pattern, "identifier.misspelt", true, failures);
  }
}

}  // namespace

std::string Origin::where() const { return fmt::format("{}:{}:{}", file, line, column); }

std::int64_t RuleConfig::integer(std::string_view name, std::int64_t fallback) const {
  const auto* const value = option<std::int64_t>(*this, name);
  return value != nullptr ? *value : fallback;
}

bool RuleConfig::flag(std::string_view name, bool fallback) const {
  const bool* const value = option<bool>(*this, name);
  return value != nullptr ? *value : fallback;
}

std::string RuleConfig::text(std::string_view name, std::string_view fallback) const {
  const auto* const value = option<std::string>(*this, name);
  return value != nullptr ? *value : std::string(fallback);
}

const std::vector<std::string>& RuleConfig::list(std::string_view name) const {
  static const std::vector<std::string> kEmpty;
  const auto* const value = option<std::vector<std::string>>(*this, name);
  return value != nullptr ? *value : kEmpty;
}

const StringTable& RuleConfig::table(std::string_view name) const {
  static const StringTable kEmpty;
  const auto* const value = option<StringTable>(*this, name);
  return value != nullptr ? *value : kEmpty;
}

const std::vector<std::string>& Wording::list(std::string_view name) const {
  static const std::vector<std::string> kEmpty;
  const auto found = lists.find(name);
  return found == lists.end() ? kEmpty : found->second;
}

Patterns Wording::named(std::string_view name) const {
  const auto found = groups_.find(name);
  if (found == groups_.end()) return {};
  const Group& group = found->second;
  return {patterns.data() + group.first, group.size, group.together};
}

void Wording::arrange() {
  std::ranges::stable_sort(patterns, {}, &Pattern::name);
  groups_.clear();
  for (std::size_t begin = 0, end = 0; begin < patterns.size(); begin = end) {
    while (end < patterns.size() && patterns[end].name == patterns[begin].name) ++end;
    const std::size_t size = end - begin;
    const Patterns alone(&patterns[begin], size, nullptr);
    const PatternSet* const together = size >= kFewestTogether ? &set_of(alone) : nullptr;
    groups_.emplace(patterns[begin].name, Group{begin, size, together});
  }
}

const Wording& Profile::wording_of(std::string_view extractor) const {
  static const Wording kEmpty;
  const auto found = wording.find(extractor);
  return found == wording.end() ? kEmpty : found->second;
}

std::vector<SampleFailure> check_samples(const Profile& profile) {
  std::vector<SampleFailure> failures;
  for (const Clue& clue : profile.detect) check_pattern(clue.find, "detect", false, failures);
  for (const IdentifierFamily& family : profile.identifiers) {
    check_family(family, failures);
  }
  for (const Pattern& pattern : profile.organizations.patterns) {
    check_pattern(pattern, "organizations", false, failures);
  }
  for (const DocumentKind& kind : profile.kinds) {
    for (const Clue& clue : kind.clues) check_pattern(clue.find, "kind", false, failures);
  }
  const Structure& structure = profile.structure;
  for (const auto* patterns :
       {&structure.annexes, &structure.divisions, &structure.captions, &structure.quoted,
        &structure.continued, &structure.references, &structure.bibliographies,
        &structure.no_references, &structure.summaries, &structure.attached, &structure.plain,
        &structure.excerpts, &structure.excerpt_ends}) {
    for (const Pattern& pattern : *patterns) check_pattern(pattern, "structure", false, failures);
  }
  for (const Pattern& pattern : profile.identity.patterns) {
    check_pattern(pattern, "identity", false, failures);
  }
  for (const auto& [extractor, wording] : profile.wording) {
    for (const Pattern& pattern : wording.patterns) {
      check_pattern(pattern, "extract." + extractor, false, failures);
    }
  }
  for (const PatternRule& rule : profile.pattern_rules) {
    check_pattern(rule.find, "pattern-rule", false, failures);
    for (const Expression& except : rule.except) {
      check_expression(except, rule.origin, "pattern-rule except", failures);
    }
  }
  return failures;
}

}  // namespace rapporteur
