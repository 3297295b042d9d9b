#include "pipeline/profile/profile.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {

TEST_CASE("every profile loads and its samples behave as it says") {
  const ProfileSource source;
  for (const std::string& name : source.names()) {
    INFO(name);
    const Result<Profile> profile = source.load(name);
    if (!profile) FAIL(profile.error().where << ": " << profile.error().what);
    for (const SampleFailure& failure : check_samples(*profile)) {
      FAIL_CHECK(failure.origin.where() << ": " << failure.what);
    }
  }
}

TEST_CASE("a bad profile names file, line and column and what was meant") {
  const ProfileSource source;
  const auto error = [&](std::string_view toml) {
    const Result<Profile> profile = source.parse(toml, "p.toml");
    REQUIRE_FALSE(profile);
    return profile.error().where + ": " + profile.error().what;
  };
  CHECK(error("name = \"x\"\ntitel = \"y\"\n") ==
        "p.toml:2:9: profile: unknown key 'titel'; did you mean 'title'?");
  CHECK(error("name = \"x\"\nextends = \"bsae\"\n").find("did you mean 'base'?") !=
        std::string::npos);
  CHECK(error("name = \n").starts_with("p.toml:1:"));
  CHECK(error("name = \"x\"\n[[identifier]]\nfamily = \"f\"\npattern = '('\n")
            .starts_with("p.toml:4:11"));
}

TEST_CASE("a profile inherits, replaces and switches off") {
  const ProfileSource source;
  const Result<Profile> profile = source.parse(
      "name = \"x\"\nextends = \"base\"\n[styles]\ncaption = [\"Legend\"]\n", "p.toml");
  REQUIRE(profile);
  CHECK(profile->name == "x");
  CHECK_FALSE(profile->structure.annexes.empty());
  const auto captions =
      std::count_if(profile->styles.begin(), profile->styles.end(),
                    [](const StyleRole& s) { return s.role == BlockKind::caption; });
  CHECK(captions == 1);
}

TEST_CASE("a rule takes what it does not set from the one that it is like") {
  const ProfileSource source;
  const Result<Profile> profile = source.parse(
      "name = \"x\"\n"
      "[rule.\"a\"]\nwords = [\"table\"]\nleast = 2\nseverity = \"info\"\n"
      "[rule.\"b\"]\nlike = \"a\"\nwords = [\"figure\"]\n",
      "p.toml");
  REQUIRE(profile);
  const RuleConfig& like = profile->rules.at("b");
  CHECK(like.list("words") == std::vector<std::string>{"figure"});
  CHECK(like.integer("least", 0) == 2);
  CHECK_FALSE(like.severity);
  CHECK_FALSE(like.options.contains("like"));

  const Result<Profile> wrong =
      source.parse("name = \"x\"\n[rule.\"first\"]\n[rule.\"b\"]\nlike = \"fist\"\n", "p.toml");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().where == "p.toml:4:8");
  CHECK(wrong.error().what ==
        "rule 'b' is like 'fist', which is no rule with options of its own; did you mean 'first'?");
}

}  // namespace rapporteur
