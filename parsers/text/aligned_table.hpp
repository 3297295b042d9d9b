#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "parsers/text/drawn_table.hpp"

namespace rapporteur {

// Whether a line is a header as such a table has it: three short names or more, each begun by a
// capital or a sign, with two blanks at least between them.
bool may_begin_aligned(std::string_view line);

// The table from line `at` on whose columns nothing but blanks tells, or none. Every line keeps to
// the columns of its header. A line that leaves the first column free goes on the row above; where
// empty lines part the rows, so does every line up to the next one.
std::optional<DrawnTable> read_aligned_table(const Lines& lines, std::size_t at);

}  // namespace rapporteur
