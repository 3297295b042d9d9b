#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "pipeline/base/result.hpp"
#include "pipeline/model/results.hpp"

namespace rapporteur {

// The report of that name. "text" is the findings for people; `colour` only matters for it.
Result<std::string> render(const Results& results, std::string_view report, bool colour,
                           const std::filesystem::path& templates = {});

// An Error that lists the reports there are, when there is none of that name.
Result<void> check_report(std::string_view report, const std::filesystem::path& templates);

// To the file, or to standard output when `path` is empty. A reader of standard output that went
// away (`| head`) is no error.
Result<void> put_out(std::string_view bytes, const std::filesystem::path& path);

}  // namespace rapporteur
