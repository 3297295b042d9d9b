#include "tests/bench/folder.hpp"

#include <algorithm>
#include <ctime>

#include "parsers/docx/docx.hpp"
#include "pipeline/base/files.hpp"

namespace rapporteur {

namespace fs = std::filesystem;

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void in_rounds(double seconds, const std::function<void()>& measurement) {
  constexpr int kFewest = 5;
  constexpr int kMost = 60;
  const double begin = processor_seconds();
  for (int round = 0; round < kMost; ++round) {
    if (round >= kFewest && processor_seconds() - begin > seconds) break;
    measurement();
  }
}

const std::vector<Profile>& bench_profiles() {
  static const std::vector<Profile> kProfiles = [] {
    std::vector<Profile> loaded;
    for (const std::string& name : ProfileSource().names()) {
      loaded.push_back(ProfileSource().load(name).value());
    }
    return loaded;
  }();
  return kProfiles;
}

std::vector<BenchDocument> word_documents_below(const fs::path& folder) {
  std::vector<BenchDocument> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().string();
    if (!entry.is_regular_file() || path.find("/torture/") != std::string::npos) continue;
    Result<std::string> bytes = read_file(entry.path(), std::uint64_t{1} << 30);
    if (!bytes || docx_reader().bid(*bytes, path).score < 90) continue;
    BenchDocument document{entry.path().filename().string(), path, std::move(*bytes)};
    const bool is_read = docx_reader().read(document.bytes, document.path, {}).has_value();
    if (is_read && floor_of(document) > 0) found.push_back(std::move(document));
  }
  std::ranges::sort(found, std::less(), &BenchDocument::path);
  return found;
}

}  // namespace rapporteur
