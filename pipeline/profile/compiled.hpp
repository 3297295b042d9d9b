#pragma once

#include <re2/re2.h>

#include <string_view>

namespace rapporteur {

// The expression of a pattern, made once for the life of the program however many profiles hold it.
// Any thread may ask. A pattern that is wrong gives one that is not ok() and never matches.
const re2::RE2& compiled(std::string_view pattern);

}  // namespace rapporteur
