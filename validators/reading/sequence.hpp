#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/ids.hpp"

namespace rapporteur {

// A number met in reading order: "5.2" is the second below "5", "Table A.3" the third below "A".
struct Numbered {
  std::string parent;  // all but the last part, as written
  int last = 0;
  std::string number;  // whole, as written
  BlockId block;
  std::size_t index = 0;  // for the caller
};

// "5.2" as a Numbered; `last` is -1 when the last part is not a number ("6.1a").
Numbered numbered(std::string_view number, BlockId block, std::size_t index = 0);

// Splits what is numbered in one scope where a numbering starts anew: at a first number ("1") when
// a higher one without parent stood before it. Each piece is one text of its own.
std::vector<std::vector<Numbered>> restarts(const std::vector<Numbered>& all);

// What is wrong in one piece: a number met before, one that is lower than its predecessor below the
// same parent, or one that leaves a hole. `first` is the earlier place of a pair.
struct SequenceFault {
  Numbered at;
  Numbered first;
  int expected = 0;  // of a hole
};
std::vector<SequenceFault> duplicates(const std::vector<Numbered>& piece);
std::vector<SequenceFault> disorders(const std::vector<Numbered>& piece);
// A first child need not be 1 when `any_start`.
std::vector<SequenceFault> holes(const std::vector<Numbered>& piece, bool any_start);

}  // namespace rapporteur
