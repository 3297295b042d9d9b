#pragma once

#include <vector>

#include "pipeline/profile/profile.hpp"
#include "pipeline/profile/toml_table.hpp"

namespace rapporteur {

// Reads [organizations] of a profile. Internal to pipeline/profile.
void read_organizations(TomlTable& root, Profile& profile, std::vector<Error>& errors);

}  // namespace rapporteur
