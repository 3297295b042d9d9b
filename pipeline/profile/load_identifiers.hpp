#pragma once

#include <vector>

#include "pipeline/profile/profile.hpp"
#include "pipeline/profile/toml_table.hpp"

namespace rapporteur {

// Reads every [[identifier]] of a profile and makes its grammar. Internal to pipeline/profile.
void read_identifiers(TomlTable& root, Profile& profile, std::vector<Error>& errors);

}  // namespace rapporteur
