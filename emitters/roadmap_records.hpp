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
  const LocatedFact* source = nullptr;  // of `other`
};

// One deliverable, whatever the number of documents that state it.
struct RoadmapRecord {
  RoadmapEntry entry;
  std::vector<const LocatedFact*> sources;
  std::vector<RoadmapConflict> conflicts;
};

// The roadmap entries of a run as one record a deliverable, sorted by body, group and number.
//
// Entries are one deliverable when body and number agree, letter case and blanks aside; without a
// number, when body, group and title do. An entry that names no body joins the only body that has
// its number. Of two statements the one of the later date is kept, and without dates the first;
// every statement that differs from it is a conflict. Nothing is dropped: `sources` has them all.
std::vector<RoadmapRecord> roadmap_of(const Results& results);

// "Y.3800" before "Y.3801", "A.2" before "A.18": digits compare as numbers.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace rapporteur
