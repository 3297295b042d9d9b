#include "pipeline/run/sources.hpp"

#include <algorithm>
#include <set>
#include <system_error>

#include "pipeline/run/archive_sources.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

bool inside(const fs::path& folder, const fs::path& file) {
  const auto [end, nothing] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return end == folder.end();
}

class Lister {
 public:
  explicit Lister(const std::vector<fs::path>& exclude) {
    for (const fs::path& path : exclude) {
      if (!path.empty()) exclude_.push_back(fs::weakly_canonical(path, error_));
    }
  }

  Result<void> add(const fs::path& path) {
    const fs::file_status status = fs::status(path, error_);
    if (!fs::exists(status)) {
      const std::string why = error_ ? error_.message() : "no such file or folder";
      return fail(ErrorCode::io, path.string(), why + "; check the spelling of the path");
    }
    if (fs::is_directory(status)) return add_folder(path);
    // Within a folder it is passed over; named by itself, nothing would have been read.
    if (!fs::is_regular_file(status)) {
      return fail(ErrorCode::io, path.string(),
                  "a device or a pipe, no file; name a document or a folder");
    }
    return add_file(path, path.string());
  }

  std::vector<Source> take() {
    std::vector<Source> all = expand_archives(std::move(found_), Limits());
    std::ranges::stable_sort(all, {}, &Source::path);
    return all;
  }

 private:
  Result<void> add_folder(const fs::path& folder) {
    const fs::path root = fs::canonical(folder, error_);
    fs::recursive_directory_iterator at(folder, error_);
    if (error_) {
      return fail(ErrorCode::io, folder.string(), "cannot be listed: " + error_.message());
    }
    for (; at != fs::recursive_directory_iterator(); at.increment(error_)) {
      if (error_) {
        return fail(ErrorCode::io, folder.string(), "cannot be listed: " + error_.message());
      }
      const fs::path real = fs::weakly_canonical(at->path(), error_);
      if (is_excluded(real)) {
        at.disable_recursion_pending();
      } else if (at->is_symlink(error_) && !inside(root, real)) {
        skip(at->path(), shown(folder, at->path()), "link out of the folder");
      } else if (!at->is_directory(error_)) {
        if (Result<void> added = add_file(at->path(), shown(folder, at->path())); !added) {
          return added;
        }
      } else if (at->path().filename().string().starts_with(".")) {
        at.disable_recursion_pending();
        skip(at->path(), shown(folder, at->path()), "hidden folder");
      }
    }
    return {};
  }

  static std::string shown(const fs::path& folder, const fs::path& file) {
    return file.lexically_relative(folder).generic_string();
  }

  bool is_excluded(const fs::path& real) const {
    return std::ranges::any_of(exclude_, [&](const fs::path& path) { return inside(path, real); });
  }

  Result<void> add_file(const fs::path& file, std::string shown) {
    const fs::path real = fs::weakly_canonical(file, error_);
    if (!seen_.insert(real.string()).second) return {};
    std::string why = skip_reason(file.filename().string());
    if (why.empty() && !fs::is_regular_file(real, error_)) why = "not a regular file";
    const std::uintmax_t size = why.empty() ? fs::file_size(real, error_) : 0;
    found_.push_back({std::move(shown), file, error_ ? 0 : size, std::move(why), {}, {}});
    return {};
  }

  void skip(const fs::path& file, std::string shown, std::string why) {
    found_.push_back({std::move(shown), file, 0, std::move(why), {}, {}});
  }

  std::vector<fs::path> exclude_;
  std::vector<Source> found_;
  std::set<std::string> seen_;
  std::error_code error_;
};

}  // namespace

// Files that office programs and operating systems leave beside documents.
std::string skip_reason(std::string_view name) {
  if (name.starts_with("~$") || name.starts_with(".~lock.")) return "lock file of an open document";
  if (name.starts_with("~WRL") || name.ends_with(".tmp")) return "temporary file";
  if (equals_ignoring_case(name, "Thumbs.db")) return "thumbnails";
  if (equals_ignoring_case(name, "desktop.ini") || name == ".DS_Store") return "folder settings";
  if (name == "rapporteur.toml") return "configuration of rapporteur";
  if (name.starts_with("._")) return "resource fork";
  if (name.starts_with(".")) return "hidden file";
  return {};
}

std::string path_from_here(const Source& source) {
  std::string file = source.file.lexically_normal().generic_string();
  if (source.members.empty()) return file;
  const std::string name = source.file.filename().string();
  const std::size_t at = source.path.find(name + '/');
  return at == std::string::npos ? file : file + source.path.substr(at + name.size());
}

Result<std::vector<Source>> list_sources(const std::vector<fs::path>& paths,
                                         const std::vector<fs::path>& exclude) {
  Lister lister(exclude);
  for (const fs::path& path : paths) {
    if (Result<void> added = lister.add(path); !added) {
      return tl::unexpected<Error>(added.error());
    }
  }
  return lister.take();
}

}  // namespace rapporteur
