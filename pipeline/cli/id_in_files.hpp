#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace rapporteur {

struct IdInFiles {
  std::vector<std::filesystem::path> files;
  std::string profile;  // empty: chosen for each document
  std::filesystem::path profiles;
  bool as_json = false;
};

// Prints every identifier in the text of some documents: where it stands, its family and canonical
// form. Gives the exit code.
int print_identifiers(const IdInFiles& wanted);

}  // namespace rapporteur
