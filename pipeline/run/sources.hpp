#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/limits.hpp"
#include "pipeline/base/result.hpp"

namespace rapporteur {

// One thing to read. `path` is what people are shown: relative to the folder they named.
struct Source {
  std::string path;
  std::filesystem::path file;
  std::uint64_t bytes = 0;
  std::string skip;  // why it is no document: "lock file of an open document"; else empty
  // The way into an archive: a member of `file`, a member of that member, and so on.
  std::vector<std::size_t> members = {};
  std::optional<Error> fault = {};  // why it cannot be read, where that is known beforehand
};

// Why a file of this name is no document, or "".
std::string skip_reason(std::string_view name);

// The path of a source from where the run began; of a member, with the way into its archive.
std::string path_from_here(const Source& source);

// Every file below the given files and folders, sorted by path, each once; archives as folders
// (archive_sources.hpp). Symbolic links are followed only inside the folder that was named.
// `exclude` (the output, a baseline) is left out. An Error when a path does not exist or a folder
// cannot be listed.
Result<std::vector<Source>> list_sources(const std::vector<std::filesystem::path>& paths,
                                         const std::vector<std::filesystem::path>& exclude);

}  // namespace rapporteur
