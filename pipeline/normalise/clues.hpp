#pragma once

#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"
#include "pipeline/profile/text_index.hpp"

namespace rapporteur {

// The texts of a document (or a draft of one) that clues are looked for in, gathered once for all
// clues. `title` is the document's own, once it is known. Internal to pipeline/normalise.
class ClueTexts {
 public:
  explicit ClueTexts(const DocumentData& data, std::string_view title = {})
      : data_(data), title_(title) {}
  // The words of the first text that the clue fits.
  std::optional<std::string> first_match(const Clue& clue);

 private:
  static constexpr std::size_t kPlaces = static_cast<std::size_t>(ClueWhere::title) + 1;
  struct Gathered {
    explicit Gathered(std::vector<std::string_view> all) : texts(std::move(all)), index(texts) {}
    std::vector<std::string_view> texts;
    TextIndex index;  // most clues can match in none of the texts, which it tells
  };
  const Gathered& at(ClueWhere where);

  const DocumentData& data_;
  std::string_view title_;
  std::array<std::optional<Gathered>, kPlaces> gathered_;
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
