#pragma once

#include <optional>
#include <string_view>

namespace rapporteur {

// The number that a text is, white space around it aside: "17", "03". None for anything else, and
// for a number that is too large.
std::optional<int> whole_number(std::string_view text);

}  // namespace rapporteur
