#include "pipeline/profile/settings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/profile/rule_config.hpp"
#include "pipeline/profile/toml_table.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

void read_fail_on(TomlTable& root, Settings& settings) {
  settings.fail_on = root.text("fail-on");
  const std::vector<std::string_view>& known = fail_on_words();
  if (!root.has("fail-on") || std::ranges::find(known, settings.fail_on) != known.end()) return;
  const std::string_view meant = nearest(settings.fail_on, known);
  root.error_at("fail-on",
                fmt::format("'{}' is not one of {}{}", settings.fail_on, fmt::join(known, ", "),
                            meant.empty() ? "" : fmt::format("; did you mean '{}'?", meant)));
}

void read_paths(TomlTable& root, Settings& settings, std::vector<Error>& errors) {
  const toml::table* const section = root.table("paths");
  if (section == nullptr) return;
  TomlTable table(*section, "[paths]", errors);
  settings.include = table.list("include");
  settings.exclude = table.list("exclude");
  table.finish();
}

void read_rules(TomlTable& root, Settings& settings, std::vector<Error>& errors) {
  const toml::table* const section = root.table("rule");
  if (section == nullptr) return;
  for (const auto& [key, node] : *section) {
    const std::string id(key.str());
    const toml::table* const entry = node.as_table();
    if (entry == nullptr) {
      root.error(node, fmt::format("rule '{}': expected a table", id));
      continue;
    }
    RuleSetting setting{id, {}, read_rule(*entry, id, errors)};
    if (entry->contains("enabled")) setting.enabled = setting.config.enabled;
    settings.rules.push_back(std::move(setting));
  }
}

void require_words(TomlTable& table, std::string_view key, const std::string& value,
                   std::string_view why) {
  if (table.has(key) && trim(value).empty()) table.error_at(key, std::string(why));
}

Suppression read_suppression(const toml::table& entry, std::vector<Error>& errors) {
  TomlTable table(entry, "[[suppress]]", errors);
  Suppression out;
  out.origin = table.origin();
  out.rule = table.required_text("rule");
  out.path = table.text("path");
  out.clause = table.text("clause");
  if (table.has("text")) out.text = table.pattern("text", out.rule);
  out.reason = table.required_text("reason");
  out.owner = table.text("owner");
  out.expires = table.date("expires");
  require_words(table, "reason", out.reason, "say why these findings are meant to be so");
  require_words(table, "path", out.path, "an empty glob fits no document");
  table.finish();
  if (out.path.empty() && out.clause.empty() && !table.has("text")) {
    table.error(entry, fmt::format("[[suppress]]: needs path, clause or text; to switch a rule off "
                                   "everywhere write [rule.\"{}\"] enabled = false",
                                   out.rule));
  }
  return out;
}

Origin origin_of_key(const toml::table& table, std::string_view key) {
  const toml::node* const node = table.get(key);
  return node == nullptr ? Origin() : origin_of(*node);
}

std::filesystem::path beside(std::string_view file, const std::string& path) {
  if (path.empty()) return {};
  return (std::filesystem::path(file).parent_path() / path).lexically_normal();
}

bool earlier(const Error& a, const Error& b) {
  const auto line = [](const Error& error) {
    const std::vector<std::string_view> parts = split(error.where, ':');
    const std::string_view number = parts.size() < 3 ? "" : parts[parts.size() - 2];
    return std::pair(number.size(), number);
  };
  return line(a) < line(b);
}

}  // namespace

const std::vector<std::string_view>& fail_on_words() {
  static const std::vector<std::string_view> kWords = {"error", "warning", "info", "never"};
  return kWords;
}

Result<Settings> parse_settings(std::string_view toml, std::string_view file) {
  const Result<toml::table> parsed = parse_toml(toml, file);
  if (!parsed) return tl::unexpected<Error>(parsed.error());
  std::vector<Error> errors;
  TomlTable root(*parsed, std::filesystem::path(file).filename().string(), errors);
  Settings settings;
  settings.file = file;
  settings.profile = root.text("profile");
  settings.profile_origin = origin_of_key(*parsed, "profile");
  settings.profiles = beside(file, root.text("profiles"));
  settings.profiles_origin = origin_of_key(*parsed, "profiles");
  settings.baseline = beside(file, root.text("baseline"));
  settings.baseline_origin = origin_of_key(*parsed, "baseline");
  settings.rule_pages = root.text("rule-pages");
  read_fail_on(root, settings);
  read_paths(root, settings, errors);
  read_rules(root, settings, errors);
  for (const toml::table* entry : root.tables("suppress")) {
    settings.suppressions.push_back(read_suppression(*entry, errors));
  }
  root.finish();
  if (errors.empty()) return settings;
  return tl::unexpected<Error>(*std::ranges::min_element(errors, earlier));
}

}  // namespace rapporteur
