#include "pipeline/normalise/clues.hpp"
#include "pipeline/normalise/normalise.hpp"

namespace rapporteur {

const Profile& detect(const Draft& draft, std::span<const Profile> profiles) {
  const Profile* best = &profiles.front();
  ClueTexts texts(draft.data);
  int highest = 0;
  for (const Profile& profile : profiles) {
    const int score = weigh(texts, profile.detect, highest + 1).score;
    if (score > highest) {
      highest = score;
      best = &profile;
    }
  }
  return *best;
}

}  // namespace rapporteur
