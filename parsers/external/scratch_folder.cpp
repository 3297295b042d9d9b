#include "parsers/external/scratch_folder.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace rapporteur {

Result<ScratchFolder> ScratchFolder::make() {
  std::error_code error;
  const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
  std::string pattern = (parent / "rapporteur-XXXXXX").string();
  if (error || mkdtemp(pattern.data()) == nullptr) {
    return fail(
        ErrorCode::io, parent.string(),
        "no temporary folder can be made there; set TMPDIR to a folder where files can be written");
  }
  return ScratchFolder(pattern);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace rapporteur
