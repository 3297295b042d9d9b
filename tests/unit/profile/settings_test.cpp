#include "pipeline/profile/settings.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {
namespace {

std::string error_of(std::string_view toml) {
  const Result<Settings> settings = parse_settings(toml, "r.toml");
  REQUIRE_FALSE(settings);
  CHECK(settings.error().code == ErrorCode::configuration);
  return settings.error().where + ": " + settings.error().what;
}

}  // namespace

TEST_CASE("a configuration says everything it can say") {
  const Result<Settings> settings = parse_settings(R"(
profile = "itu-t"
profiles = "own"
fail-on = "warning"
baseline = "known.json"
rule-pages = "https://example.org/{rule}"
[paths]
include = ["*.docx"]
exclude = "old/"
[rule."clause-number-gap"]
severity = "info"
[rule."wording-duplicate-word"]
enabled = false
allowed = ["that"]
[[suppress]]
rule = "clause-*"
path = "C43.txt"
clause = "7.2"
text = "(?i)reserved"
reason = "numbers are kept free on purpose"
owner = "the editor"
expires = 2027-02-28
)",
                                                   "meeting/rapporteur.toml");
  if (!settings) FAIL(settings.error().where << ": " << settings.error().what);
  CHECK(settings->profile == "itu-t");
  CHECK(settings->profiles == "meeting/own");
  CHECK(settings->baseline == "meeting/known.json");
  CHECK(settings->fail_on == "warning");
  CHECK(settings->rule_pages == "https://example.org/{rule}");
  CHECK(settings->include == std::vector<std::string>{"*.docx"});
  CHECK(settings->exclude == std::vector<std::string>{"old/"});
  REQUIRE(settings->rules.size() == 2);
  CHECK_FALSE(settings->rules[0].enabled);
  CHECK(settings->rules[0].config.severity == Severity::info);
  CHECK(settings->rules[1].enabled == false);
  CHECK(settings->rules[1].config.list("allowed").size() == 1);
  REQUIRE(settings->suppressions.size() == 1);
  const Suppression& suppression = settings->suppressions[0];
  CHECK(suppression.rule == "clause-*");
  CHECK(suppression.clause == "7.2");
  CHECK(re2::RE2::PartialMatch("Reserved", *suppression.text.expression));
  CHECK(suppression.owner == "the editor");
  CHECK(suppression.expires == Date{2027, 2, 28});
  CHECK(suppression.origin.line == 15);
}

TEST_CASE("an empty configuration is that of no file") {
  const Result<Settings> settings = parse_settings("", "r.toml");
  REQUIRE(settings);
  CHECK(settings->baseline.empty());
  CHECK(settings->rules.empty());
}

TEST_CASE("a bad configuration names file, line, column and what was meant") {
  CHECK(error_of("profil = \"itu-t\"\n") ==
        "r.toml:1:10: r.toml: unknown key 'profil'; did you mean 'profile'?");
  CHECK(error_of("\n[path]\n") == "r.toml:2:1: r.toml: unknown key 'path'; did you mean 'paths'?");
  CHECK(error_of("fail-on = \"eror\"\n") ==
        "r.toml:1:11: r.toml fail-on: 'eror' is not one of error, warning, info, never; did you "
        "mean 'error'?");
  CHECK(error_of("fail-on = 3\n") == "r.toml:1:11: r.toml fail-on: expected a string");
  CHECK(error_of("fail-on = \n").starts_with("r.toml:1:"));
  CHECK(error_of("[rule.\"a\"]\nseverity = \"bad\"\n") ==
        "r.toml:2:12: [rule.\"a\"] severity: 'bad' is not info, warning or error");
}

TEST_CASE("a bad suppression names file, line, column and what was meant") {
  CHECK(error_of("[[suppress]]\nrule = \"a\"\npath = \"b\"\n") ==
        "r.toml:1:1: [[suppress]]: the key 'reason' is missing");
  CHECK(error_of("[[suppress]]\nrule = \"a\"\nreason = \" \"\npath = \"b\"\n") ==
        "r.toml:3:10: [[suppress]] reason: say why these findings are meant to be so");
  CHECK(error_of("[[suppress]]\nrule = \"a\"\nreason = \"b\"\n") ==
        "r.toml:1:1: [[suppress]]: needs path, clause or text; to switch a rule off everywhere "
        "write [rule.\"a\"] enabled = false");
  CHECK(error_of("[[suppress]]\nrule = \"a\"\nreason = \"b\"\ntext = \"(\"\n")
            .starts_with("r.toml:4:8: [[suppress]] text: missing )"));
  CHECK(
      error_of("[[suppress]]\nrule = \"a\"\nreason = \"b\"\npath = \"c\"\nexpire = 2027-01-01\n") ==
      "r.toml:5:10: [[suppress]]: unknown key 'expire'; did you mean 'expires'?");
  for (const char* date : {"\"soon\"", "2027", "\"2027-02\"", "\"2027-02-30\""}) {
    INFO(date);
    CHECK(error_of("[[suppress]]\nrule = \"a\"\nreason = \"b\"\npath = \"c\"\nexpires = " +
                   std::string(date)) ==
          "r.toml:5:11: [[suppress]] expires: expected a date such as 2027-01-31");
  }
}

TEST_CASE("of several faults the first in the file is named") {
  CHECK(error_of("profil = 1\n[[suppress]]\nrule = 1\n").starts_with("r.toml:1:10: "));
}

}  // namespace rapporteur
