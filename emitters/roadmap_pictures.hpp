#pragma once

#include <string>
#include <vector>

#include "emitters/roadmap_records.hpp"
#include "emitters/view.hpp"

namespace rapporteur {

// Pictures as SVG that stand alone or within a page; all words of documents are escaped.

// A mark for each dated record: one lane a body and group, time from left to right, the colour of
// its stage. "" when no record has a date.
std::string roadmap_timeline(const std::vector<RoadmapRecord>& records, const Labels& labels);

// How many records of each body stand at each stage. "" without records.
std::string roadmap_status_chart(const std::vector<RoadmapRecord>& records);

}  // namespace rapporteur
