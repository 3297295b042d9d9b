#pragma once

#include <string>
#include <vector>

#include "emitters/data/sheets.hpp"
#include "pipeline/base/result.hpp"

namespace rapporteur {

// An SQLite database with a table for each sheet, and `about` with title and schema version. Counts
// are integers, everything else is text; what the text does not say is NULL.
Result<std::string> database(const std::vector<Sheet>& sheets, const std::string& title);

}  // namespace rapporteur
