#pragma once

#include <cstddef>
#include <optional>

#include "parsers/text/drawn_table.hpp"

namespace rapporteur {

// The table drawn as a grid of "+---+" from line `at` on, or none. "+===+" ends its header.
std::optional<DrawnTable> read_grid_table(const Lines& lines, std::size_t at);

}  // namespace rapporteur
