#pragma once

#include <string>
#include <vector>

#include "pipeline/profile/profile.hpp"
#include "pipeline/profile/toml_table.hpp"

namespace rapporteur {

// What a [rule."ID"] table says, in a profile as in rapporteur.toml. Internal to pipeline/profile.
RuleConfig read_rule(const toml::table& entry, const std::string& id, std::vector<Error>& errors);

}  // namespace rapporteur
