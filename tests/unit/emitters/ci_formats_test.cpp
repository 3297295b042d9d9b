#include "emitters/ci_formats.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/golden.hpp"

namespace rapporteur {

TEST_CASE("a fingerprint outlives edits elsewhere, renumbering and a move to another folder") {
  Results later = golden_results();
  for (LocatedFinding& finding : later.findings) {
    finding.place.line += 10;
    finding.place.clause = "9" + finding.place.clause;
    finding.place.before = "edited";
    finding.document = "elsewhere/" + finding.document;
  }
  CHECK(fingerprints(later) == fingerprints(golden_results()));
}

TEST_CASE("a fingerprint changes with the rule and with the words") {
  Results later = golden_results();
  later.findings[0].place.quote += " more";
  later.findings[1].rule = "another-rule";
  const std::vector<std::string> before = fingerprints(golden_results());
  const std::vector<std::string> after = fingerprints(later);
  CHECK(after[0] != before[0]);
  CHECK(after[1] != before[1]);
}

TEST_CASE("an annotation has no line of its own making") {
  Results results;
  LocatedFinding finding;
  finding.rule = "a";
  finding.severity = Severity::error;
  finding.document = "x,y:z%.txt";
  finding.message = "100%\n::error::injected";
  results.findings = {finding};
  CHECK(github_annotations(results) ==
        "::error file=x%2Cy%3Az%25.txt,title=a::100%25 ::error::injected\n");
}

}  // namespace rapporteur
