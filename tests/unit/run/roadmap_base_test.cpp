#include "pipeline/run/roadmap_base.hpp"

#include <catch2/catch.hpp>

#include "emitters/emitter.hpp"
#include "emitters/roadmap_records.hpp"
#include "emitters/roadmap_table.hpp"
#include "pipeline/base/files.hpp"
#include "tests/support/golden.hpp"
#include "tests/unit/scratch.hpp"

namespace rapporteur {
namespace {

std::vector<Deliverable> entries_of(const Results& results) {
  std::vector<Deliverable> entries;
  for (const RoadmapRecord& record : roadmap_of(results)) entries.push_back(record.entry);
  return entries;
}

Result<std::string> emitted(const Results& results, std::string_view id) {
  const Result<std::vector<Emitter>> all = emitters({});
  REQUIRE(all);
  for (const Emitter& emitter : *all) {
    if (emitter.id == id) return emitter.emit(results, {});
  }
  FAIL("no emitter " << id);
  return {};
}

// Every member filled, with what means something to the formats.
Results difficult() {
  Results results;
  Deliverable entry;
  int i = 0;
  entry.fields([&](const char* name, std::string& value) {
    value = std::string(name) + " <" + std::to_string(++i) + "> & \"quoted\", 'so'; =1+1";
  });
  entry.status = "in-force";
  entry.date = "2031-02-03";
  results.roadmap_base.push_back(entry);
  Deliverable other;
  other.body = "ETSI", other.number = "=cmd|'/c calc'!A1", other.title = "\u0634\u0628\u0643\u0629";
  other.status_as_written = "Stable", other.date = "2031", other.sources = "TD7 (clause 3)";
  results.roadmap_base.push_back(other);
  Deliverable untitled;
  untitled.title = "-1 Reverse; of | a table", untitled.status = "withdrawn";
  untitled.sources = "+44 row 3";
  results.roadmap_base.push_back(untitled);
  return results;
}

void check_round_trip(const Results& results, const char* id, const char* file) {
  INFO(id);
  const Scratch scratch;
  const Result<std::string> bytes = emitted(results, id);
  REQUIRE(bytes);
  REQUIRE(write_file(scratch.path() / file, *bytes));
  const Result<RoadmapBase> base = read_roadmap(scratch.path() / file);
  if (!base) FAIL(base.error().where << ": " << base.error().what);
  CHECK(base->unused.empty());
  Results again;
  again.roadmap_base = base->records;
  const std::vector<Deliverable> before = entries_of(results);
  const std::vector<Deliverable> after = entries_of(again);
  REQUIRE(after.size() == before.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    CHECK(deliverable_cells(after[i]) == deliverable_cells(before[i]));
  }
}

}  // namespace

TEST_CASE("a roadmap written as CSV, JSON, XLSX or DOCX reads back to the same records") {
  for (const Results& results : {difficult(), golden_results()}) {
    check_round_trip(results, "roadmap-csv", "r.csv");
    check_round_trip(results, "roadmap-json", "r.json");
    check_round_trip(results, "roadmap-xlsx", "r.xlsx");
    check_round_trip(results, "roadmap-docx", "r.docx");
  }
}

TEST_CASE("a maintained table is read by the headers that people write") {
  std::vector<std::string> unused;
  const std::vector<Deliverable> read =
      deliverables_of(csv_rows("\xEF\xBB\xBFRoadmap of clouds;;;\r\n"
                               "SDO;Reference;Title;State;Remarks\r\n"
                               "ETSI;GS EX 001;\"Use; \"\"cases\"\"\";Stable draft;mine\r\n"
                               ";;;;\r\n"),
                      "base.csv", unused);
  REQUIRE(read.size() == 1);
  CHECK(read[0].body == "ETSI");
  CHECK(read[0].title == "Use; \"cases\"");
  CHECK(read[0].status == "draft");
  CHECK(read[0].status_as_written == "Stable draft");
  CHECK(read[0].sources == "base.csv, row 3");
  CHECK(unused == std::vector<std::string>{"Remarks"});
}

TEST_CASE("a status that is not on the scale stays what the body says") {
  std::vector<std::string> unused;
  const auto read =
      deliverables_of({{"Number", "Title", "Status"}, {"1", "One", "Parked"}}, "t", unused);
  REQUIRE(read.size() == 1);
  CHECK(read[0].status.empty());
  CHECK(read[0].status_as_written == "Parked");
}

TEST_CASE("a table without a column of numbers or titles holds no deliverable") {
  std::vector<std::string> unused;
  CHECK(deliverables_of({{"Date", "Status", "Body"}, {"2031", "draft", "ETSI"}}, "t", unused)
            .empty());
  CHECK(deliverables_of({}, "t", unused).empty());
}

TEST_CASE("a roadmap in TOML names its members; others are told") {
  std::vector<std::string> unused;
  const auto read = deliverables_of_toml(
      "[[deliverable]]\nbody = \"ITU-T\"\nnumber = \"Y.1\"\ndate = 2031-02-03\ncolour = 1\n",
      "b.toml", unused);
  REQUIRE(read);
  REQUIRE(read->size() == 1);
  CHECK(read->front().date == "2031-02-03");
  CHECK(read->front().sources == "b.toml, line 1");
  CHECK(unused == std::vector<std::string>{"colour"});
  const auto broken = deliverables_of_toml("[[deliverable]\n", "b.toml", unused);
  REQUIRE(!broken);
  CHECK(broken.error().where.starts_with("b.toml:1:"));
}

}  // namespace rapporteur
