#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "pipeline/profile/profile.hpp"
#include "pipeline/profile/toml_table.hpp"

namespace rapporteur {

// What a [rule."ID"] table says, in a profile as in rapporteur.toml. Internal to pipeline/profile.
RuleConfig read_rule(const toml::table& entry, const std::string& id, std::vector<Error>& errors);

using RuleConfigs = std::map<std::string, RuleConfig, std::less<>>;
// `like = "ID"`: the options that the rule `id` does not set itself are those of that other one,
// which has no `like` of its own.
void take_options_of_like(const std::string& id, RuleConfig& config, const RuleConfigs& all,
                          std::vector<Error>& errors);

}  // namespace rapporteur
