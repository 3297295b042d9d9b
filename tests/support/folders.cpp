#include "tests/support/folders.hpp"

// The one source that is compiled with the names of folders, so that every other object file is the
// same wherever the checkout lies, and a compiler cache can share it.

namespace rapporteur {

std::filesystem::path source_folder() { return RAPPORTEUR_SOURCE_DIR; }

std::filesystem::path build_folder() { return RAPPORTEUR_BUILD_DIR; }

}  // namespace rapporteur
