#include "emitters/roadmap/roadmap_records.hpp"

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
  const Results results = entries({entry("ITU-T", "4711", "approved", ""),
                                   entry("ETSI", "4711", "", ""), entry("", "4711", "", "")});
  CHECK(roadmap_of(results).size() == 3);
}

TEST_CASE("a number without a body joins the only body that has it") {
  const Results results =
      entries({entry("", "A.1", "", ""), entry("ITU-T", "A.1", "approved", "")});
  const std::vector<RoadmapRecord> records = roadmap_of(results);
  REQUIRE(records.size() == 1);
  CHECK(records[0].entry.body == "ITU-T");
}

TEST_CASE("spellings of one number are one deliverable, and no others are") {
  const std::vector<std::vector<const char*>> same = {
      {"Y.3800", "ITU-T Y.3800", "Rec. ITU-T Y.3800", "Recommendation ITU-T Y.3800 (10/2019)",
       "ITU-T Rec. Y.3800", "Draft new Recommendation ITU-T Y.3800"},
      {"ITU-T L Suppl. 71", "L.Suppl.71", "L-Suppl. 71", "Supplement 71 to ITU-T L-series"},
      {"A.8", "ITU-T A.8 (2008)"},
      {"Y.38.00"},
      {"Y.3800 Amd.1"},
      {"Y.supp-x"}};
  std::vector<RoadmapEntry> all;
  for (const auto& spellings : same) {
    for (const char* number : spellings) all.push_back(entry("ITU-T", number, "", ""));
  }
  std::vector<std::size_t> sizes;
  for (const RoadmapRecord& record : roadmap_of(entries(all))) {
    sizes.push_back(record.sources.size());
  }
  std::ranges::sort(sizes);
  CHECK(sizes == std::vector<std::size_t>{1, 1, 1, 2, 4, 6});
}

TEST_CASE("the edition of a number is a member of its own") {
  struct Case {
    const char* written;
    const char* number;
    const char* edition;
  };
  const Case cases[] = {{"ETSI GS QKD 014 V1.1.1 (2019-02)", "ETSI GS QKD 014", "V1.1.1 (2019-02)"},
                        {"3GPP TS 23.501 V19.0.0", "3GPP TS 23.501", "V19.0.0"},
                        {"ITU-T Y.3800 (10/2019)", "ITU-T Y.3800", "10/2019"},
                        {"draft-example-terms-02", "draft-example-terms", "02"},
                        {"EAN(26)000021r1", "EAN(26)000021r1", ""},
                        {"ITU-T Y.3800", "ITU-T Y.3800", ""}};
  for (const Case& sample : cases) {
    const std::vector<RoadmapRecord> records =
        roadmap_of(entries({entry("", sample.written, "", "")}));
    REQUIRE(records.size() == 1);
    CHECK(records[0].entry.number == sample.number);
    CHECK(records[0].entry.edition == sample.edition);
  }
}

TEST_CASE("a plan for a later day does not hide that a text was approved") {
  Results results = entries({entry("ITU-T", "Y.1", "approved", "2031-02")});
  results.documents.push_back({});
  results.documents[0].path = "report.docx";
  results.documents[0].identity.date = "2031-03-01";
  results.facts[0].document = "report.docx";
  Deliverable planned;
  planned.body = "ITU-T", planned.number = "Y.1", planned.status = "draft",
  planned.date = "2032-06";
  results.roadmap_base.push_back(planned);
  const std::vector<RoadmapRecord> records = roadmap_of(results);
  REQUIRE(records.size() == 1);
  CHECK(records[0].entry.status == "approved");
  CHECK(records[0].entry.date == "2031-02");
  CHECK(records[0].conflicts.size() == 2);
}

TEST_CASE("a date goes with the status that it was stated for") {
  Results results = entries({entry("ITU-T", "Y.1", "consented", "")});
  results.documents.push_back({});
  results.documents[0].path = "report.docx";
  results.documents[0].identity.date = "2031-03-01";
  results.facts[0].document = "report.docx";
  Deliverable planned;
  planned.body = "ITU-T", planned.number = "Y.1", planned.status = "draft",
  planned.date = "2032-06";
  results.roadmap_base.push_back(planned);
  CHECK(roadmap_of(results)[0].entry.date.empty());
}

TEST_CASE("the status that a work item is taken to have gives way to one that is stated") {
  Results results = entries({entry("ITU-T", "Y.x", "proposed", "2032-06")});
  WorkItem work;
  work.reference = "Y.x", work.timing = "2032-06";
  results.facts.insert(results.facts.begin(), LocatedFact{work, "", {}, {}, 100, {}});
  const std::vector<RoadmapRecord> records = roadmap_of(results);
  REQUIRE(records.size() == 1);
  CHECK(records[0].entry.status == "proposed");
  CHECK(records[0].conflicts.empty());
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
