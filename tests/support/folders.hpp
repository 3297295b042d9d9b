#pragma once

#include <filesystem>

namespace rapporteur {

// The checkout the tests belong to.
std::filesystem::path source_folder();
// Where it is built; corpus/ below it holds the sample documents, zipped.
std::filesystem::path build_folder();

}  // namespace rapporteur
