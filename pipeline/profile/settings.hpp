#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/profile.hpp"
#include "pipeline/text/date.hpp"

namespace rapporteur {

// One [rule."ID"] of a rapporteur.toml. It changes what the profile says of the rule; only
// `enabled = true` switches on what the profile leaves off.
struct RuleSetting {
  std::string id;
  std::optional<bool> enabled;
  RuleConfig config;
};

// One [[suppress]]: findings that are meant to be so. It holds for findings that fit all it says.
struct Suppression {
  std::string rule;    // an id, or a glob of ids
  std::string path;    // a glob of paths below the configuration's folder; "": every document
  std::string clause;  // number or title; those below a number count as in it
  Pattern text;        // found in the words at fault or beside them; none: no expression
  std::string reason;
  std::string owner;
  std::optional<Date> expires;  // the last day on which it holds
  Origin origin;
};

// What a rapporteur.toml says. A default one is that of a run without such a file.
struct Settings {
  std::string file;
  std::string profile;  // "": chosen for each document
  Origin profile_origin;
  std::filesystem::path profiles;  // as from where the run began, like `baseline`
  Origin profiles_origin;
  std::filesystem::path baseline;
  Origin baseline_origin;
  std::string fail_on;               // "error", "warning", "info", "never"; "": not said
  std::string rule_pages;            // address of the page of "{rule}"
  std::vector<std::string> include;  // globs of paths; none: everything
  std::vector<std::string> exclude;
  std::vector<RuleSetting> rules;
  std::vector<Suppression> suppressions;
};

// `file` is how the text was opened. Errors have file, line, column and the nearest valid key.
Result<Settings> parse_settings(std::string_view toml, std::string_view file);

// The words that --fail-on takes.
const std::vector<std::string_view>& fail_on_words();

}  // namespace rapporteur
