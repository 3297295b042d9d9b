#include "pipeline/run/fingerprint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "pipeline/run/batch.hpp"
#include "pipeline/run/configure.hpp"
#include "tests/unit/scratch.hpp"

namespace rapporteur {
namespace {

Results checked(std::string_view text, const char* file = "C1.txt") {
  const Scratch folder;
  folder.write(file, text);
  const Result<std::vector<Profile>> profiles = load_profiles(ProfileSource(), "base");
  REQUIRE(profiles);
  const Result<std::vector<Source>> sources = list_sources({folder.path()}, {});
  REQUIRE(sources);
  BatchOptions options;
  options.extract = false;
  return run_batch(*sources, *profiles, options);
}

// Fingerprints of the findings of one rule.
std::set<std::string> fingerprints(const Results& results, std::string_view rule) {
  std::set<std::string> found;
  for (const LocatedFinding& finding : results.findings) {
    if (finding.rule == rule) found.insert(finding.fingerprint);
  }
  return found;
}

constexpr const char* kRepeats = "wording-duplicate-word";

LocatedFinding finding(const char* before, const char* quote, const char* after) {
  LocatedFinding out;
  out.rule = "r";
  out.document = "folder/C1.docx";
  out.message = "said";
  out.place.before = before;
  out.place.quote = quote;
  out.place.after = after;
  return out;
}

std::string fingerprint(const LocatedFinding& one) {
  Results results;
  results.findings = {one};
  add_fingerprints(results);
  return results.findings[0].fingerprint;
}

}  // namespace

TEST_CASE("numbers that shift are masked and those that name things are kept") {
  struct Row {
    const char* text;
    const char* masked;
  };
  const Row rows[] = {
      {"7.2.1 Procedure", "# procedure"},
      {"see clause 7.", "see clause #."},
      {"(Table 12)", "(table #)"},
      {"Annex A.3, item 4a", "annex #, item #"},
      {"Annex A", "annex a"},
      {"in 2024, S2-2401234", "in 2024, s2-2401234"},
      {"SG13-TD329  and\tG.8032", "sg13-td329 and g.8032"},
      {"É 1", "e #"},
      {"...", "..."},
  };
  for (const Row& row : rows) CHECK(without_numbers(row.text) == row.masked);
}

TEST_CASE("a finding keeps its fingerprint when paragraphs are added and clauses renumbered") {
  const Results before = checked("1\tScope\nThis says the the scope of it.\n2\tTerms\nWords.\n");
  const Results after = checked(
      "1\tIntroduction\nA new paragraph.\nAnother one.\n2\tScope\nThis says the the scope of it.\n"
      "3\tTerms\nWords.\n");
  REQUIRE(fingerprints(before, kRepeats).size() == 1);
  CHECK(fingerprints(before, kRepeats) == fingerprints(after, kRepeats));
}

TEST_CASE("a finding about a clause number keeps its fingerprint when clauses are renumbered") {
  const Results before = checked("1\tScope\nText.\n3\tTerms\nWords.\n");
  const Results after = checked("1\tNew\nText.\n2\tScope\nText.\n4\tTerms\nWords.\n");
  REQUIRE(fingerprints(before, "clause-number-gap").size() == 1);
  CHECK(fingerprints(before, "clause-number-gap") == fingerprints(after, "clause-number-gap"));
}

TEST_CASE("equal findings are counted and others told apart") {
  const std::string line = "This says the the scope of it.\n";
  const std::string other = "Here stands of of another kind.\n";
  const Results results = checked("1\tScope\n" + line + "2\tTerms\n" + line + other);
  const std::set<std::string> found = fingerprints(results, kRepeats);
  REQUIRE(found.size() == 3);
  std::map<std::string, int> hashes;
  for (const std::string& each : found) ++hashes[each.substr(0, each.find(':'))];
  CHECK(hashes.size() == 2);
}

TEST_CASE("rule, file name and words make the fingerprint; place, severity and folder do not") {
  const LocatedFinding one = finding("it is said ", "the the", " clause 7");
  LocatedFinding same = one;
  same.document = "elsewhere/C1.docx";
  same.severity = Severity::error;
  same.message = "worded anew";
  same.place.clause = "9.1";
  same.place.begin = 1000;
  same.place.line = 12;
  same.place.after = " clause 8";
  CHECK(fingerprint(one) == fingerprint(same));
  LocatedFinding rule = one;
  rule.rule = "other";
  LocatedFinding file = one;
  file.document = "folder/C2.docx";
  CHECK(fingerprint(one) != fingerprint(rule));
  CHECK(fingerprint(one) != fingerprint(file));
  CHECK(fingerprint(one) != fingerprint(finding("it is said ", "of of", " clause 7")));
  CHECK(fingerprint(one) != fingerprint(finding("it was said ", "the the", " clause 7")));
}

TEST_CASE("a finding without words goes by its message") {
  const LocatedFinding one = finding("", "", "");
  LocatedFinding other = one;
  other.message = "said of something else";
  CHECK(fingerprint(one) != fingerprint(other));
}

}  // namespace rapporteur
