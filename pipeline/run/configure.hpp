#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "pipeline/profile/profile.hpp"
#include "pipeline/profile/settings.hpp"

namespace rapporteur {

// What a profile says of rules and extractors that the program does not have: each with its place.
std::vector<Error> check_settings(const Profile& profile);

// A profile by name, its rules, options and wording checked against what the program has.
Result<Profile> load_checked(const ProfileSource& source, std::string_view name);

// The profiles a run chooses from: the one named, or every one. The rules of a configuration are
// laid over each. An Error also when the configuration names a rule, an option or a profile that
// there is not, with the place in its file.
Result<std::vector<Profile>> load_profiles(const ProfileSource& source, std::string_view name,
                                           const Settings& settings = {});

}  // namespace rapporteur
