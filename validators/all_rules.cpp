#include "validators/rule.hpp"

namespace rapporteur {

std::span<const Rule* const> all_rules() { return {}; }

}  // namespace rapporteur
