#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "parsers/external/helper_process.hpp"

namespace rapporteur {

// Has LibreOffice make a DOCX of each of these files in `folder`, in one start. Its profile stands
// there too, so that two may run at one time. Where it fails for some, the others are there.
Result<void> run_office(const std::filesystem::path& program, std::vector<std::string> inputs,
                        const std::filesystem::path& folder, const HelperLimits& limits);

// What it made of "<stem>.<any extension>".
std::filesystem::path office_output(const std::filesystem::path& folder, const std::string& stem);

}  // namespace rapporteur
