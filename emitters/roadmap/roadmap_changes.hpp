#pragma once

#include <string>
#include <vector>

#include "emitters/roadmap/roadmap_records.hpp"

namespace rapporteur {

// How a deliverable differs from the previous issue of the roadmap.
struct RoadmapChange {
  std::string what;   // "new", "number", "status", "title", "ended", "edition", "date", "gone"
  Deliverable entry;  // as it is; for "gone" as it was
  std::string from;
  std::string to;
};

// Every difference from the previous issue, in the order of the records; what is no longer listed
// comes last. A status that moves to an end of the scale (withdrawn, superseded) is "ended" and not
// "status".
std::vector<RoadmapChange> roadmap_changes(const std::vector<RoadmapRecord>& records,
                                           const std::vector<Deliverable>& issue);

// Texts of different bodies whose titles name the same topic.
struct RoadmapOverlap {
  const RoadmapRecord* first = nullptr;
  const RoadmapRecord* second = nullptr;
  std::vector<std::string> words;  // that both titles have
};
std::vector<RoadmapOverlap> roadmap_overlaps(const std::vector<RoadmapRecord>& records);

// What a record lacks, or a date that has passed: "" when nothing. `today` is an ISO date or "".
std::string roadmap_gap(const Deliverable& entry, const std::string& today);

}  // namespace rapporteur
