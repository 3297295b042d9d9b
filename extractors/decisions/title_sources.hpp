#pragma once

#include <string>
#include <utility>

#include "pipeline/profile/organizations.hpp"

namespace rapporteur {

// "Way forward on halls Alba, Bretta": the title and its sources, which nothing parts. Only where
// two organizations at least are known; otherwise the words as they are and "".
std::pair<std::string, std::string> title_and_sources(const std::string& words,
                                                      const Organizations& known);

}  // namespace rapporteur
