#include "parsers/zip/archive.hpp"

#include <fmt/format.h>
#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

struct Entry {
  std::uint16_t method = 0;
  std::uint32_t crc = 0;
};

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
  void operator()(libdeflate_decompressor* engine) const { libdeflate_free_decompressor(engine); }
};
using OpenFile = std::unique_ptr<zip_file_t, Discard>;

libdeflate_decompressor* engine() {
  thread_local const std::unique_ptr<libdeflate_decompressor, Discard> kEngine(
      libdeflate_alloc_decompressor());
  return kEngine.get();
}

std::string message_of(zip_error_t& error) {
  std::string text = zip_error_strerror(&error);
  zip_error_fini(&error);
  return text;
}

// All of an open member, or false when it ends early.
bool read_all(zip_file_t* file, char* into, std::uint64_t size) {
  std::uint64_t done = 0;
  while (done < size) {
    const zip_int64_t got = zip_fread(file, into + done, size - done);
    if (got <= 0) return false;
    done += static_cast<std::uint64_t>(got);
  }
  return true;
}

}  // namespace

char* Buffer::reset(std::size_t size) {
  if (size > capacity_) {
    bytes_ = std::make_unique_for_overwrite<char[]>(size);
    capacity_ = size;
  }
  size_ = size;
  return bytes_.get();
}

char* Buffer::grow(std::size_t size) {
  if (size > capacity_) {
    std::unique_ptr<char[]> larger = std::make_unique_for_overwrite<char[]>(size);
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
    capacity_ = size;
  }
  size_ = std::max(size, size_);
  return bytes_.get();
}

void Buffer::clear() {
  bytes_.reset();
  size_ = 0;
  capacity_ = 0;
}

struct Archive::Handle {
  std::unique_ptr<zip_t, Discard> zip;
  std::vector<Entry> entries;
  Buffer raw;
};

Archive::Archive(std::unique_ptr<Handle> handle, std::string path, const Limits& limits)
    : handle_(std::move(handle)), path_(std::move(path)), limits_(limits) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
      name.find('\0') != std::string_view::npos || name.find(':') != std::string_view::npos) {
    return false;
  }
  const std::vector<std::string_view> steps = split(name, '/');
  return std::ranges::find(steps, "..") == steps.end();
}

bool looks_like_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Result<Archive> Archive::open(std::string_view bytes, std::string path, const Limits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return fail(ErrorCode::internal, path, message_of(error));
  auto handle = std::make_unique<Handle>();
  handle->zip.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (handle->zip == nullptr) {
    zip_source_free(source);
    return fail(ErrorCode::malformed, path,
                fmt::format("a damaged or truncated ZIP archive ({}); fetch the file again, or "
                            "save it anew with a program that can still open it",
                            message_of(error)));
  }
  zip_error_fini(&error);
  Archive archive(std::move(handle), std::move(path), limits);
  if (Result<void> listed = archive.list(); !listed) return tl::unexpected(listed.error());
  return archive;
}

Result<void> Archive::list() {
  const zip_int64_t count = zip_get_num_entries(handle_->zip.get(), 0);
  if (count > static_cast<zip_int64_t>(limits_.members)) {
    return fail(ErrorCode::limit_exceeded, path_,
                fmt::format("the archive has {} entries; at most {} are read: unpack it", count,
                            limits_.members));
  }
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    Member member;
    Entry entry;
    if (zip_stat_index(handle_->zip.get(), static_cast<zip_uint64_t>(i), 0, &stat) == 0) {
      std::size_t replaced = 0;
      member.name = repaired_utf8(stat.name, replaced);
      member.size = stat.size;
      member.stored = stat.comp_size;
      member.is_folder = member.name.ends_with('/');
      member.encrypted = stat.encryption_method != ZIP_EM_NONE;
      entry = {stat.comp_method, stat.crc};
    }
    member.unsafe_name = !is_safe_name(member.name);
    members_.push_back(std::move(member));
    handle_->entries.push_back(entry);
  }
  return {};
}

std::optional<std::size_t> Archive::find(std::string_view name) const {
  std::optional<std::size_t> near;
  for (std::size_t i = 0; i < members_.size(); ++i) {
    if (members_[i].name == name) return i;
    if (!near && equals_ignoring_case(members_[i].name, name)) near = i;
  }
  return near;
}

tl::unexpected<Error> Archive::fault(ErrorCode code, const Member& member, std::string what) const {
  return fail(code, fmt::format("{}: {}", path_, member.name), std::move(what));
}

std::uint64_t Archive::most_bytes(std::uint64_t stored) const {
  const std::uint64_t by_ratio = stored > UINT64_MAX / std::max<std::uint64_t>(limits_.ratio, 1)
                                     ? UINT64_MAX
                                     : stored * limits_.ratio;
  return std::min(limits_.member_bytes, std::max(by_ratio, limits_.ratio_floor));
}

Result<void> Archive::check(const Member& member) const {
  if (member.encrypted)
    return fault(ErrorCode::encrypted, member, "password protected: save it without a password");
  if (member.size > limits_.member_bytes) {
    return fault(ErrorCode::limit_exceeded, member,
                 fmt::format("inflates to {} MiB; at most {} MiB are read: split the document",
                             member.size >> 20, limits_.member_bytes >> 20));
  }
  if (member.size > most_bytes(member.stored)) {
    return fault(
        ErrorCode::limit_exceeded, member,
        fmt::format("inflates to {} times its size; at most {} times is read, for it looks like "
                    "an attack: unpack it if you trust it",
                    member.size / std::max<std::uint64_t>(member.stored, 1), limits_.ratio));
  }
  if (inflated_ + member.size > 2 * limits_.member_bytes) {
    return fault(
        ErrorCode::limit_exceeded, member,
        fmt::format("the parts of the archive together inflate to more than {} MiB: split it",
                    limits_.member_bytes >> 19));
  }
  return {};
}

Result<std::string_view> Archive::raw(std::size_t index) {
  const Member& member = members_[index];
  const OpenFile file(zip_fopen_index(handle_->zip.get(), index, ZIP_FL_COMPRESSED));
  if (file == nullptr) {
    return fault(ErrorCode::malformed, member,
                 fmt::format("the archive is damaged here ({}): fetch it again",
                             zip_strerror(handle_->zip.get())));
  }
  if (member.stored > limits_.file_bytes) {
    return fault(ErrorCode::malformed, member,
                 "its stored size cannot be true: fetch the file again");
  }
  if (!read_all(file.get(), handle_->raw.reset(member.stored), member.stored)) {
    return fault(ErrorCode::malformed, member,
                 "the archive ends within this part: fetch the file again");
  }
  return handle_->raw.view();
}

// The stated size is only a first guess: where it is too small the buffer grows up to the limit,
// where it is too large the true one is taken. The checksum decides.
Result<void> Archive::inflate(std::size_t index, std::string_view stored, Buffer& into) const {
  const Member& member = members_[index];
  const std::uint64_t most = most_bytes(member.stored);
  std::uint64_t room = std::clamp<std::uint64_t>(member.size, 1, most);
  while (true) {
    std::size_t used = 0;
    const libdeflate_result outcome = libdeflate_deflate_decompress(
        engine(), stored.data(), stored.size(), into.reset(room), room, &used);
    if (outcome == LIBDEFLATE_SUCCESS) {
      into.shrink(used);
      return {};
    }
    if (outcome != LIBDEFLATE_INSUFFICIENT_SPACE) {
      return fault(ErrorCode::malformed, member,
                   "its compressed data is damaged: fetch the file again");
    }
    if (room == most) {
      return fault(
          ErrorCode::limit_exceeded, member,
          fmt::format("inflates to more than {} bytes, against {} stored, and looks like an attack",
                      most, member.stored));
    }
    room = std::min(most, std::max<std::uint64_t>(room * 2, 4096));
  }
}

// Methods other than the usual two are left to libzip, and so is ending early.
Result<void> Archive::read_otherwise(std::size_t index, std::uint64_t size, Buffer& into) const {
  const Member& member = members_[index];
  const OpenFile file(zip_fopen_index(handle_->zip.get(), index, 0));
  if (file == nullptr) {
    return fault(ErrorCode::unsupported, member,
                 fmt::format("its compression is not read ({}): unpack it",
                             zip_strerror(handle_->zip.get())));
  }
  if (!read_all(file.get(), into.reset(size), size)) {
    return fault(ErrorCode::malformed, member,
                 "its compressed data is damaged: fetch the file again");
  }
  return {};
}

Result<std::string_view> Archive::read_beginning(std::size_t index, std::size_t most,
                                                 Buffer& into) {
  const Member& member = members_.at(index);
  if (Result<void> fine = check(member); !fine) return tl::unexpected(fine.error());
  const std::uint64_t size = std::min<std::uint64_t>(most, member.size);
  if (Result<void> done = read_otherwise(index, size, into); !done) {
    return tl::unexpected(done.error());
  }
  return into.view();
}

Result<std::string_view> Archive::read(std::size_t index, Buffer& into) {
  const Member& member = members_.at(index);
  const Entry& entry = handle_->entries[index];
  if (Result<void> fine = check(member); !fine) return tl::unexpected(fine.error());
  if (entry.method != ZIP_CM_STORE && entry.method != ZIP_CM_DEFLATE) {
    if (Result<void> done = read_otherwise(index, member.size, into); !done) {
      return tl::unexpected(done.error());
    }
  } else {
    Result<std::string_view> stored = raw(index);
    if (!stored) return stored;
    if (entry.method == ZIP_CM_STORE) {
      std::ranges::copy(*stored, into.reset(stored->size()));
    } else if (Result<void> done = inflate(index, *stored, into); !done) {
      return tl::unexpected(done.error());
    }
    if (handle_->raw.capacity() > (std::size_t{1} << 20)) handle_->raw.clear();
  }
  inflated_ += into.size();
  if (libdeflate_crc32(0, into.data(), into.size()) != entry.crc) {
    return fault(ErrorCode::malformed, member,
                 "its checksum does not match, the file is damaged: fetch it again");
  }
  return into.view();
}

}  // namespace rapporteur
