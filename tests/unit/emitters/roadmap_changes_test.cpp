#include "emitters/roadmap/roadmap_changes.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {
namespace {

Deliverable text(const char* body, const char* number, const char* title, const char* status,
                 const char* date = "2031-01") {
  Deliverable entry;
  entry.body = body, entry.number = number, entry.title = title, entry.status = status;
  entry.date = date;
  return entry;
}

std::vector<RoadmapRecord> records(const std::vector<Deliverable>& entries) {
  Results results;
  results.roadmap_base = entries;
  return roadmap_of(results);
}

std::vector<std::string> changes(const std::vector<Deliverable>& now,
                                 const std::vector<Deliverable>& before) {
  std::vector<std::string> out;
  for (const RoadmapChange& change : roadmap_changes(records(now), before)) {
    out.push_back(change.what + ' ' + change.entry.number);
  }
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a text that got its number since the last issue is not a new one") {
  Deliverable now = text("ITU-T", "X.1992", "Gates", "consented");
  now.relation = "ex X.ex-gate";
  CHECK(changes({now}, {text("ITU-T SG17", "X.ex-gate", "Gates", "draft")}) ==
        Texts{"number X.1992", "status X.1992"});
}

TEST_CASE("a dash between the parts of two titles makes them no topic") {
  CHECK(roadmap_overlaps(records({text("CEN", "1", "Orchards \u2013 Ladders", "draft"),
                                  text("ITU-T", "2", "Orchards \u2013 Overview", "draft")}))
            .empty());
}

TEST_CASE("the date on which a text went into approval does not pass") {
  CHECK(roadmap_gap(text("A", "1", "One", "consented", "2031-01"), "2031-06-01").empty());
  CHECK(roadmap_gap(text("A", "1", "One", "draft", "2031-01"), "2031-06-01") ==
        "its date has passed");
}

TEST_CASE("what is new, moved, retitled, ended or gone since the last issue is told") {
  CHECK(changes({text("A", "1", "One", "approved"), text("A", "2", "Two", "draft"),
                 text("A", "3", "Three b", "draft"), text("A", "4", "Four", "withdrawn"),
                 text("A", "6", "Six", "draft", "2031-02")},
                {text("A", "2", "Two", "proposed"), text("A", "3", "Three", "draft"),
                 text("A", "4", "Four", "draft"), text("A", "5", "Five", "draft"),
                 text("A", "6", "Six", "draft")}) ==
        Texts{"new 1", "status 2", "title 3", "ended 4", "date 6", "gone 5"});
}

TEST_CASE("the same issue twice has no change, letter case and blanks aside") {
  CHECK(changes({text("A", "Y. 1", "One two", "draft")}, {text("a", "y.1", "ONE  TWO", "draft")})
            .empty());
}

TEST_CASE("titles of two bodies that share their words are one topic") {
  const auto same = records({text("ITU-T", "1", "Key management for quantum networks", ""),
                             text("ETSI", "2", "Quantum networks: key management", ""),
                             text("ETSI", "3", "Key exchange in vehicles", "")});
  const std::vector<RoadmapOverlap> found = roadmap_overlaps(same);
  REQUIRE(found.size() == 1);
  CHECK(found[0].words == Texts{"key", "management", "networks", "quantum"});
}

TEST_CASE("what a whole roadmap is about makes no two of its texts one topic") {
  const auto about = records({text("ITU-T", "1", "Energy-aware networking: vocabulary", ""),
                              text("ITU-T", "2", "Energy-aware networking: use cases", ""),
                              text("ETSI", "3", "Energy-aware networking; Use cases", ""),
                              text("ETSI", "4", "Energy-aware networking; Metering interface", ""),
                              text("IETF", "5", "Terms of energy-aware networking", "")});
  const std::vector<RoadmapOverlap> found = roadmap_overlaps(about);
  REQUIRE(found.size() == 1);
  CHECK(found[0].words == Texts{"cases", "use"});
}

TEST_CASE("titles of one body never overlap") {
  CHECK(roadmap_overlaps(
            records({text("A", "1", "Key management", ""), text("A", "2", "Key management", "")}))
            .empty());
}

TEST_CASE("a gap is what a record lacks, or a date that has passed while the work is open") {
  CHECK(roadmap_gap(text("A", "1", "One", "draft", "2031-01"), "2031-02-01") ==
        "its date has passed");
  CHECK(roadmap_gap(text("A", "1", "One", "approved", "2031-01"), "2031-02-01").empty());
  Deliverable with_edition = text("A", "1", "One", "draft", "2031-01");
  with_edition.edition = "0.4.0";
  CHECK(roadmap_gap(with_edition, "2031-02-01").empty());
  CHECK(roadmap_gap(text("A", "1", "One", "draft", "2031-02"), "2031-02-20").empty());
  CHECK(roadmap_gap(text("A", "", "One", "draft", ""), "") == "not stated: number, date");
}

TEST_CASE("a maintained roadmap gives way to a later date and shows the difference") {
  Results results;
  results.roadmap_base = {text("ITU-T", "Y.1", "One", "draft", "2031-01")};
  results.roadmap_base[0].sources = "base.csv, row 2";
  RoadmapEntry fact;
  fact.body = "ITU-T", fact.number = "Y.1", fact.status = "approved", fact.date = "2031-03";
  results.facts.push_back({fact, "td.docx", {}, {}, 100, {}});
  const std::vector<RoadmapRecord> found = roadmap_of(results);
  REQUIRE(found.size() == 1);
  CHECK(found[0].entry.status == "approved");
  REQUIRE(found[0].conflicts.size() == 2);
  CHECK(found[0].conflicts[0].other == "draft");
  CHECK(found[0].conflicts[0].source_text == "base.csv, row 2");
  CHECK(found[0].entry.sources == "td.docx; base.csv, row 2");
}

}  // namespace rapporteur
