#include "pipeline/run/archive_sources.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <utility>

#include "parsers/zip/archive.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kHead = 4;  // as much of a file as tells an archive

// Packages of office programs are ZIP archives too, and documents.
bool is_package(const Archive& archive) {
  return archive.find("[Content_Types].xml") || archive.find("mimetype") ||
         archive.find("META-INF/manifest.xml");
}

bool begins_like_zip(const std::filesystem::path& file) {
  std::array<char, kHead> head = {};
  std::ifstream in(file, std::ios::binary);
  in.read(head.data(), head.size());
  return looks_like_zip({head.data(), static_cast<std::size_t>(in.gcount())});
}

bool is_called_zip(std::string_view path) {
  return path.size() > 4 && equals_ignoring_case(path.substr(path.size() - 4), ".zip");
}

class Expander {
 public:
  explicit Expander(const Limits& limits) : limits_(limits) {}

  void add(Source source) {
    const bool archive =
        source.skip.empty() && (begins_like_zip(source.file) || is_called_zip(source.path));
    if (!archive) return keep(std::move(source));
    const Result<std::string> bytes = read_file(source.file, limits_.file_bytes);
    if (!bytes) return keep(std::move(source));  // reading it again tells why
    open(*bytes, std::move(source));
  }

  std::vector<Source> take() { return std::move(found_); }

 private:
  void keep(Source source) { found_.push_back(std::move(source)); }

  void refuse(Source source, Error error) {
    source.fault = std::move(error);
    keep(std::move(source));
  }

  void refuse(Source source, ErrorCode code, std::string what) {
    Error error = {code, source.path, std::move(what)};
    refuse(std::move(source), std::move(error));
  }

  // Recursion: at most as deep as archives may nest.
  void open(std::string_view bytes, Source source) {
    if (bytes.empty()) return keep(std::move(source));  // reading it tells that it is
    Result<Archive> archive = Archive::open(bytes, source.path, limits_);
    if (!archive) return refuse(std::move(source), archive.error());
    if (is_package(*archive)) return keep(std::move(source));
    if (std::cmp_greater_equal(source.members.size(), limits_.archive_depth)) {
      return refuse(std::move(source), ErrorCode::limit_exceeded,
                    fmt::format("an archive within {} others is not opened; unpack it",
                                limits_.archive_depth));
    }
    std::size_t files = 0;
    for (std::size_t i = 0; i < archive->members().size(); ++i) {
      if (archive->members()[i].is_folder) continue;
      ++files;
      add_member(*archive, i, source);
    }
    if (files == 0) {
      refuse(std::move(source), ErrorCode::malformed, "the archive holds no files; fetch it again");
    }
  }

  void add_member(Archive& archive, std::size_t index, const Source& outer) {
    const Member& member = archive.members()[index];
    Source source;
    source.path = outer.path + '/' + member.name;
    source.file = outer.file;
    source.members = outer.members;
    source.members.push_back(index);
    source.bytes = outer.bytes + member.size;
    source.skip = skip_reason(member.name.substr(member.name.rfind('/') + 1));
    if (!source.skip.empty()) return keep(std::move(source));
    if (member.encrypted) {
      return refuse(std::move(source), ErrorCode::encrypted,
                    "behind a password; unpack the archive to have it read");
    }
    Buffer buffer;
    if (!is_called_zip(member.name)) return keep(std::move(source));
    const Result<std::string_view> bytes = archive.read(index, buffer);
    if (!bytes) return refuse(std::move(source), bytes.error());
    open(*bytes, std::move(source));
  }

  const Limits& limits_;
  std::vector<Source> found_;
};

}  // namespace

std::vector<Source> expand_archives(std::vector<Source> sources, const Limits& limits) {
  Expander expander(limits);
  for (Source& source : sources) expander.add(std::move(source));
  return expander.take();
}

}  // namespace rapporteur
