#pragma once

#include <string>

#include "pipeline/model/results.hpp"

namespace rapporteur {

// The roadmap as data. Both read back as a maintained roadmap (emitters/roadmap/roadmap_table.hpp).

// RFC 4180: the members of a deliverable and the conflicts between its sources.
std::string roadmap_csv(const Results& results);

// `records` with the members, the `evidence` of each and the `conflicts`, one line a record.
std::string roadmap_json(const Results& results);

}  // namespace rapporteur
