#include "pipeline/run/configure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "extractors/extractor.hpp"
#include "pipeline/run/suppress.hpp"
#include "pipeline/text/glob.hpp"
#include "pipeline/text/words.hpp"
#include "validators/rule.hpp"

namespace rapporteur {
namespace {

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string_view meant = nearest(word, known);
  return meant.empty() ? std::string() : fmt::format("; did you mean '{}'?", meant);
}

Result<void> check_profile_name(const Settings& settings, const std::vector<std::string>& names) {
  if (std::ranges::find(names, settings.profile) != names.end()) return {};
  return fail(ErrorCode::configuration, settings.profile_origin.where(),
              fmt::format("there is no profile '{}'{}", settings.profile,
                          did_you_mean(settings.profile, {names.begin(), names.end()})));
}

// What a configuration may call a rule.
std::vector<std::string_view> rule_ids(std::span<const Profile> profiles) {
  std::vector<std::string_view> ids;
  for (const Rule* rule : all_rules()) ids.push_back(rule->id);
  for (const Profile& profile : profiles) {
    for (const PatternRule& rule : profile.pattern_rules) ids.push_back(rule.id);
  }
  return ids;
}

Result<void> check_rule_names(const Settings& settings, std::span<const Profile> profiles) {
  std::vector<std::string_view> ids = rule_ids(profiles);
  ids.insert(ids.end(), {kSuppressionExpired, kSuppressionUnused});
  for (const RuleSetting& setting : settings.rules) {
    if (std::ranges::find(ids, setting.id) != ids.end()) continue;
    return fail(ErrorCode::configuration, setting.config.origin.where(),
                fmt::format("there is no rule '{}'{}", setting.id, did_you_mean(setting.id, ids)));
  }
  std::ranges::copy(ingest_rule_ids(), std::back_inserter(ids));
  for (const Suppression& suppression : settings.suppressions) {
    const auto meant = [&](std::string_view id) { return matches_glob(suppression.rule, id); };
    if (std::ranges::any_of(ids, meant)) continue;
    return fail(ErrorCode::configuration, suppression.origin.where(),
                fmt::format("[[suppress]] rule: there is no rule '{}'{}", suppression.rule,
                            did_you_mean(suppression.rule, ids)));
  }
  return {};
}

void lay_over(const RuleSetting& setting, RuleConfig& config) {
  if (setting.enabled) config.enabled = *setting.enabled;
  if (setting.config.severity) config.severity = setting.config.severity;
  if (!setting.config.source.empty()) config.source = setting.config.source;
  if (!setting.config.kinds.empty()) config.kinds = setting.config.kinds;
  for (const auto& [name, value] : setting.config.options) config.options[name] = value;
  for (const auto& [name, origin] : setting.config.option_origins) {
    config.option_origins[name] = origin;
  }
}

void lay_over(const RuleSetting& setting, PatternRule& rule) {
  if (setting.enabled) rule.enabled = *setting.enabled;
  if (setting.config.severity) rule.severity = *setting.config.severity;
  if (!setting.config.kinds.empty()) rule.kinds = setting.config.kinds;
}

// A pattern rule has no options; one that is written all the same is a slip of the pen.
Result<void> check_pattern_setting(const RuleSetting& setting) {
  if (setting.config.option_origins.empty()) return {};
  const auto& [name, origin] = *setting.config.option_origins.begin();
  return fail(ErrorCode::configuration, origin.where(),
              fmt::format("rule {} has no option '{}'{}", setting.id, name,
                          did_you_mean(name, {"enabled", "severity", "kinds"})));
}

Result<void> apply(const RuleSetting& setting, Profile& profile) {
  const auto pattern = std::ranges::find(profile.pattern_rules, setting.id, &PatternRule::id);
  if (pattern != profile.pattern_rules.end()) {
    if (Result<void> checked = check_pattern_setting(setting); !checked) return checked;
    lay_over(setting, *pattern);
    return {};
  }
  if (find_rule(setting.id) == nullptr) return {};  // of another profile, or about suppressions
  RuleConfig off;
  off.enabled = false;
  off.origin = setting.config.origin;
  lay_over(setting, profile.rules.try_emplace(setting.id, std::move(off)).first->second);
  return {};
}

Result<void> apply(const Settings& settings, std::vector<Profile>& profiles) {
  if (Result<void> known = check_rule_names(settings, profiles); !known) return known;
  for (Profile& profile : profiles) {
    for (const RuleSetting& setting : settings.rules) {
      if (Result<void> applied = apply(setting, profile); !applied) return applied;
    }
    if (settings.rules.empty()) continue;
    const std::vector<Error> errors = check_settings(profile);
    if (!errors.empty()) return tl::unexpected<Error>(errors.front());
  }
  return {};
}

}  // namespace

std::vector<Error> check_settings(const Profile& profile) {
  std::vector<Error> errors = check_rule_settings(profile);
  for (Error& error : check_wording(profile)) errors.push_back(std::move(error));
  return errors;
}

Result<Profile> load_checked(const ProfileSource& source, std::string_view name) {
  Result<Profile> profile = source.load(name);
  if (!profile) return profile;
  const std::vector<Error> errors = check_settings(*profile);
  if (!errors.empty()) return tl::unexpected<Error>(errors.front());
  return profile;
}

Result<std::vector<Profile>> load_profiles(const ProfileSource& source, std::string_view name,
                                           const Settings& settings) {
  std::vector<std::string> names = source.names();
  if (name.empty() && !settings.profile.empty()) {
    if (Result<void> known = check_profile_name(settings, names); !known) {
      return tl::unexpected<Error>(known.error());
    }
    name = settings.profile;
  }
  if (!name.empty()) names = {std::string(name)};
  // What no body's signs fit is read as any document.
  const auto base = std::ranges::find(names, kFallbackProfile);
  if (base != names.end()) std::rotate(names.begin(), base, base + 1);
  std::vector<Profile> profiles;
  for (const std::string& each : names) {
    Result<Profile> profile = load_checked(source, each);
    if (!profile) return tl::unexpected<Error>(profile.error());
    profiles.push_back(std::move(*profile));
  }
  if (Result<void> applied = apply(settings, profiles); !applied) {
    return tl::unexpected<Error>(applied.error());
  }
  return profiles;
}

}  // namespace rapporteur
