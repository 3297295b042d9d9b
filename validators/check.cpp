#include <fmt/format.h>

#include <algorithm>

#include "pipeline/normalise/kind_of.hpp"
#include "pipeline/text/words.hpp"
#include "validators/pattern_rules.hpp"
#include "validators/reading/shared_scan.hpp"
#include "validators/rule.hpp"

namespace rapporteur {
namespace {

bool applies(const Rule& rule, const RuleConfig& config, const Kinds& kinds) {
  if (!config.kinds.empty()) return kinds.among(config.kinds);
  const std::vector<std::string_view> own = words(rule.kinds);
  return kinds.among(std::vector<std::string>(own.begin(), own.end()));
}

void run(const Rule& rule, const Subject& subject, std::vector<Finding>& findings) {
  Report report(rule.id, subject.config.severity.value_or(rule.severity), subject.doc, findings);
  rule.check(subject, report);
}

// The document as a whole first, then in reading order; the registry's order decides ties.
void sort_by_place(std::vector<Finding>& findings, const Document& doc) {
  const auto key = [&](const Finding& finding) {
    if (!finding.block) return std::pair<std::uint32_t, std::uint32_t>{0, 0};
    const TextRange where = finding.where.empty() ? doc.block(finding.block).text : finding.where;
    return std::pair{finding.block.index + 1, where.begin};
  };
  std::ranges::stable_sort(findings, {}, key);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string_view meant = nearest(word, known);
  return meant.empty() ? std::string() : fmt::format("; did you mean '{}'?", meant);
}

void check_options(const Rule& rule, const RuleConfig& config, std::vector<Error>& errors) {
  std::vector<std::string_view> known;
  for (const RuleOption& option : rule.options) known.push_back(option.name);
  for (const auto& [name, origin] : config.option_origins) {
    if (std::ranges::find(known, name) != known.end()) continue;
    known.insert(known.end(), {"enabled", "severity", "source", "kinds"});
    errors.push_back(
        {ErrorCode::configuration, origin.where(),
         fmt::format("rule {} has no option '{}'{}", rule.id, name, did_you_mean(name, known))});
  }
}

}  // namespace

void Report::add_at(BlockId block, TextRange where, std::string message,
                    std::vector<TextRange> related) {
  findings_.push_back({rule_, severity_, std::move(message), block, where, std::move(related)});
}

TextRange Report::range_of(std::string_view part_of_text) const {
  const auto begin = static_cast<std::uint32_t>(part_of_text.data() - doc_.text().data());
  return {begin, begin + static_cast<std::uint32_t>(part_of_text.size())};
}

const Rule* find_rule(std::string_view id) {
  const auto found = std::ranges::find(all_rules(), id, &Rule::id);
  return found == all_rules().end() ? nullptr : *found;
}

std::vector<Finding> check(const Document& doc, const Profile& profile) {
  std::vector<Finding> findings;
  const std::string_view kind = doc.identity().kind;
  const Kinds kinds{kind, wider_kind(kind, profile)};
  SharedScan shared(doc, profile);
  for (const Rule* rule : all_rules()) {
    const auto config = profile.rules.find(rule->id);
    if (config == profile.rules.end() || !config->second.enabled) continue;
    if (!applies(*rule, config->second, kinds)) continue;
    run(*rule, {doc, config->second, profile, shared}, findings);
  }
  check_patterns(profile, shared, findings);
  sort_by_place(findings, doc);
  return findings;
}

std::vector<Finding> check_rule(const Rule& rule, const Document& doc, const Profile& profile) {
  const auto found = profile.rules.find(rule.id);
  const RuleConfig unset;
  std::vector<Finding> findings;
  SharedScan shared(doc, profile);
  run(rule, {doc, found == profile.rules.end() ? unset : found->second, profile, shared}, findings);
  sort_by_place(findings, doc);
  return findings;
}

std::vector<Error> check_rule_settings(const Profile& profile) {
  std::vector<Error> errors;
  std::vector<std::string_view> known;
  for (const Rule* rule : all_rules()) known.push_back(rule->id);
  for (const auto& [id, config] : profile.rules) {
    if (const Rule* rule = find_rule(id)) {
      check_options(*rule, config, errors);
    } else {
      errors.push_back({ErrorCode::configuration, config.origin.where(),
                        fmt::format("there is no rule '{}'{}", id, did_you_mean(id, known))});
    }
  }
  return errors;
}

}  // namespace rapporteur
