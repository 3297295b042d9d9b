#pragma once

#include <cstdint>
#include <string_view>

namespace rapporteur {

enum class MarkerKind : std::uint8_t {
  none,
  bullet,   // "–", "•", "-", "o", …
  bracket,  // "1)", "(a)", "iv)"
  dotted,   // "1.": a list item or the number of a heading
  number,   // "7.2.1", "B.1": the number of a heading or of a paragraph
};

// What a line begins with, apart from its words.
struct Marker {
  MarkerKind kind = MarkerKind::none;
  std::string_view label;  // as shown, without white space; Symbol-font bullets as in the source
  std::string_view rest;   // the words; "" when the marker stands alone
};

// The marker a line begins with. A bullet that may be a word or a minus ("o", "-", "–") needs
// white space after it, a plain number a tab.
Marker leading_marker(std::string_view line);

// The whole line is a clause number: "7.2.1".
bool is_lone_number(std::string_view line);

}  // namespace rapporteur
