#pragma once

#include <string>
#include <vector>

#include "emitters/data/sheets.hpp"
#include "pipeline/base/result.hpp"

namespace rapporteur {

// A workbook: a worksheet for each sheet, with a frozen header, filters, widths for reading, and
// whole dates and counts as such. No cell is ever a formula. A text that is longer than a cell
// holds (32,767 characters) is cut and ends in "…". The same bytes every time.
Result<std::string> xlsx(const std::vector<Sheet>& sheets, const std::string& title);

}  // namespace rapporteur
