#pragma once

#include <string>
#include <vector>

#include "pipeline/model/deliverable.hpp"

namespace rapporteur {

// What whoever maintains a roadmap would want to know of its rows: statuses that are not on the
// scale, with the word that was probably meant, and rows that are one deliverable. A sentence each,
// with the place.
std::vector<std::string> roadmap_oddities(const std::vector<Deliverable>& rows);

}  // namespace rapporteur
