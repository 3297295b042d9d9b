#include "pipeline/profile/load_wording.hpp"

#include <fmt/format.h>

namespace rapporteur {
namespace {

Wording read_words(const toml::table& entry, const std::string& section,
                   std::vector<Error>& errors) {
  TomlTable table(entry, fmt::format("[{}]", section), errors);
  Wording wording;
  for (const toml::table* item : table.tables("pattern")) {
    TomlTable one(*item, fmt::format("[[{}.pattern]]", section), errors);
    wording.patterns.push_back(one.pattern("find", one.required_text("name")));
    one.text("id");
    one.flag("enabled", true);
    one.finish();
  }
  wording.arrange();
  for (const auto& [name, value] : entry) {
    if (name.str() == "pattern") continue;
    wording.lists.emplace(std::string(name.str()), table.list(name.str()));
    wording.list_origins.emplace(std::string(name.str()), origin_of(value));
  }
  return wording;
}

}  // namespace

void read_wording(TomlTable& root, Profile& profile, std::vector<Error>& errors) {
  if (const toml::table* const section = root.table("identity")) {
    profile.identity = read_words(*section, "identity", errors);
  }
  const toml::table* const section = root.table("extract");
  if (section == nullptr) return;
  for (const auto& [key, node] : *section) {
    const std::string id(key.str());
    const toml::table* const entry = node.as_table();
    if (entry == nullptr) {
      root.error(node, fmt::format("extract.{}: expected a table", id));
      continue;
    }
    profile.wording.emplace(id, read_words(*entry, fmt::format("extract.{}", id), errors));
  }
}

}  // namespace rapporteur
