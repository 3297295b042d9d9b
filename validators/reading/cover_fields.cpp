#include "validators/reading/cover_fields.hpp"

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {

const CoverField* cover_field(const Identity& identity, std::string_view name) {
  const auto found = std::ranges::find(identity.cover, name, &CoverField::name);
  return found == identity.cover.end() ? nullptr : &*found;
}

bool has_label(const Identity& identity, const std::vector<std::string>& patterns) {
  return std::ranges::any_of(identity.cover, [&](const CoverField& field) {
    return std::ranges::any_of(
        patterns, [&](const std::string& pattern) { return found_in(field.label, pattern); });
  });
}

bool has_bare_source(const Identity& identity) {
  const CoverField* const source = cover_field(identity, "source");
  return source != nullptr && source->label.empty();
}

}  // namespace rapporteur
