#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "pipeline/text/number_words.hpp"

namespace rapporteur {

// The lists of a page that Word saved, or that was made for Word: "@list l2:level1" in a style
// sheet says how a level counts, "mso-list: l2 level1 lfo3" of a paragraph that it is of it.
class WordLists {
 public:
  // Takes the rules out of the page's style sheets.
  explicit WordLists(std::string_view html);

  struct Item {
    std::string label;  // "a)"; "" where the level is not defined or shows none
    int level = 1;
  };
  // The next item of what a paragraph's mso-list says; level 0 where it says none.
  Item next(std::string_view mso_list);

 private:
  static constexpr int kLevels = 9;
  struct Level {
    NumberForm form = NumberForm::decimal;
    std::string text;
    int start = 1;
  };
  struct Counts {
    std::array<int, kLevels + 1> value = {};
    std::array<bool, kLevels + 1> begun = {};
  };

  std::map<std::string, std::array<Level, kLevels + 1>, std::less<>> lists_;  // by "l2"
  std::map<std::string, Counts, std::less<>> counts_;                         // by "lfo3"
};

}  // namespace rapporteur
