#pragma once

#include <cstdint>
#include <string>

#include "pipeline/model/finding.hpp"

namespace rapporteur {

// A paragraph or cell that looks like a fact and was claimed by no extractor.
struct UnreadPassage {
  std::string document;
  std::string looks_like;  // the kind of fact, by the name of its extractor: "decisions"
  Place evidence;
};

// How much of the tables with one header the extractors claimed. Cells without words and those of
// the first row are not counted.
struct TableShare {
  std::string header;  // the cells of the first row in lower case, " | " between; "" when too long
  std::uint32_t tables = 0;
  std::uint32_t cells = 0;
  std::uint32_t claimed = 0;
};

}  // namespace rapporteur
