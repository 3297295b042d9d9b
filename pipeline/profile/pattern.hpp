#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pipeline/profile/compiled.hpp"

namespace rapporteur {

// Where in a profile something is said.
struct Origin {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  std::string where() const;  // "profiles/itu-t.toml:12:3"
};

// A regular expression with the samples that prove it. `accepts` must match as a whole where the
// section says "full", else somewhere; `rejects` must not.
struct Pattern {
  std::string name;
  Expression expression;
  std::vector<std::string> accepts;
  std::vector<std::string> rejects;
  Origin origin;
};

using Patterns = std::span<const Pattern>;

}  // namespace rapporteur
