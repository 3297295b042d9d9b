#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/limits.hpp"
#include "pipeline/base/result.hpp"

namespace rapporteur {

// Bytes that can be filled again without giving their memory back and without being cleared first.
class Buffer {
 public:
  // Room for `size` bytes; what was in it is lost.
  char* reset(std::size_t size);
  // Makes room for `size` bytes and keeps what is in it.
  char* grow(std::size_t size);
  void shrink(std::size_t size) { size_ = size; }  // to at most its size
  void clear();                                    // and gives the memory back

  char* data() { return bytes_.get(); }
  std::size_t size() const { return size_; }
  std::size_t capacity() const { return capacity_; }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

// One entry of an archive as its directory states it. The sizes may be lies.
struct Member {
  std::string name;          // well-formed UTF-8
  std::uint64_t size = 0;    // inflated
  std::uint64_t stored = 0;  // in the archive
  bool is_folder = false;
  bool encrypted = false;
  bool unsafe_name = false;  // absolute, or leads out of the folder it would be unpacked into
};

// True for a name that stays inside the folder it is unpacked into on any system.
bool is_safe_name(std::string_view name);

// True when the bytes begin like a ZIP archive.
bool looks_like_zip(std::string_view bytes);

// A ZIP archive in memory. Members are inflated within the limits and their checksum is verified.
// Used by one thread at a time.
class Archive {
 public:
  // `bytes` must outlive the archive. `path` names the file in errors.
  static Result<Archive> open(std::string_view bytes, std::string path, const Limits& limits);

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  std::span<const Member> members() const { return members_; }
  // The member of this name, or of one that differs from it in the case of ASCII letters only.
  std::optional<std::size_t> find(std::string_view name) const;
  // Fills `into` with the inflated member and returns a view of it.
  Result<std::string_view> read(std::size_t member, Buffer& into);
  // The first bytes of a member, `most` or all there are; inflated no further, their checksum is
  // not looked at.
  Result<std::string_view> read_beginning(std::size_t member, std::size_t most, Buffer& into);
  // What was read so far counts no longer against the limit on all members together: for those who
  // keep none of it.
  void forget() { inflated_ = 0; }

 private:
  struct Handle;
  Archive(std::unique_ptr<Handle> handle, std::string path, const Limits& limits);

  Result<void> list();
  Result<void> check(const Member& member) const;
  Result<std::string_view> raw(std::size_t member);
  Result<void> inflate(std::size_t member, std::string_view stored, Buffer& into) const;
  Result<void> read_otherwise(std::size_t index, std::uint64_t size, Buffer& into) const;
  std::uint64_t most_bytes(std::uint64_t stored) const;
  tl::unexpected<Error> fault(ErrorCode code, const Member& member, std::string what) const;

  std::unique_ptr<Handle> handle_;
  std::string path_;
  Limits limits_;
  std::vector<Member> members_;
  std::uint64_t inflated_ = 0;
};

}  // namespace rapporteur
