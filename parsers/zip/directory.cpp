#include "parsers/zip/directory.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "parsers/zip/archive.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kEndRecord = 22;  // bytes of the end record without its comment
constexpr std::size_t kMostComment = 0xFFFF;
constexpr std::size_t kEntry = 46;  // bytes of a directory entry before its name

// An unsigned number of `size` bytes, the lowest first.
std::size_t number_at(std::string_view bytes, std::size_t place, std::size_t size) {
  std::size_t number = 0;
  for (std::size_t i = size; i-- > 0;) {
    number = number << 8U | static_cast<std::uint8_t>(bytes[place + i]);
  }
  return number;
}

// The directory lies right before the end record, whatever was put in front of the archive.
std::optional<std::string_view> central_directory(std::string_view bytes) {
  const std::size_t tail = bytes.size() - std::min(bytes.size(), kEndRecord + kMostComment);
  const std::size_t end = bytes.rfind("PK\x05\x06");
  if (end == std::string_view::npos || end < tail || bytes.size() - end < kEndRecord) return {};
  const std::size_t size = number_at(bytes, end + 12, 4);
  if (size > end) return {};
  return bytes.substr(end - size, size);
}

}  // namespace

bool names_member(std::string_view bytes, std::string_view member) {
  if (!looks_like_zip(bytes)) return false;
  const std::optional<std::string_view> directory = central_directory(bytes);
  if (!directory) return bytes.find(member) != std::string_view::npos;
  std::string_view rest = *directory;
  while (rest.size() > kEntry && rest.starts_with("PK\x01\x02")) {
    const std::size_t name = number_at(rest, 28, 2);
    if (equals_ignoring_case(rest.substr(kEntry, name), member)) return true;
    const std::size_t entry = kEntry + name + number_at(rest, 30, 2) + number_at(rest, 32, 2);
    rest.remove_prefix(std::min(entry, rest.size()));
  }
  return false;
}

}  // namespace rapporteur
