#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/document.hpp"

namespace rapporteur {

// The name behind initials, by which minutes call those who spoke: of "AF" the "Ada First" of a
// line "Ada First (AF)" in a list of at least three such lines; "" where there is none.
std::string name_with_initials(const Document& doc, std::string_view initials);

}  // namespace rapporteur
