#include "pipeline/run/configure.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "validators/rule.hpp"

namespace rapporteur {
namespace {

Settings settings_of(std::string_view toml) {
  Result<Settings> settings = parse_settings(toml, "r.toml");
  if (!settings) FAIL(settings.error().where << ": " << settings.error().what);
  return std::move(*settings);
}

Profile base_with(std::string_view toml) {
  Result<std::vector<Profile>> profiles = load_profiles(ProfileSource(), "base", settings_of(toml));
  if (!profiles) FAIL(profiles.error().where << ": " << profiles.error().what);
  return std::move(profiles->front());
}

std::string error_of(std::string_view toml, std::string_view profile = "base") {
  const Result<std::vector<Profile>> profiles =
      load_profiles(ProfileSource(), profile, settings_of(toml));
  REQUIRE_FALSE(profiles);
  CHECK(profiles.error().code == ErrorCode::configuration);
  return profiles.error().where + ": " + profiles.error().what;
}

}  // namespace

TEST_CASE("a configuration changes severity and options and leaves the rest of a rule") {
  const Profile plain = base_with("");
  const Profile profile = base_with(
      "[rule.\"clause-number-gap\"]\nseverity = \"info\"\n"
      "[rule.\"wording-duplicate-word\"]\nallowed = [\"only\"]\n");
  const RuleConfig& gap = profile.rules.at("clause-number-gap");
  CHECK(gap.severity == Severity::info);
  CHECK(gap.enabled);
  CHECK(gap.source == plain.rules.at("clause-number-gap").source);
  CHECK(profile.rules.at("wording-duplicate-word").list("allowed") ==
        std::vector<std::string>{"only"});
}

TEST_CASE("a configuration switches rules off, and on only when it says so") {
  CHECK_FALSE(base_with("[rule.\"clause-number-gap\"]\nenabled = false\n")
                  .rules.at("clause-number-gap")
                  .enabled);
  const Profile plain = base_with("");
  for (const Rule* rule : all_rules()) {
    if (plain.rules.contains(rule->id)) continue;
    INFO(rule->id);
    const std::string table = fmt::format("[rule.\"{}\"]\n", rule->id);
    CHECK_FALSE(base_with(table + "severity = \"info\"\n").rules.find(rule->id)->second.enabled);
    CHECK(base_with(table + "enabled = true\n").rules.find(rule->id)->second.enabled);
    return;
  }
  WARN("the base profile has every rule on");
}

TEST_CASE("a configuration sets pattern rules, which have no options") {
  const ProfileSource source;
  for (const std::string& name : source.names()) {
    const Result<Profile> profile = source.load(name);
    REQUIRE(profile);
    if (profile->pattern_rules.empty()) continue;
    const std::string id = profile->pattern_rules.front().id;
    const std::string table = fmt::format("[rule.\"{}\"]\n", id);
    const Result<std::vector<Profile>> set =
        load_profiles(source, name, settings_of(table + "enabled = false\nseverity = \"info\"\n"));
    REQUIRE(set);
    CHECK_FALSE(set->front().pattern_rules.front().enabled);
    CHECK(set->front().pattern_rules.front().severity == Severity::info);
    CHECK(
        error_of(table + "severty = \"info\"\n", name) ==
        fmt::format("r.toml:2:11: rule {} has no option 'severty'; did you mean 'severity'?", id));
    return;
  }
  WARN("no profile has a pattern rule");
}

TEST_CASE("the profile of a configuration is the only one of the run") {
  const Result<std::vector<Profile>> profiles =
      load_profiles(ProfileSource(), "", settings_of("profile = \"3gpp\"\n"));
  REQUIRE(profiles);
  REQUIRE(profiles->size() == 1);
  CHECK(profiles->front().name == "3gpp");
  const Result<std::vector<Profile>> named =
      load_profiles(ProfileSource(), "etsi", settings_of("profile = \"3gpp\"\n"));
  REQUIRE(named);
  CHECK(named->front().name == "etsi");
}

TEST_CASE("a rule, option or profile that there is not is named with its place") {
  CHECK(error_of("\n[rule.\"clause-number-gapp\"]\nseverity = \"info\"\n") ==
        "r.toml:2:1: there is no rule 'clause-number-gapp'; did you mean 'clause-number-gap'?");
  CHECK(error_of("[rule.\"wording-duplicate-word\"]\nalowed = [\"x\"]\n") ==
        "r.toml:2:10: rule wording-duplicate-word has no option 'alowed'; did you mean 'allowed'?");
  CHECK(error_of("profile = \"itut\"\n", "") ==
        "r.toml:1:11: there is no profile 'itut'; did you mean 'itu-t'?");
  CHECK(error_of("[[suppress]]\nrule = \"clause-gap-number\"\npath = \"a\"\nreason = \"b\"\n")
            .starts_with("r.toml:1:1: [[suppress]] rule: there is no rule 'clause-gap-number'"));
}

TEST_CASE("a suppression may name a reader's remark or a glob of rules") {
  base_with(
      "[[suppress]]\nrule = \"ingest/missing-style\"\npath = \"a\"\nreason = \"b\"\n"
      "[[suppress]]\nrule = \"clause-*\"\npath = \"a\"\nreason = \"b\"\n");
  CHECK(error_of("[[suppress]]\nrule = \"xyz-*\"\npath = \"a\"\nreason = \"b\"\n")
            .starts_with("r.toml:1:1: "));
}

}  // namespace rapporteur
