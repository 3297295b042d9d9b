#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "parsers/text/lines.hpp"

namespace rapporteur {

// A line with the blanks before it; "" where tabs make its columns uncertain.
std::string_view whole_line(const Lines& lines, std::size_t at);

// Words of a line with two blanks or more on either side, and where they stand, in characters.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view words;
};
std::vector<Piece> pieces_of(std::string_view line);

}  // namespace rapporteur
