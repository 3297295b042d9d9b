#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/profile/settings.hpp"
#include "pipeline/run/sources.hpp"

namespace rapporteur {

inline constexpr const char* kSettingsName = "rapporteur.toml";

// The path of `file` as the globs of a configuration see it: below the folder that the
// configuration stands in, "/" between the parts.
std::string path_below(const Settings& settings, const std::filesystem::path& file);

// Marks as skipped what the configuration's [paths] leave out.
void leave_out(const Settings& settings, std::vector<Source>& sources);

}  // namespace rapporteur
