#include "pipeline/base/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/sha.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace rapporteur {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

std::string reason() { return std::generic_category().message(errno); }

Result<std::string> read_all(int fd, std::size_t size, const std::string& where) {
  std::string bytes(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    const ssize_t got = ::read(fd, bytes.data() + done, size - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(ErrorCode::io, where, "cannot be read: " + reason());
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

Result<void> write_all(int fd, std::string_view bytes, const std::string& where) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return fail(ErrorCode::io, where, "cannot be written: " + reason());
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return {};
}

// A device or a pipe keeps its place: the bytes go into it.
Result<void> write_into(const std::filesystem::path& path, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.get() < 0) return fail(ErrorCode::io, path.string(), "cannot be written: " + reason());
  return write_all(file.get(), bytes, path.string());
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t most) {
  const std::string where = path.string();
  // O_NONBLOCK: opening a named pipe must not wait for a writer that never comes.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return fail(ErrorCode::io, where, "cannot be opened: " + reason());
  struct stat status = {};
  if (::fstat(file.get(), &status) != 0) {
    return fail(ErrorCode::io, where, "cannot be read: " + reason());
  }
  if (!S_ISREG(status.st_mode)) {
    return fail(ErrorCode::unsupported, where,
                "a folder, a device or a pipe, not a file that can be read");
  }
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > most) {
    return fail(ErrorCode::limit_exceeded, where,
                fmt::format("{} bytes, and at most {} are read: split the document", size, most));
  }
  return read_all(file.get(), static_cast<std::size_t>(size), where);
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::error_code error;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
  if (error) {
    return fail(ErrorCode::io, path.parent_path().string(),
                "folder cannot be made: " + error.message());
  }
  if (std::filesystem::is_other(path, error)) return write_into(path, bytes);
  std::string temporary = path.string() + ".XXXXXX";
  const Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.get() < 0) return fail(ErrorCode::io, path.string(), "cannot be written: " + reason());
  Result<void> done = write_all(file.get(), bytes, path.string());
  if (done && ::fchmod(file.get(), 0644) != 0) {
    done = fail(ErrorCode::io, path.string(), "cannot be written: " + reason());
  }
  if (done && ::rename(temporary.c_str(), path.c_str()) != 0) {
    done = fail(ErrorCode::io, path.string(), "cannot be replaced: " + reason());
  }
  if (!done) ::unlink(temporary.c_str());
  return done;
}

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  std::string hex;
  for (const unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

}  // namespace rapporteur
