#include "pipeline/profile/rule_config.hpp"

#include <fmt/format.h>

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

}  // namespace

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
