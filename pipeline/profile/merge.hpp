#pragma once

#include <toml++/toml.h>

namespace rapporteur {

// Lays `child` over `parent`. Tables are merged key by key; in an array of tables, an entry with
// the `id` or `family` of one in the parent replaces it and `enabled = false` takes
// it away; everything else of the child replaces the parent's. Internal to pipeline/profile.
void merge_profile(toml::table& parent, toml::table&& child);

// Takes away the entries with `enabled = false`, once everything is merged.
void drop_switched_off(toml::table& table);

}  // namespace rapporteur
