#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "pipeline/cli/command.hpp"
#include "pipeline/run/configure.hpp"
#include "validators/rule.hpp"

namespace rapporteur {
namespace {

struct Row {
  std::string id;
  Severity severity;
  bool on;
  std::string summary;
};

std::vector<Row> rows_of(const Profile& profile) {
  std::vector<Row> rows;
  for (const Rule* rule : all_rules()) {
    const auto config = profile.rules.find(rule->id);
    const bool on = config != profile.rules.end() && config->second.enabled;
    const Severity severity =
        on ? config->second.severity.value_or(rule->severity) : rule->severity;
    rows.push_back({std::string(rule->id), severity, on, std::string(rule->summary)});
  }
  for (const PatternRule& rule : profile.pattern_rules) {
    rows.push_back({rule.id, rule.severity, rule.enabled, rule.summary});
  }
  std::ranges::sort(rows, {}, &Row::id);
  return rows;
}

int run(const ReadingOptions& options) {
  const ProfileSource source(options.profiles);
  const Result<Profile> profile =
      load_checked(source, options.profile.empty() ? source.default_name() : options.profile);
  if (!profile) return report_error(profile.error());
  for (const Row& row : rows_of(*profile)) {
    fmt::print("{:<3} {:<8} {:<34} {}\n", row.on ? "on" : "off", name(row.severity), row.id,
               row.summary);
  }
  return kExitClean;
}

}  // namespace

Command rules_command(CLI::App& root) {
  CLI::App* const app =
      root.add_subcommand("rules", "List the rules and which are on in a profile");
  const auto options = std::make_shared<ReadingOptions>();
  declare_profile(*app, *options);
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
