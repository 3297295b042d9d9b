#include "pipeline/run/suppress.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/run/selection.hpp"
#include "pipeline/text/glob.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

const RuleRecord kRules[] = {
    {std::string(kSuppressionExpired), "", Severity::warning,
     "a suppression is renewed or removed when its time is over",
     "A `[[suppress]]` of the configuration is past its `expires`. What it held back is reported "
     "again. Repair the findings and remove the entry, or give it a new date."},
    {std::string(kSuppressionUnused), "", Severity::warning, "a suppression suppresses something",
     "A `[[suppress]]` of the configuration fits no finding: the fault was repaired, or rule, "
     "path, clause or text are not what they should be. Remove or correct the entry."},
};

// "7.2" holds "7.2" and "7.2.1", not "7.20"; titles are compared as they are.
bool in_clause(std::string_view clause, const std::string& wanted) {
  if (equals_ignoring_case(clause, wanted)) return true;
  return starts_with_ignoring_case(clause, wanted + ".");
}

bool has_text(const LocatedFinding& finding, const re2::RE2& expression) {
  const Place& place = finding.place;
  return re2::RE2::PartialMatch(place.before + place.quote + place.after, expression) ||
         re2::RE2::PartialMatch(finding.message, expression);
}

bool fits(const Suppression& suppression, const LocatedFinding& finding, std::string_view path) {
  if (!matches_glob(suppression.rule, finding.rule)) return false;
  if (!suppression.path.empty() && !matches_glob(suppression.path, path)) return false;
  if (!suppression.clause.empty() && !in_clause(finding.place.clause, suppression.clause)) {
    return false;
  }
  return !suppression.text.expression || has_text(finding, *suppression.text.expression);
}

// "clause-* in C4*.txt, clause 7.2"
std::string description(const Suppression& suppression) {
  std::string out = suppression.rule;
  if (!suppression.path.empty()) out += " in " + suppression.path;
  if (!suppression.clause.empty()) out += ", clause " + suppression.clause;
  if (suppression.text.expression) {
    out += fmt::format(", text '{}'", suppression.text.expression->pattern());
  }
  return out;
}

LocatedFinding about(const Suppression& suppression, const RuleRecord& rule, std::string message,
                     const Settings& settings) {
  LocatedFinding finding;
  finding.rule = rule.id;
  finding.severity = rule.severity;
  finding.message = std::move(message);
  finding.document = finding.file = settings.file;
  finding.place.line = suppression.origin.line;
  finding.place.quote = description(suppression);
  return finding;
}

bool is_over(const Suppression& suppression, Date today) {
  return suppression.expires && *suppression.expires < today;
}

std::string by_owner(const Suppression& suppression) {
  return suppression.owner.empty() ? "" : fmt::format(", owner {}", suppression.owner);
}

// Whether the run saw enough to say that nothing fits.
bool was_looked_for(const Suppression& suppression, const Results& results,
                    const Settings& settings, bool whole) {
  if (suppression.path.empty()) return whole;
  return std::ranges::any_of(results.documents, [&](const DocumentRecord& record) {
    return (record.outcome == Outcome::read || record.outcome == Outcome::damaged) &&
           matches_glob(suppression.path, path_below(settings, record.file));
  });
}

std::size_t mark(Results& results, const std::vector<std::string>& paths,
                 const Suppression& suppression) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    LocatedFinding& finding = results.findings[i];
    if (!fits(suppression, finding, paths[i])) continue;
    ++count;
    if (finding.standing == Standing::suppressed) continue;
    finding.standing = Standing::suppressed;
    finding.justification = suppression.reason;
  }
  return count;
}

// The rule as the configuration sets it; nothing when it is switched off.
std::optional<RuleRecord> rule_as_set(std::string_view id, const Settings& settings) {
  RuleRecord rule = *std::ranges::find(kRules, id, &RuleRecord::id);
  const auto setting = std::ranges::find(settings.rules, id, &RuleSetting::id);
  if (setting == settings.rules.end()) return rule;
  if (!setting->enabled.value_or(true)) return {};
  rule.severity = setting->config.severity.value_or(rule.severity);
  return rule;
}

}  // namespace

void suppress(Results& results, const Settings& settings, Date today, bool whole) {
  std::vector<std::string> paths;
  for (const LocatedFinding& finding : results.findings) {
    paths.push_back(path_below(settings, finding.file));
  }
  const std::optional<RuleRecord> expired = rule_as_set(kSuppressionExpired, settings);
  const std::optional<RuleRecord> unused = rule_as_set(kSuppressionUnused, settings);
  std::vector<LocatedFinding> found;
  for (const Suppression& suppression : settings.suppressions) {
    const std::string what = description(suppression);
    if (is_over(suppression, today)) {
      if (!expired) continue;
      found.push_back(about(suppression, *expired,
                            fmt::format("suppression of {} expired on {}{}; renew or remove it",
                                        what, suppression.expires->iso(), by_owner(suppression)),
                            settings));
    } else if (mark(results, paths, suppression) == 0 && unused &&
               was_looked_for(suppression, results, settings, whole)) {
      found.push_back(about(suppression, *unused,
                            fmt::format("suppression of {} fits no finding{}; remove or correct it",
                                        what, by_owner(suppression)),
                            settings));
    }
  }
  if (settings.suppressions.empty()) return;
  for (const std::optional<RuleRecord>& rule : {expired, unused}) {
    if (rule) results.rules.push_back(*rule);
  }
  std::ranges::sort(results.rules, {}, &RuleRecord::id);
  std::ranges::move(found, std::back_inserter(results.findings));
  std::ranges::stable_sort(results.findings, {}, &LocatedFinding::document);
}

}  // namespace rapporteur
