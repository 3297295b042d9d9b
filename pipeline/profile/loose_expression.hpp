#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur {

// Whether a text has no other characters than those of Latin-1 and the usual dashes, quotes,
// bullets and dots (U+2010 to U+2027), as most texts do.
bool is_common(std::string_view text);

// What an expression finds, against another one that it stands for.
enum class Finds : std::uint8_t {
  the_same,
  the_same_in_common,  // texts, is_common(), and more in others
  more
};

// An expression that matches wherever another one does, with the same groups, and is easier on an
// automaton.
struct LooseExpression {
  std::string pattern;
  Finds finds = Finds::the_same;

  bool finds_the_same_in(std::string_view text) const {
    return finds == Finds::the_same || (finds == Finds::the_same_in_common && is_common(text));
  }
};

// `pattern` without what makes automata large: the upper ends of long repetitions, ".{3,120}" ->
// ".{3,}", since an automaton has a state for each count and a mixture of counts for several
// patterns; and the letters of all scripts, hundreds of ranges each time, instead of which every
// character beyond the common ones counts as a letter.
LooseExpression loosened(std::string_view pattern);

// Whether the pattern matches at the beginning of the text only: "^" before all else, and no choice
// beside it.
bool begins_text(std::string_view pattern);

}  // namespace rapporteur
