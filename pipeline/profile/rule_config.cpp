#include "pipeline/profile/rule_config.hpp"

#include <fmt/format.h>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

std::optional<OptionValue> option_value(const toml::node& node) {
  if (const auto* flag = node.as_boolean()) return flag->get();
  if (const auto* number = node.as_integer()) return number->get();
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* array = node.as_array()) {
    std::vector<std::string> list;
    for (const toml::node& item : *array) {
      if (!item.is_string()) return {};
      list.push_back(item.as_string()->get());
    }
    return list;
  }
  if (const auto* table = node.as_table()) {
    StringTable rows;
    for (const auto& [key, item] : *table) {
      if (!item.is_string()) return {};
      rows.emplace_back(std::string(key.str()), item.as_string()->get());
    }
    return rows;
  }
  return {};
}

constexpr std::string_view kLike = "like";

// The rule that is named, or null and an error.
const RuleConfig* rule_like(const std::string& id, const RuleConfig& config, const RuleConfigs& all,
                            std::vector<Error>& errors) {
  const std::string named = config.text(kLike, "");
  const auto found = all.find(named);
  if (found != all.end() && !found->second.options.contains(kLike)) return &found->second;
  std::vector<std::string_view> known;
  for (const auto& [other, its] : all) {
    if (!its.options.contains(kLike)) known.push_back(other);
  }
  const std::string_view meant = nearest(named, known);
  errors.push_back(
      {ErrorCode::configuration, config.option_origins.find(kLike)->second.where(),
       fmt::format("rule '{}' is like '{}', which is no rule with options of its own{}", id, named,
                   meant.empty() ? "" : fmt::format("; did you mean '{}'?", meant))});
  return nullptr;
}

}  // namespace

void take_options_of_like(const std::string& id, RuleConfig& config, const RuleConfigs& all,
                          std::vector<Error>& errors) {
  if (!config.options.contains(kLike)) return;
  if (const RuleConfig* const other = rule_like(id, config, all, errors)) {
    // What is set already stays.
    config.options.insert(other->options.begin(), other->options.end());
    config.option_origins.insert(other->option_origins.begin(), other->option_origins.end());
  }
  config.options.erase(config.options.find(kLike));
  config.option_origins.erase(config.option_origins.find(kLike));
}

RuleConfig read_rule(const toml::table& entry, const std::string& id, std::vector<Error>& errors) {
  TomlTable table(entry, fmt::format("[rule.\"{}\"]", id), errors);
  RuleConfig config;
  config.origin = table.origin();
  config.enabled = table.flag("enabled", true);
  config.severity = table.severity("severity");
  config.source = table.text("source");
  config.kinds = table.list("kinds");
  for (const auto& [key, node] : entry) {
    const std::string name(key.str());
    if (name == "enabled" || name == "severity" || name == "source" || name == "kinds") continue;
    std::optional<OptionValue> value = option_value(node);
    if (!value)
      table.error(node, fmt::format("option '{}': a list or table of strings only", name));
    if (value) config.options.emplace(name, std::move(*value));
    config.option_origins.emplace(name, origin_of(node));
  }
  return config;
}

}  // namespace rapporteur
