#include "emitters/gate/github.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {
namespace {

LocatedFinding finding(Severity severity) {
  LocatedFinding out;
  out.rule = "a";
  out.severity = severity;
  out.document = "x,y:z%.txt";
  out.message = "100%\n::error::injected";
  return out;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("an annotation has no line of its own making") {
  Results results;
  results.findings = {finding(Severity::error)};
  const Result<std::string> text = emit_github(results, {});
  REQUIRE(text);
  CHECK(text->starts_with("::error file=x%2Cy%3Az%25.txt,title=a::100%25 ::error::injected\n"));
}

TEST_CASE("ten annotations are shown and of eleven the last two are counted") {
  Results results;
  results.findings.assign(10, finding(Severity::warning));
  CHECK(count(*emit_github(results, {}), "::warning file=") == 10);
  results.findings.push_back(finding(Severity::warning));
  const std::string text = *emit_github(results, {});
  CHECK(count(text, "::warning file=") == 9);
  CHECK(count(text, "::warning title=rapporteur::2 warnings more") == 1);
}

TEST_CASE("findings that do not count get no annotation and no row in the summary") {
  Results results;
  results.findings = {finding(Severity::error), finding(Severity::error)};
  results.findings[0].standing = Standing::suppressed;
  results.findings[1].standing = Standing::baselined;
  CHECK(*emit_github(results, {}) ==
        "rapporteur: 0 documents, 0 errors, 0 warnings, 0 remarks, 1 suppressed, 1 in the "
        "baseline\n");
  CHECK(emit_github_summary(results, {})->starts_with("## Rapporteur: passed\n"));
}

TEST_CASE("the summary gives the verdict of the threshold") {
  Results results;
  results.findings = {finding(Severity::warning)};
  CHECK(emit_github_summary(results, {})->starts_with("## Rapporteur: passed\n"));
  results.fails_at = Severity::warning;
  CHECK(emit_github_summary(results, {})
            ->starts_with("## Rapporteur: failed: findings at or above warning\n"));
  results.fails_at = {};
  CHECK(emit_github_summary(results, {})->starts_with("## Rapporteur: passed\n"));
}

TEST_CASE("a summary stays below what a step may write") {
  Results results;
  results.findings.assign(20'000, finding(Severity::error));
  const std::string text = *emit_github_summary(results, {});
  CHECK(text.size() < 1'000'100);
  CHECK(text.ends_with(" more.\n"));
}

}  // namespace rapporteur
