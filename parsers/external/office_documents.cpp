#include "parsers/external/office_documents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "parsers/external/converters.hpp"
#include "parsers/external/helper_process.hpp"
#include "parsers/external/office_program.hpp"
#include "parsers/external/scratch_folder.hpp"
#include "pipeline/base/files.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

constexpr int kSecondsEach = 10;  // what a further file adds to the time of a start
constexpr int kMostStarts = 4;

// Converts the files, in this order. One that hangs LibreOffice or breaks it is left out, and those
// behind it are given to another start.
void convert_all(const fs::path& program, std::vector<std::string> names, const fs::path& folder) {
  for (int starts = 0; starts < kMostStarts && !names.empty(); ++starts) {
    HelperLimits limits;
    limits.seconds += kSecondsEach * static_cast<int>(names.size());
    if (run_office(program, names, folder, limits)) return;
    const auto missing = std::ranges::find_if(names, [&](const std::string& name) {
      return !fs::exists(office_output(folder, fs::path(name).stem().string()));
    });
    if (missing == names.end()) return;
    names.erase(names.begin(), missing + 1);
  }
}

}  // namespace

void OfficeDocuments::convert(std::span<const std::string> files, const Limits& limits) {
  const std::optional<fs::path> program = find_helper("soffice");
  if (!program) return;
  const Result<ScratchFolder> scratch = ScratchFolder::make();
  if (!scratch) return;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const Conversion* const from = office_conversion(files[i]);
    if (from == nullptr) continue;
    names.push_back(fmt::format("{}{}", i, from->extension));
    if (!write_file(scratch->path() / names.back(), files[i])) return;
  }
  convert_all(*program, std::move(names), scratch->path());
  for (std::size_t i = 0; i < files.size(); ++i) {
    const fs::path output = office_output(scratch->path(), std::to_string(i));
    Result<std::string> made = read_file(output, limits.file_bytes);
    if (made && !made->empty()) made_.insert_or_assign(sha256(files[i]), std::move(*made));
  }
}

const std::string* OfficeDocuments::find(std::string_view bytes) const {
  if (made_.empty()) return nullptr;
  const auto at = made_.find(sha256(bytes));
  return at == made_.end() ? nullptr : &at->second;
}

}  // namespace rapporteur
