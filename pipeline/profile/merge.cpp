#include "pipeline/profile/merge.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {
namespace {

std::optional<std::string> key_of(const toml::node& entry) {
  const toml::table* const table = entry.as_table();
  if (table == nullptr) return {};
  for (const std::string_view key : {"id", "family"}) {
    if (auto value = (*table)[key].value<std::string>()) return value;
  }
  return {};
}

bool is_switched_off(const toml::node& entry) {
  const toml::table* const table = entry.as_table();
  return table != nullptr && !(*table)["enabled"].value_or(true);
}

void merge_entries(toml::array& parent, toml::array&& child) {
  for (toml::node& entry : child) {
    const std::optional<std::string> key = key_of(entry);
    const auto same = [&](const toml::node& other) { return key && key_of(other) == key; };
    const auto found = std::find_if(parent.begin(), parent.end(), same);
    if (found != parent.end()) parent.erase(found);
    // One that is switched off stays until the last profile is laid over: it may stand higher up.
    parent.push_back(std::move(*entry.as_table()));
  }
}

}  // namespace

// Recursion: as deep as tables nest in a profile, which the TOML parser limits.
void merge_profile(toml::table& parent, toml::table&& child) {
  for (auto&& [key, node] : child) {
    toml::node* const old = parent.get(key.str());
    if (old != nullptr && old->is_table() && node.is_table()) {
      merge_profile(*old->as_table(), std::move(*node.as_table()));
    } else if (old != nullptr && old->is_array_of_tables() && node.is_array_of_tables()) {
      merge_entries(*old->as_array(), std::move(*node.as_array()));
    } else {
      node.visit([&](auto& value) { parent.insert_or_assign(key, std::move(value)); });
    }
  }
}

// Recursion: as deep as tables nest in a profile, which the TOML parser limits.
void drop_switched_off(toml::table& table) {
  for (auto&& [key, node] : table) {
    if (toml::table* const inner = node.as_table()) drop_switched_off(*inner);
    toml::array* const entries = node.as_array();
    if (entries == nullptr || !entries->is_array_of_tables()) continue;
    for (auto entry = entries->begin(); entry != entries->end();) {
      entry = is_switched_off(*entry) ? entries->erase(entry) : std::next(entry);
    }
  }
}

}  // namespace rapporteur
