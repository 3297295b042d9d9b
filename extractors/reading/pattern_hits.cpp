#include "extractors/reading/pattern_hits.hpp"

#include <algorithm>

namespace rapporteur {

PatternHits::PatternHits(std::span<const Patterns> groups, std::size_t texts) : places_(texts) {
  std::vector<Expression> expressions;
  for (const Patterns group : groups) {
    if (group.empty()) continue;
    groups_.emplace_back(group.data(), static_cast<int>(expressions.size()));
    for (const Pattern& pattern : group) expressions.push_back(pattern.expression);
  }
  set_ = &shared_set(expressions);
  std::ranges::sort(groups_, std::less<>(), &std::pair<const Pattern*, int>::first);
}

void PatternHits::search(std::size_t text, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(hits_.size());
  if (!words.empty() && set_->match(words, found_)) {
    hits_.insert(hits_.end(), found_.begin(), found_.end());
  }
  places_[text] = {begin, static_cast<std::uint32_t>(hits_.size())};
}

const Pattern* PatternHits::first_of(Place place, Patterns patterns) const {
  if (place.begin == place.end) return nullptr;
  const auto group = std::ranges::lower_bound(groups_, patterns.data(), std::less<>(),
                                              &std::pair<const Pattern*, int>::first);
  const auto end = hits_.begin() + place.end;
  const auto hit = std::lower_bound(hits_.begin() + place.begin, end, group->second);
  if (hit == end) return nullptr;
  const auto at = static_cast<std::size_t>(*hit - group->second);
  return at < patterns.size() ? &patterns[at] : nullptr;
}

}  // namespace rapporteur
