#pragma once

#include <vector>

#include "emitters/base/report_words.hpp"
#include "emitters/picture/picture.hpp"
#include "emitters/roadmap/roadmap_records.hpp"

namespace rapporteur {

// A mark for each dated record: one lane a body and group, time from left to right, the colour of
// its stage; with its number, as long as a few dozen are shown. Without a shape when no record has
// a date.
Picture roadmap_timeline(const std::vector<RoadmapRecord>& records, const Labels& labels);

// How many records of each body stand at each stage. Without a shape when there is no record.
Picture roadmap_status_chart(const std::vector<RoadmapRecord>& records);

}  // namespace rapporteur
