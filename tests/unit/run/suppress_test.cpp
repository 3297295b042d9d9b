#include "pipeline/run/suppress.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace rapporteur {
namespace {

constexpr Date kToday = {2026, 6, 15};

LocatedFinding finding(const char* rule, const char* document, const char* clause,
                       const char* quote) {
  LocatedFinding out;
  out.rule = rule;
  out.document = document;
  out.file = std::string("meeting/") + document;
  out.place.clause = clause;
  out.place.quote = quote;
  out.message = "expected otherwise";
  return out;
}

Results sample() {
  Results results;
  for (const char* name : {"C43.txt", "in/TD1.docx"}) {
    DocumentRecord record;
    record.path = name;
    record.file = std::string("meeting/") + name;
    results.documents.push_back(record);
  }
  results.findings = {finding("clause-number-gap", "C43.txt", "7.2.1", "7.2.1 Reserved"),
                      finding("clause-number-gap", "C43.txt", "7.20", "7.20 Terms"),
                      finding("wording-shall", "in/TD1.docx", "Summary", "needs to")};
  return results;
}

Settings settings_of(const std::string& toml) {
  Result<Settings> settings = parse_settings(toml, "meeting/rapporteur.toml");
  if (!settings) FAIL(settings.error().where << ": " << settings.error().what);
  return std::move(*settings);
}

// The standings of the sample's findings: r, s or b.
std::string standings(const std::string& toml) {
  Results results = sample();
  suppress(results, settings_of("[[suppress]]\nreason = \"why\"\n" + toml), kToday, true);
  std::string out;
  for (const LocatedFinding& each : results.findings) {
    if (each.document != "meeting/rapporteur.toml") out += name(each.standing)[0];
  }
  return out;
}

// Rules and messages of what suppressions themselves gave.
std::vector<std::string> about_entries(const std::string& toml, bool whole = true) {
  Results results = sample();
  suppress(results, settings_of(toml), kToday, whole);
  std::vector<std::string> out;
  for (const LocatedFinding& each : results.findings) {
    if (each.document == "meeting/rapporteur.toml") {
      CHECK(each.place.line != 0);
      out.push_back(each.rule + ": " + each.message);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a suppression holds for the findings that fit all it says") {
  CHECK(standings("rule = \"clause-number-gap\"\npath = \"C43.txt\"\n") == "ssr");
  CHECK(standings("rule = \"*\"\npath = \"in/**\"\n") == "rrs");
  CHECK(standings("rule = \"clause-*\"\nclause = \"7.2\"\n") == "srr");
  CHECK(standings("rule = \"clause-*\"\nclause = \"7.20\"\n") == "rsr");
  CHECK(standings("rule = \"*\"\nclause = \"summary\"\n") == "rrs");
  CHECK(standings("rule = \"*\"\ntext = \"(?i)reserved\"\n") == "srr");
  CHECK(standings("rule = \"*\"\ntext = \"expected otherwise\"\n") == "sss");
  CHECK(standings("rule = \"wording-*\"\npath = \"C43.txt\"\n") == "rrr");
  CHECK(standings("rule = \"*\"\npath = \"*.txt\"\ntext = \"Terms\"\n") == "rsr");
}

TEST_CASE("a suppressed finding is kept with its reason") {
  Results results = sample();
  suppress(results,
           settings_of("[[suppress]]\nrule = \"*\"\npath = \"C43.txt\"\nreason = \"kept free\"\n"),
           kToday, true);
  REQUIRE(results.findings.size() == 3);
  CHECK(results.findings[0].justification == "kept free");
}

TEST_CASE("a suppression holds through the day it expires and is reported after it") {
  const std::string entry = "rule = \"*\"\npath = \"C43.txt\"\nowner = \"the editor\"\n";
  CHECK(standings(entry + "expires = 2026-06-15\n") == "ssr");
  CHECK(standings(entry + "expires = 2026-06-14\n") == "rrr");
  CHECK(about_entries("[[suppress]]\nreason = \"why\"\n" + entry + "expires = 2026-06-14\n") ==
        std::vector<std::string>{"suppression-expired: suppression of * in C43.txt expired on "
                                 "2026-06-14, owner the editor; renew or remove it"});
}

TEST_CASE("a suppression that fits nothing is reported") {
  CHECK(
      about_entries("[[suppress]]\nreason = \"why\"\nrule = \"wording-*\"\npath = \"C43.txt\"\n") ==
      std::vector<std::string>{"suppression-unused: suppression of wording-* in C43.txt fits no "
                               "finding; remove or correct it"});
}

TEST_CASE("what a run has not looked at does not make a suppression unused") {
  const std::string elsewhere =
      "[[suppress]]\nreason = \"why\"\nrule = \"*\"\npath = \"C99.txt\"\n";
  const std::string anywhere = "[[suppress]]\nreason = \"why\"\nrule = \"*\"\ntext = \"absent\"\n";
  CHECK(about_entries(elsewhere).empty());
  CHECK(about_entries(anywhere, true).size() == 1);
  CHECK(about_entries(anywhere, false).empty());
}

TEST_CASE("a configuration sets the rules about suppressions like any other") {
  const std::string entry = "[[suppress]]\nreason = \"why\"\nrule = \"x\"\npath = \"C43.txt\"\n";
  CHECK(about_entries(entry + "[rule.\"suppression-unused\"]\nenabled = false\n").empty());
  Results results = sample();
  suppress(results, settings_of(entry + "[rule.\"suppression-unused\"]\nseverity = \"error\"\n"),
           kToday, true);
  CHECK(std::ranges::count(results.findings, Severity::error, &LocatedFinding::severity) == 1);
}

}  // namespace rapporteur
