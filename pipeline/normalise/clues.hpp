#pragma once

#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// The texts of a document (or a draft of one) that clues are looked for in, gathered once for all
// clues. `title` is the document's own, once it is known. Internal to pipeline/normalise.
class ClueTexts {
 public:
  explicit ClueTexts(const DocumentData& data, std::string_view title = {})
      : data_(data), title_(title) {}
  const std::vector<std::string_view>& at(ClueWhere where);

 private:
  static constexpr std::size_t kPlaces = static_cast<std::size_t>(ClueWhere::title) + 1;

  const DocumentData& data_;
  std::string_view title_;
  std::array<std::optional<std::vector<std::string_view>>, kPlaces> gathered_;
};

// The sum of the weights of the clues that a document shows, and what each that fired is called and
// where it stood.
struct ClueScore {
  int score = 0;
  std::vector<std::string> reasons;
};
// Looks no further once `least` cannot be reached any more; the score is then some number below it.
ClueScore weigh(ClueTexts& texts, const std::vector<Clue>& clues,
                int least = std::numeric_limits<int>::min());

}  // namespace rapporteur
