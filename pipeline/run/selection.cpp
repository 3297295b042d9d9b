#include "pipeline/run/selection.hpp"

#include <algorithm>
#include <system_error>

#include "pipeline/text/glob.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

bool any_matches(const std::vector<std::string>& globs, std::string_view path) {
  return std::ranges::any_of(globs,
                             [&](const std::string& glob) { return matches_glob(glob, path); });
}

}  // namespace

std::string path_below(const Settings& settings, const fs::path& file) {
  std::error_code error;
  const fs::path folder = fs::path(settings.file).parent_path();
  const fs::path root = fs::weakly_canonical(folder.empty() ? fs::path(".") : folder, error);
  // Only the folder is resolved: a link keeps the name by which people know it.
  const fs::path parent = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const fs::path whole = fs::weakly_canonical(parent, error) / file.filename();
  const fs::path below = whole.lexically_relative(root);
  return below.empty() ? file.generic_string() : below.generic_string();
}

void leave_out(const Settings& settings, std::vector<Source>& sources) {
  if (settings.include.empty() && settings.exclude.empty()) return;
  for (Source& source : sources) {
    if (!source.skip.empty()) continue;
    const std::string path = path_below(settings, path_from_here(source));
    const bool included = settings.include.empty() || any_matches(settings.include, path);
    if (!included || any_matches(settings.exclude, path)) {
      source.skip = std::string("left out by [paths] of ") + kSettingsName;
    }
  }
}

}  // namespace rapporteur
