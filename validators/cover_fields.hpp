#pragma once

#include <string_view>

#include "pipeline/model/identity.hpp"

namespace rapporteur {

// The first field of that name, or null.
const CoverField* cover_field(const Identity& identity, std::string_view name);

// Whether a value says that there is none: "N/A", "–".
bool says_none(std::string_view value);

}  // namespace rapporteur
