#include "pipeline/run/source_reader.hpp"

#include <optional>

#include "parsers/zip/archive.hpp"
#include "pipeline/base/files.hpp"

namespace rapporteur {
namespace {

constexpr std::uint64_t kMostHeld = std::uint64_t{512} << 20;  // bytes of archives nobody reads

}  // namespace

struct SourceReader::OpenArchive {
  std::mutex reading;  // of what follows: an archive is read by one thread at a time
  std::string bytes;
  std::optional<Archive> archive;
  std::optional<Error> fault;  // why it cannot be opened

  int users = 0;           // under the reader's mutex, as
  std::uint64_t held = 0;  // the bytes that are counted
};

SourceReader::SourceReader(const Limits& limits) : limits_(limits) {}
SourceReader::~SourceReader() = default;

SourceReader::OpenArchive& SourceReader::take(const Key& key) {
  const std::lock_guard lock(mutex_);
  std::unique_ptr<OpenArchive>& archive = archives_[key];
  if (archive == nullptr) archive = std::make_unique<OpenArchive>();
  ++archive->users;
  return *archive;
}

void SourceReader::give_back(OpenArchive& archive) {
  const std::lock_guard lock(mutex_);
  --archive.users;
  held_ += archive.bytes.size() - archive.held;
  archive.held = archive.bytes.size();
  for (auto at = archives_.begin(); held_ > kMostHeld && at != archives_.end();) {
    if (at->second->users > 0) {
      ++at;
      continue;
    }
    held_ -= at->second->held;
    at = archives_.erase(at);
  }
}

Result<void> SourceReader::open(const Source& source, OpenArchive& archive) {
  if (archive.archive) return {};
  if (archive.fault) return tl::unexpected<Error>(*archive.fault);
  Source outer = source;
  outer.members.pop_back();
  Result<std::string> bytes = read(outer);
  if (bytes) archive.bytes = std::move(*bytes);
  Result<Archive> opened = bytes ? Archive::open(archive.bytes, source.path, limits_)
                                 : Result<Archive>(tl::unexpected<Error>(bytes.error()));
  if (!opened) {
    archive.fault = opened.error();
    return tl::unexpected<Error>(opened.error());
  }
  archive.archive = std::move(*opened);
  return {};
}

Result<std::string> SourceReader::read_member(const Source& source, OpenArchive& archive) {
  const std::lock_guard lock(archive.reading);
  if (const Result<void> opened = open(source, archive); !opened) {
    return tl::unexpected<Error>(opened.error());
  }
  if (source.members.back() >= archive.archive->members().size()) {
    return fail(ErrorCode::io, source.path, "the archive changed while it was read");
  }
  archive.archive->forget();
  Buffer buffer;
  const Result<std::string_view> inner = archive.archive->read(source.members.back(), buffer);
  if (!inner) return tl::unexpected<Error>(inner.error());
  return std::string(*inner);
}

// Recursion: as deep as archives may nest.
Result<std::string> SourceReader::read(const Source& source) {
  if (source.fault) return tl::unexpected<Error>(*source.fault);
  if (source.members.empty()) return read_file(source.file, limits_.file_bytes);
  const std::vector<std::size_t> way(source.members.begin(), source.members.end() - 1);
  OpenArchive& archive = take({source.file.string(), way});
  Result<std::string> bytes = read_member(source, archive);
  give_back(archive);
  return bytes;
}

}  // namespace rapporteur
