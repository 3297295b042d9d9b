#include "pipeline/run/roadmap_base.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "emitters/emitter.hpp"
#include "emitters/roadmap/roadmap_records.hpp"
#include "emitters/roadmap/roadmap_rules.hpp"
#include "emitters/roadmap/roadmap_table.hpp"
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

namespace {

// Pieces that mean something to one of the formats, or to nobody.
const std::vector<std::string> kPieces = {"a",
                                          "Z",
                                          "7",
                                          " ",
                                          "=",
                                          "+",
                                          "-",
                                          "@",
                                          "'",
                                          "\"",
                                          "<b>",
                                          "&amp;",
                                          ";",
                                          ",",
                                          "|",
                                          "\\",
                                          "\t",
                                          "\n",
                                          "#",
                                          "(",
                                          "2031-02",
                                          "V1.2.3",
                                          "\u05d0\u05d1",
                                          "\u0634\u0628",
                                          "\u4e00",
                                          "\u00e9",
                                          "e\u0301",
                                          "\U0001F600",
                                          "\u2013",
                                          "\u00a0",
                                          "_x0041_",
                                          "{{x}}",
                                          "]]>",
                                          "%",
                                          "None"};

std::string random_text() {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

Results random_roadmap() {
  Results results;
  const int count = *rc::gen::inRange(1, 6);
  for (int i = 0; i < count; ++i) {
    Deliverable entry;
    entry.fields([&](const char*, std::string& value) {
      if (*rc::gen::inRange(0, 3) > 0) value = random_text();
    });
    entry.body = *rc::gen::element<std::string>("", "ITU-T", "ETSI", "<&>");
    entry.status = *rc::gen::element<std::string>("", "draft", "in-force", "Parked");
    entry.number += std::to_string(i);
    entry.title += std::to_string(i);
    results.roadmap_base.push_back(entry);
  }
  return results;
}

// As they are after they have been written and read once: trimmed, and in the common scale.
Results settled(const Results& results) {
  std::vector<std::string> unused;
  const auto read = deliverables_of_json(*emitted(results, "roadmap-json"), "r.json", unused);
  if (!read) FAIL(read.error().what);
  Results out;
  out.roadmap_base = *read;
  return out;
}

}  // namespace

TEST_CASE("a random roadmap reads back to the same records from every form") {
  CHECK(rc::check([] {
    const Results results = settled(random_roadmap());
    for (const auto& [id, file] :
         {std::pair("roadmap-csv", "r.csv"), std::pair("roadmap-json", "r.json"),
          std::pair("roadmap-xlsx", "r.xlsx"), std::pair("roadmap-docx", "r.docx")}) {
      const Scratch scratch;
      RC_ASSERT(write_file(scratch.path() / file, *emitted(results, id)).has_value());
      const Result<RoadmapBase> base = read_roadmap(scratch.path() / file);
      RC_ASSERT(base.has_value());
      Results again;
      again.roadmap_base = base->records;
      const std::vector<Deliverable> before = entries_of(results);
      const std::vector<Deliverable> after = entries_of(again);
      RC_LOG() << id;
      RC_ASSERT(after.size() == before.size());
      for (std::size_t i = 0; i < before.size(); ++i) {
        RC_ASSERT(deliverable_cells(after[i]) == deliverable_cells(before[i]));
      }
    }
  }));
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

TEST_CASE("headers are read by what they say, in the words of those who keep roadmaps") {
  struct Case {
    const char* header;
    const char* member;
  };
  const Case cases[] = {
      {"Document number", "number"},
      {"Doc. No.", "number"},
      {"Acronym", "number"},
      {"ITU-T Recommendation", "number"},
      {"Recommendations / Standards", "number"},
      {"Work item", "number"},
      {"No.", ""},
      {"S/N", ""},
      {"#", ""},
      {"Item No", ""},
      {"Document title", "title"},
      {"Title of the Recommendation", "title"},
      {"Current status", "status"},
      {"Status (as of May 2026)", "status"},
      {"Status as written", "status_as_written"},
      {"Target / publication date", "date"},
      {"Planned approval", "date"},
      {"Published", "date"},
      {"Last update", ""},
      {"Date of last modification", ""},
      {"Editor(s)", "contact"},
      {"Contact name", "contact"},
      {"SG / WG", "group"},
      {"Lead study group", "group"},
      {"Lead Question", "question"},
      {"SDO", "body"},
      {"Organisation name", "body"},
      {"Document type", "type"},
      {"Technology area", "category"},
      {"Ed.", "edition"},
      {"Related work items", "relation"},
      {"Related standards", "relation"},
      {"Titre", "title"},
      {"Numéro", "number"},
      {"Estado", "status"},
      {"Fecha", "date"},
      {"Rec.", "number"},
      {"Standards body / group", "body"},
      {"Former ref.", "relation"},
      {"Remarks", ""},
  };
  for (const Case& sample : cases) {
    INFO(sample.header);
    CHECK(roadmap_rules().column(sample.header) == sample.member);
  }
}

TEST_CASE("a date that people write is a date; a plan in words stays what it is") {
  std::vector<std::string> unused;
  const auto read = deliverables_of({{"Number", "Title", "Date"},
                                     {"1", "One", "Nov 2026"},
                                     {"2", "Two", "08/2023"},
                                     {"3", "Three", "15 May 2026"},
                                     {"4", "Four", "Q4 2026"},
                                     {"5", "Five", "end of 2026"}},
                                    "t", unused);
  std::vector<std::string> dates;
  for (const Deliverable& entry : read) dates.push_back(entry.date);
  CHECK(dates ==
        std::vector<std::string>{"2026-11", "2023-08", "2026-05-15", "Q4 2026", "end of 2026"});
}

TEST_CASE("the title of a table names the body that no column has") {
  std::vector<std::string> unused;
  const TextRows rows = {{"Number", "Title", "Status"}, {"1", "One", "draft"}};
  CHECK(deliverables_of(rows, "t", unused, "Table 2 – Standards of ETSI ISG QKD")[0].body ==
        "ETSI");
  CHECK(deliverables_of(rows, "t", unused, "Planned work")[0].body.empty());
}

TEST_CASE("a status that is not on the scale stays what the body says") {
  std::vector<std::string> unused;
  const auto read =
      deliverables_of({{"Number", "Title", "Status"}, {"1", "One", "Parked"}}, "t", unused);
  REQUIRE(read.size() == 1);
  CHECK(read[0].status.empty());
  CHECK(read[0].status_as_written == "Parked");
}

TEST_CASE("the words and codes of bodies are read where a base has them for the status") {
  struct Case {
    const char* written;
    const char* status;
  };
  const Case cases[] = {{"60.60", "published"},
                        {"DIS (40.20)", "last-call"},
                        {"CD", "draft"},
                        {"10.99", "proposed"},
                        {"95.99", "withdrawn"},
                        {"TB adoption of WI", "proposed"},
                        {"TB approval", "approved"},
                        {"Approved for publication", "approved"},
                        {"WI stopped", "withdrawn"},
                        {"PAR approved", "proposed"},
                        {"Standards Association ballot", "last-call"},
                        {"RFC Ed Queue", "approved"},
                        {"In WG Last Call", "last-call"},
                        {"I-D Exists; WG Document", "draft"},
                        {"Under change control", "approved"},
                        {"70%", "draft"},
                        {"100%", "approved"},
                        {"Planned for consent", "draft"},
                        {"Parked", ""}};
  for (const Case& sample : cases) {
    INFO(sample.written);
    CHECK(roadmap_rules().status_told(sample.written) == sample.status);
  }
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
