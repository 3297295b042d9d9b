#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/base/result.hpp"
#include "pipeline/model/deliverable.hpp"

namespace rapporteur {

struct RoadmapBase {
  std::vector<Deliverable> records;
  std::vector<std::string> unused;   // columns or keys that mean nothing to a roadmap
  std::vector<std::string> skipped;  // sheets that hold no deliverable
};

// A roadmap that people maintain, or that an earlier run wrote: .csv, .json, .toml, or any document
// with tables, such as .xlsx and .docx. An Error when it cannot be read or has no deliverable.
Result<RoadmapBase> read_roadmap(const std::filesystem::path& file);

}  // namespace rapporteur
