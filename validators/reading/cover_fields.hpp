#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/identity.hpp"

namespace rapporteur {

// The first field of that name, or null.
const CoverField* cover_field(const Identity& identity, std::string_view name);

// Whether one of these patterns of labels is found on the cover: "From:" is a label of the form in
// which other bodies file a letter.
bool has_label(const Identity& identity, const std::vector<std::string>& patterns);

// Whether the head names its source without a label: such a head is no form whose fields could be
// missing.
bool has_bare_source(const Identity& identity);

}  // namespace rapporteur
