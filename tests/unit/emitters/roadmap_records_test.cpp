#include "emitters/roadmap/roadmap_records.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "emitters/roadmap/roadmap_rules.hpp"

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
      {"ITU-T L Suppl. 71", "L.Suppl.71", "L-Suppl. 71", "Supplement 71 to ITU-T L-series",
       "Supplement 71 to ITU-T L.1200-series", "L.Suppl.71 to ITU-T L.1200-series",
       "ITU-T L-series Recommendations – Supplement 71"},
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
  CHECK(sizes == std::vector<std::size_t>{1, 1, 1, 2, 6, 7});
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

TEST_CASE("the year of an ISO standard is its edition, and the stage of a draft its status") {
  struct Case {
    const char* written;
    const char* number;
    const char* edition;
    const char* status;
  };
  const Case cases[] = {{"ISO/IEC 39991:2023", "ISO/IEC 39991", "2023", ""},
                        {"ISO/IEC DIS 39992", "ISO/IEC 39992", "", "last-call"},
                        {"ISO/IEC CD 39102.2", "ISO/IEC 39102", "", "draft"},
                        {"ISO/IEC DTS 39105", "ISO/IEC TS 39105", "", "last-call"},
                        {"ISO/IEC TR 39003:2015", "ISO/IEC TR 39003", "2015", ""},
                        {"IEEE Std 9902-2025", "IEEE Std 9902", "2025", ""},
                        {"EN 17901:2025", "EN 17901", "2025", ""}};
  for (const Case& sample : cases) {
    INFO(sample.written);
    const std::vector<RoadmapRecord> records =
        roadmap_of(entries({entry("", sample.written, "", "")}));
    REQUIRE(records.size() == 1);
    CHECK(records[0].entry.number == sample.number);
    CHECK(records[0].entry.edition == sample.edition);
    CHECK(records[0].entry.status == sample.status);
  }
}

TEST_CASE("a text is one deliverable before and after it has its number") {
  RoadmapEntry numbered = entry("ITU-T", "X.1992", "consented", "2031-02");
  numbered.relation = "ex X.ex-gate";
  RoadmapEntry provisional = entry("ITU-T", "X.ex-gate", "draft", "");
  provisional.title = "Gates";
  const std::vector<RoadmapRecord> records = roadmap_of(entries({provisional, numbered}));
  REQUIRE(records.size() == 1);
  CHECK(records[0].entry.number == "X.1992");
  CHECK(records[0].entry.title == "Gates");
  CHECK(records[0].entry.status == "consented");
}

TEST_CASE("a work item that was divided is neither of its texts") {
  RoadmapEntry first = entry("ITU-T", "X.1", "consented", "");
  RoadmapEntry second = entry("ITU-T", "X.2", "consented", "");
  first.relation = second.relation = "ex X.ex-gate";
  CHECK(roadmap_of(entries({first, second, entry("ITU-T", "X.ex-gate", "draft", "")})).size() == 3);
}

TEST_CASE("a text of two bodies is one deliverable by either number") {
  const Results results =
      entries({entry("ISO/IEC", "ISO/IEC 27981 | ITU-T X.1981", "last-call", "2031-02"),
               entry("ISO/IEC", "ISO/IEC 27981:2031", "published", "2031-05"),
               entry("ITU-T", "X.1981", "approved", "2031-04")});
  CHECK(roadmap_of(results).size() == 1);
}

TEST_CASE("the group behind a body, and the Question behind a group, are members of their own") {
  struct Case {
    const char* body;
    const char* group;
    std::vector<const char*> parts;
  };
  const Case cases[] = {{"ITU-T SG17", "", {"ITU-T", "SG17", ""}},
                        {"ISO/IEC (JTC 1/SC 98/WG 3)", "", {"ISO/IEC", "JTC 1/SC 98/WG 3", ""}},
                        {"ITU-T (Q16/13)", "", {"ITU-T", "", "16/13"}},
                        {"ITU-T", "SG20 Q3/20", {"ITU-T", "SG20", "3/20"}},
                        {"ITU-T and ETSI", "", {"ITU-T and ETSI", "", ""}},
                        {"CEN/CENELEC", "", {"CEN/CENELEC", "", ""}}};
  for (const Case& sample : cases) {
    INFO(sample.body << ' ' << sample.group);
    RoadmapEntry stated = entry(sample.body, "1", "", "");
    stated.group = sample.group;
    const Deliverable read = roadmap_of(entries({stated}))[0].entry;
    CHECK(read.body == sample.parts[0]);
    CHECK(read.group == sample.parts[1]);
    CHECK(roadmap_rules().question(read.question) == sample.parts[2]);
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

TEST_CASE("words that are not on the scale are not those of another status") {
  RoadmapEntry odd = entry("ITU-T", "Y.1", "", "");
  odd.status_as_written = "Parked";
  const RoadmapEntry plain = entry("ITU-T", "Y.1", "published", "2031-02");
  const std::vector<std::vector<RoadmapEntry>> orders = {{odd, plain}, {plain, odd}};
  for (const std::vector<RoadmapEntry>& order : orders) {
    const std::vector<RoadmapRecord> records = roadmap_of(entries(order));
    REQUIRE(records.size() == 1);
    CHECK(records[0].entry.status == "published");
    CHECK(records[0].entry.status_as_written.empty());
    CHECK(records[0].entry.date == "2031-02");
  }
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
