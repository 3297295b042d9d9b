#pragma once

#include <cstddef>
#include <optional>

#include "parsers/text/drawn_table.hpp"

namespace rapporteur {

// The table in columns from line `at` on, or none: rules of "--- -----" below its header, and
// perhaps above it and below its rows, say where its columns begin. A line that leaves the first
// column free goes on the row above.
std::optional<DrawnTable> read_column_table(const Lines& lines, std::size_t at);

}  // namespace rapporteur
