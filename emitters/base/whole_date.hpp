#pragma once

#include <optional>
#include <string_view>

#include "pipeline/text/date.hpp"

namespace rapporteur {

// "2031-03-05" as a date; none for anything else, a date without its day included.
std::optional<Date> whole_date(std::string_view iso);

}  // namespace rapporteur
