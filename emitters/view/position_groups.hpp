#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pipeline/model/results.hpp"

namespace rapporteur {

// The positions of one document on one question. A table is counted for itself: what the running
// text says about the same question may repeat or precede it.
struct PositionGroup {
  std::string document;
  std::string question;
  std::uint32_t table = 0;  // counting from 1; 0: running text
  std::string table_label;  // as its caption calls it
  std::vector<const LocatedFact*> positions;

  // How many hold each stance, the most frequent first.
  std::vector<std::pair<Stance, std::size_t>> tally() const;
};

// In the order in which the groups begin. The facts belong to `results`.
std::vector<PositionGroup> position_groups(const Results& results);

}  // namespace rapporteur
