#include <fmt/format.h>

#include <cstdio>

#include "pipeline/base/files.hpp"
#include "pipeline/cli/command.hpp"
#include "pipeline/run/configure.hpp"

namespace rapporteur {
namespace {

constexpr std::uint64_t kProfileBytes = std::uint64_t{4} << 20;

struct Options {
  std::filesystem::path file;
  std::filesystem::path profiles;
};

int check_profile(const Options& options) {
  const ProfileSource source(options.profiles);
  const Result<std::string> text = read_file(options.file, kProfileBytes);
  if (!text) return report_error(text.error());
  const Result<Profile> profile = source.parse(*text, options.file.string());
  if (!profile) return report_error(profile.error());
  const std::vector<Error> errors = check_settings(*profile);
  for (const Error& error : errors) report_error(error);
  const std::vector<SampleFailure> failures = check_samples(*profile);
  for (const SampleFailure& failure : failures) {
    fmt::print(stderr, "rapporteur: {}: {}\n", failure.origin.where(), failure.what);
  }
  if (!errors.empty() || !failures.empty()) return kExitUsage;
  fmt::print("{}: profile '{}' is in order\n", options.file.string(), profile->name);
  return kExitClean;
}

int list_profiles(const Options& options) {
  const ProfileSource source(options.profiles);
  for (const std::string& name : source.names()) {
    const Result<Profile> profile = source.load(name);
    if (!profile) return report_error(profile.error());
    fmt::print("{:<10} {}\n", name, profile->title);
  }
  return kExitClean;
}

}  // namespace

Command profile_command(CLI::App& root) {
  CLI::App* const app =
      root.add_subcommand("profile", "List the profiles, or check one of your own");
  const auto options = std::make_shared<Options>();
  CLI::App* const check =
      app->add_subcommand("check", "Check a profile: keys, patterns, and that its samples match");
  check->add_option("FILE", options->file, "the profile (TOML)")->required();
  app->add_subcommand("list", "List the profiles");
  app->add_option("--profiles", options->profiles, "folder with profiles of your own")
      ->check(CLI::ExistingDirectory);
  app->require_subcommand(1);
  return {app, [options, check] {
            return check->parsed() ? check_profile(*options) : list_profiles(*options);
          }};
}

}  // namespace rapporteur
