#pragma once

#include <vector>

#include "pipeline/base/limits.hpp"
#include "pipeline/run/sources.hpp"

namespace rapporteur {

// The sources with every ZIP archive replaced by its members, those of archives within it
// included, as if it were a folder: "meeting.zip/TD12.docx". An archive that cannot be opened, or
// that is nested too deep, stays one source that says so.
std::vector<Source> expand_archives(std::vector<Source> sources, const Limits& limits);

}  // namespace rapporteur
