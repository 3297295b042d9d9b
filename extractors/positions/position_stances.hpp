#pragma once

#include <vector>

#include "extractors/positions/position_reading.hpp"
#include "extractors/reading/match.hpp"
#include "pipeline/profile/pattern_set.hpp"

namespace rapporteur {

// A label of a list of parties ("Not support:"), and the stance that it gives them.
struct ListStance {
  std::string_view pattern;
  Stance stance;
};

// Lines that begin with such a label.
class ListStances {
 public:
  // Both outlive it.
  ListStances(const Document& doc, const Wording& wording);

  // The label that a line begins with, or null.
  const ListStance* of(TextRange line) const;
  // The pieces of a line that begin a list each, "Support: A, B; Against: C"; one at least, since
  // the line begins with one.
  std::vector<TextRange> lists_in(TextRange line) const;

 private:
  const Document& doc_;
  std::vector<const ListStance*> labels_;  // of each pattern of the set
  const PatternSet* set_;
};

}  // namespace rapporteur
