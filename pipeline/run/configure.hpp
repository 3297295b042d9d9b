#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// What a profile says of rules and extractors that the program does not have: each with its place.
std::vector<Error> check_settings(const Profile& profile);

// A profile by name, its rules, options and wording checked against what the program has.
Result<Profile> load_checked(const ProfileSource& source, std::string_view name);

// The profiles a run chooses from: the one named, or every one.
Result<std::vector<Profile>> load_profiles(const ProfileSource& source, std::string_view name);

}  // namespace rapporteur
