#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "pipeline/base/ids.hpp"
#include "pipeline/profile/pattern.hpp"
#include "pipeline/profile/pattern_set.hpp"

namespace rapporteur {

// Patterns that are looked for together, and which of them are found in each of many texts. A text
// is searched once, when it is first asked about.
class PatternHits {
 public:
  // `groups` are the patterns; the texts are numbered from 0 to `texts`.
  PatternHits(std::span<const Patterns> groups, std::size_t texts);

  // The first of `patterns`, a whole group, that is found in the text of this number, `read()`;
  // null when none is.
  template <class Read>
  const Pattern* first(std::size_t text, Patterns patterns, const Read& read) {
    if (patterns.empty()) return nullptr;
    if (places_[text].begin == kNone) search(text, read());
    return first_of(places_[text], patterns);
  }

 private:
  struct Place {  // in hits_; kNone: not yet searched
    std::uint32_t begin = kNone;
    std::uint32_t end = kNone;
  };

  void search(std::size_t text, std::string_view words);
  const Pattern* first_of(Place place, Patterns patterns) const;

  const PatternSet* set_ = nullptr;
  std::vector<const Pattern*> patterns_;  // by their places in the set
  std::vector<Place> places_;
  std::vector<int> hits_;
  std::vector<int> found_;
};

}  // namespace rapporteur
