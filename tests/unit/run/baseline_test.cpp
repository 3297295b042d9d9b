#include "pipeline/run/baseline.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace rapporteur {
namespace {

LocatedFinding finding(const char* fingerprint, const char* document) {
  LocatedFinding out;
  out.rule = "r";
  out.document = document;
  out.place.quote = "the \"the\" é";
  out.fingerprint = fingerprint;
  return out;
}

Results sample(const std::vector<LocatedFinding>& findings,
               const std::vector<const char*>& documents = {"in/C1.txt", "C2.txt"}) {
  Results results;
  results.findings = findings;
  for (const char* path : documents) {
    DocumentRecord record;
    record.path = path;
    results.documents.push_back(record);
  }
  return results;
}

std::string standings(const Results& results) {
  std::string out;
  for (const LocatedFinding& each : results.findings) out += name(each.standing)[0];
  return out;
}

std::string error_of(std::string_view json) {
  const Result<Baseline> baseline = parse_baseline(json, "b.json");
  REQUIRE_FALSE(baseline);
  CHECK(baseline.error().code == ErrorCode::configuration);
  return baseline.error().where + ": " + baseline.error().what;
}

}  // namespace

TEST_CASE("a baseline is read back as it was written, in one order") {
  const Results results = sample({finding("b:1", "in/C1.txt"), finding("a:1", "C2.txt")});
  const std::string json = baseline_json(updated_baseline(results, {}, true));
  const Result<Baseline> read = parse_baseline(json, "b.json");
  if (!read) FAIL(read.error().where << ": " << read.error().what);
  REQUIRE(read->size() == 2);
  CHECK(read->at(0).document == "C1.txt");
  CHECK(read->at(0).quote == "the \"the\" é");
  CHECK(baseline_json(*read) == json);
  const Results turned = sample({finding("a:1", "C2.txt"), finding("b:1", "in/C1.txt")});
  CHECK(baseline_json(updated_baseline(turned, {}, true)) == json);
  CHECK(parse_baseline(baseline_json({}), "b.json")->empty());
}

TEST_CASE("what stood in the baseline is marked, each entry once, and the rest is new") {
  Results results = sample({finding("a:1", "in/C1.txt"), finding("a:1", "C2.txt"),
                            finding("b:1", "C2.txt"), finding("c:1", "C2.txt")});
  results.findings[3].standing = Standing::suppressed;
  const Baseline baseline = {{"a:1", "r", "C1.txt", ""}, {"c:1", "r", "C2.txt", ""}};
  CHECK(compare(results, baseline) == 0);
  CHECK(standings(results) == "brrs");
  CHECK(results.compared);
}

TEST_CASE("entries that fit nothing any more are counted for the documents that were read") {
  Results results = sample({finding("a:1", "C2.txt")});
  results.documents[0].outcome = Outcome::refused;
  const Baseline baseline = {{"a:1", "r", "C2.txt", ""},
                             {"a:1", "r", "C2.txt", ""},
                             {"gone:1", "r", "C2.txt", ""},
                             {"unknown:1", "r", "C1.txt", ""},
                             {"elsewhere:1", "r", "C9.txt", ""}};
  CHECK(compare(results, baseline) == 2);
}

TEST_CASE("an update forgets what was repaired and keeps what the run did not read") {
  const Baseline before = {{"old:1", "r", "C2.txt", ""}, {"other:1", "r", "C9.txt", ""}};
  const Results results = sample({finding("new:1", "C2.txt")});
  const auto has = [](const Baseline& baseline, std::string_view fingerprint) {
    return std::ranges::find(baseline, fingerprint, &BaselineEntry::fingerprint) != baseline.end();
  };
  const Baseline of_files = updated_baseline(results, before, false);
  CHECK(has(of_files, "new:1"));
  CHECK_FALSE(has(of_files, "old:1"));
  CHECK(has(of_files, "other:1"));
  CHECK_FALSE(has(updated_baseline(results, before, true), "other:1"));
  Results refused = sample({}, {"C9.txt"});
  refused.documents[0].outcome = Outcome::refused;
  CHECK(has(updated_baseline(refused, before, true), "other:1"));
}

TEST_CASE("suppressed findings and those about suppressions stay out of the baseline") {
  Results results = sample({finding("a:1", "C2.txt"), finding("b:1", "C2.txt")});
  results.findings[0].standing = Standing::suppressed;
  results.findings[1].rule = "suppression-unused";
  CHECK(updated_baseline(results, {}, true).empty());
}

TEST_CASE("a bad baseline names file, line, column and what was meant") {
  CHECK(error_of("") == "b.json:1:1: not JSON: it ends too early");
  CHECK(error_of("{\n  \"findings\": [") == "b.json:2:15: not JSON: it ends too early");
  CHECK(error_of("{\n  \"findings\" [").starts_with("b.json:2:14: not JSON at "));
  CHECK(error_of("{\n  \"finding\": []}") ==
        "b.json:2:3: unknown key 'finding'; did you mean 'findings'?");
  CHECK(error_of("{\"findings\": [\n{\"fingerprnt\": \"a\"}]}") ==
        "b.json:2:2: unknown key 'fingerprnt'; did you mean 'fingerprint'?");
  CHECK(error_of("{\"findings\": [{\"rule\": \"a\"}]}") ==
        "b.json:1:27: the key 'fingerprint' is missing");
  CHECK(error_of("{\"findings\": [{\"rule\": 3}]}").ends_with("a number does not belong here"));
  CHECK(error_of("{\"findings\": \"x\"}").ends_with("a text does not belong here"));
  CHECK(error_of("{\"findings\": [[]]}").ends_with("a list does not belong here"));
  CHECK(error_of("{\"schema_version\": 2}").ends_with("schema version 2; this program reads 1"));
  CHECK(error_of("{}").ends_with("the key 'findings' is missing"));
  CHECK(error_of("[]").ends_with("a list does not belong here"));
}

}  // namespace rapporteur
