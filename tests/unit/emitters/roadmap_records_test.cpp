#include "emitters/roadmap_records.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>

namespace rapporteur {
namespace {

Results entries(const std::vector<RoadmapEntry>& all) {
  Results results;
  for (const RoadmapEntry& entry : all) {
    LocatedFact fact;
    fact.value = entry;
    results.facts.push_back(fact);
  }
  return results;
}

RoadmapEntry entry(const char* body, const char* number, const char* status, const char* date) {
  RoadmapEntry out;
  out.body = body;
  out.number = number;
  out.status = status;
  out.date = date;
  return out;
}

}  // namespace

TEST_CASE("one deliverable stated twice is one record with both sources") {
  const Results results =
      entries({entry("ITU-T", "Y.3800", "draft", "2030-01"), entry("ITU-T", "Y. 3800", "", "")});
  const std::vector<RoadmapRecord> records = roadmap_of(results);
  REQUIRE(records.size() == 1);
  CHECK(records[0].sources.size() == 2);
  CHECK(records[0].conflicts.empty());
}

TEST_CASE("of two statuses the later one is kept and the other is a conflict") {
  const Results results = entries({entry("ITU-T", "Y.3800", "draft", "2030-01"),
                                   entry("ITU-T", "Y.3800", "approved", "2031-02")});
  const std::vector<RoadmapRecord> records = roadmap_of(results);
  REQUIRE(records.size() == 1);
  CHECK(records[0].entry.status == "approved");
  REQUIRE(records[0].conflicts.size() == 2);
  CHECK(records[0].conflicts[0].field == "status");
  CHECK(records[0].conflicts[0].other == "draft");
  CHECK(records[0].conflicts[1].field == "date");
}

TEST_CASE("the same number of two bodies is two deliverables") {
  const Results results = entries({entry("ITU-T", "A.1", "approved", ""),
                                   entry("ETSI", "A.1", "", ""), entry("", "A.1", "", "")});
  CHECK(roadmap_of(results).size() == 3);
}

TEST_CASE("a number without a body joins the only body that has it") {
  const Results results =
      entries({entry("", "A.1", "", ""), entry("ITU-T", "A.1", "approved", "")});
  const std::vector<RoadmapRecord> records = roadmap_of(results);
  REQUIRE(records.size() == 1);
  CHECK(records[0].entry.body == "ITU-T");
}

TEST_CASE("numbers sort as people count") {
  std::vector<std::string> numbers = {"A.18", "A.2", "Y.3800", "Suppl. 10", "Y.380", "Suppl. 9"};
  std::ranges::sort(numbers, natural_less);
  CHECK(numbers ==
        std::vector<std::string>{"A.2", "A.18", "Suppl. 9", "Suppl. 10", "Y.380", "Y.3800"});
}

TEST_CASE("the order of numbers is an order") {
  CHECK(rc::check([](const std::string& a, const std::string& b) {
    RC_ASSERT(!(natural_less(a, b) && natural_less(b, a)));
    RC_ASSERT(!natural_less(a, a));
  }));
}

}  // namespace rapporteur
