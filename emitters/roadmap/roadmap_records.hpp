#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/results.hpp"

namespace rapporteur {

// Two sources that say different things about one deliverable.
struct RoadmapConflict {
  std::string field;  // "status", "date", "title"
  std::string kept;
  std::string other;
  const LocatedFact* source = nullptr;  // of `other`; null: the maintained roadmap
  std::string source_text;              // the same for people
};

// One deliverable, whatever the number of documents that state it.
struct RoadmapRecord {
  Deliverable entry;
  std::vector<const LocatedFact*> sources;  // beside the maintained roadmap
  std::vector<RoadmapConflict> conflicts;
};

// What a run knows of deliverables as one record each, sorted by body, group and number: the
// maintained roadmap, roadmap entries, work items, and the covers of texts that are deliverables.
//
// Statements are one deliverable when body and number agree in some spelling, or one of them tells
// the other's number as a former name or as that of the same text; without a number, when body,
// group and title do. A statement that names no body joins the only body that has its number. Of
// two statements the one that was known last is kept: a statement of a document as of the
// document's date, a row of the maintained roadmap as of the date of its status, if that has been
// reached; otherwise as of old. Of the same date: the one whose status was reached later, then the
// maintained roadmap's, then the first. Every statement that differs from what is kept is a
// conflict. Nothing is dropped: `sources` has them all. docs/roadmap.md says the same.
std::vector<RoadmapRecord> roadmap_of(const Results& results);

// "Y.3800" before "Y.3801", "A.2" before "A.18": digits compare as numbers.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace rapporteur
