#pragma once

#include <vector>

#include "pipeline/profile/profile.hpp"
#include "pipeline/profile/toml_table.hpp"

namespace rapporteur {

// Reads [identity] and every [extract.<extractor>] of a profile. Internal to pipeline/profile.
void read_wording(TomlTable& root, Profile& profile, std::vector<Error>& errors);

}  // namespace rapporteur
