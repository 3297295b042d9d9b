#include "extractors/reading/pattern_hits.hpp"

#include <functional>

namespace rapporteur {

PatternHits::PatternHits(std::span<const Patterns> groups, std::size_t texts) : places_(texts) {
  std::vector<Expression> expressions;
  for (const Patterns group : groups) {
    for (const Pattern& pattern : group) {
      patterns_.push_back(&pattern);
      expressions.push_back(pattern.expression);
    }
  }
  set_ = &shared_set(expressions);
}

void PatternHits::search(std::size_t text, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(hits_.size());
  if (!words.empty() && set_->match(words, found_)) {
    hits_.insert(hits_.end(), found_.begin(), found_.end());
  }
  places_[text] = {begin, static_cast<std::uint32_t>(hits_.size())};
}

// A text has few hits or none.
const Pattern* PatternHits::first_of(Place place, Patterns patterns) const {
  const std::less<const Pattern*> before;
  for (std::uint32_t at = place.begin; at < place.end; ++at) {
    const Pattern* const hit = patterns_[static_cast<std::size_t>(hits_[at])];
    if (!before(hit, patterns.begin()) && before(hit, patterns.end())) return hit;
  }
  return nullptr;
}

}  // namespace rapporteur
