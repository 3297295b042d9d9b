#pragma once

#include <string>
#include <vector>

#include "extractors/reading/match.hpp"

namespace rapporteur {

// A day on which a discussion is looked at again.
struct CheckPoint {
  std::string date;  // ISO
  std::string what;  // which of them, and of which discussion
  TextRange where;
};

// The check points that a block names: "1st check point: 5/19", "Check points: March 3, March 5".
// Their year is that of the document; none without one.
std::vector<CheckPoint> check_points_in(const Document& doc, BlockId block, const Wording& wording,
                                        int year);

}  // namespace rapporteur
