#include "validators/cover_fields.hpp"

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/scan.hpp"

namespace rapporteur {

const CoverField* cover_field(const Identity& identity, std::string_view name) {
  const auto found = std::ranges::find(identity.cover, name, &CoverField::name);
  return found == identity.cover.end() ? nullptr : &*found;
}

bool says_none(std::string_view value) {
  return found_in(trim(value), R"(^(?i:n/?a\.?|none|nil|all|[-–—]+)$)");
}

}  // namespace rapporteur
