#include "pipeline/run/configure.hpp"

#include <algorithm>

#include "extractors/extractor.hpp"
#include "validators/rule.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kFallback = "base";

}  // namespace

std::vector<Error> check_settings(const Profile& profile) {
  std::vector<Error> errors = check_rule_settings(profile);
  for (Error& error : check_wording(profile)) errors.push_back(std::move(error));
  return errors;
}

Result<Profile> load_checked(const ProfileSource& source, std::string_view name) {
  Result<Profile> profile = source.load(name);
  if (!profile) return profile;
  const std::vector<Error> errors = check_settings(*profile);
  if (!errors.empty()) return tl::unexpected<Error>(errors.front());
  return profile;
}

Result<std::vector<Profile>> load_profiles(const ProfileSource& source, std::string_view name) {
  std::vector<std::string> names = source.names();
  // The one that every other extends stands first: it is what a document of no known body gets.
  std::ranges::stable_partition(names, [](const std::string& each) { return each == "base"; });
  if (!name.empty()) names = {std::string(name)};
  // What no body's signs fit is read as any document.
  const auto base = std::ranges::find(names, kFallback);
  if (base != names.end()) std::rotate(names.begin(), base, base + 1);
  std::vector<Profile> profiles;
  for (const std::string& each : names) {
    Result<Profile> profile = load_checked(source, each);
    if (!profile) return tl::unexpected<Error>(profile.error());
    profiles.push_back(std::move(*profile));
  }
  return profiles;
}

}  // namespace rapporteur
