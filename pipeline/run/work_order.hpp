#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pipeline/run/sources.hpp"

namespace rapporteur {

// What one thread does in one go.
struct Work {
  std::vector<std::size_t> sources;  // by index
  std::uint64_t bytes = 0;           // of all of them

  // Several files that LibreOffice is likely to convert, which is quicker at one start.
  bool converts() const { return sources.size() > 1; }
};

// Every source once, the largest work first, so that the last thread to finish does not finish
// alone. Files whose names say that LibreOffice reads them are put together, as evenly as so many
// jobs can share them.
std::vector<Work> work_order(const std::vector<Source>& sources, int jobs);

}  // namespace rapporteur
