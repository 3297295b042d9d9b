#pragma once

#include <string>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// The sum of the weights of the clues that a document (or a draft of one) shows, and what each
// that fired is called and where it stood. `title` is the document's own, once it is known.
// Internal to pipeline/normalise.
struct ClueScore {
  int score = 0;
  std::vector<std::string> reasons;
};
ClueScore weigh(const DocumentData& data, const std::vector<Clue>& clues,
                std::string_view title = {});

}  // namespace rapporteur
