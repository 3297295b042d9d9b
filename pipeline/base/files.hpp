#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "pipeline/base/result.hpp"

namespace rapporteur {

// The bytes of a regular file of at most `most` bytes. Directories, devices and pipes are refused.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t most);

// Replaces `path` as a whole: a temporary file beside it is written, flushed and renamed, so that
// an interrupted run or a full disk never leaves half a file. Makes missing parent folders. A
// device or a pipe, such as /dev/null, is written into.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

// The lower-case hexadecimal SHA-256 of `bytes`.
std::string sha256(std::string_view bytes);

}  // namespace rapporteur
