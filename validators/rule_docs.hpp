#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/result.hpp"
#include "pipeline/profile/profile.hpp"
#include "validators/rule.hpp"

namespace rapporteur {

// All that a page says about one rule, from the registry or a profile's pattern.
struct RulePage {
  std::string id;
  std::string group;
  Severity severity = Severity::warning;
  std::string summary;
  std::string doc;
  std::string kinds;
  std::vector<RuleOption> options;
  bool is_pattern = false;
};

// What readers called the findings of a rule.
struct Judged {
  std::size_t right = 0;
  std::size_t all = 0;
};
using Judgements = std::map<std::string, Judged, std::less<>>;

// Counts the lines of corpus/judgements.tsv: rule, document, place, "right" or "wrong", reason.
Judgements read_judgements(std::string_view tsv);

// Every rule, those of all these profiles' patterns included, sorted by id.
std::vector<RulePage> rule_pages(const std::vector<Profile>& profiles);

// The page of a rule as Markdown: what it wants, where it is on and from which clause, its options
// and examples. None when there is no such rule.
std::optional<std::string> rule_page(std::string_view id, const std::vector<Profile>& profiles);

// The pages that are made from the registry and the profiles, as path below the project's root and
// content: docs/rules/<id>.md, docs/rules/index.md, docs/coverage/<profile>.md.
std::vector<std::pair<std::string, std::string>> generated_pages(
    const std::vector<Profile>& profiles, const Judgements& judgements);
Result<std::vector<std::pair<std::string, std::string>>> generated_pages(
    const ProfileSource& source, const Judgements& judgements = {});

}  // namespace rapporteur
