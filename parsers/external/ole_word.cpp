#include "parsers/external/ole_word.hpp"

#include <cstdint>

namespace rapporteur {
namespace {

using std::string_view_literals::operator""sv;

constexpr auto kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr auto kStream = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0\0"sv;  // UTF-16
constexpr std::size_t kShift = 30;         // [MS-CFB] 2.2: "Sector Shift"
constexpr std::size_t kEntry = 128;        // 2.6.1: a directory entry
constexpr std::size_t kStartSector = 116;  // 2.6.1: "Starting Sector Location"
constexpr std::uint32_t kWord97 = 0xA5EC;  // [MS-DOC] 2.5.2: wIdent
constexpr std::uint32_t kWord6 = 0xA5DC;
constexpr std::size_t kFlags = 10;  // 2.5.2: the bits that hold fEncrypted
constexpr std::uint32_t kEncrypted = 0x0100;

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) {
    const unsigned char byte =
        at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0;
    value = value << 8 | byte;
  }
  return value;
}

}  // namespace

bool is_ole(std::string_view bytes) { return bytes.starts_with(kOle); }

OleWord ole_word(std::string_view bytes) {
  if (!is_ole(bytes)) return OleWord::none;
  const std::uint32_t shift = number_at(bytes, kShift, 2);
  if (shift != 9 && shift != 12) return OleWord::none;
  for (std::size_t at = bytes.find(kStream); at != std::string_view::npos;
       at = bytes.find(kStream, at + 1)) {
    if (at % kEntry != 0) continue;  // the words stand in a text, not in the directory
    const std::size_t sector = number_at(bytes, at + kStartSector, 4);
    const std::size_t head = (sector + 1) << shift;
    const std::uint32_t magic = number_at(bytes, head, 2);
    if (magic == kWord6) return OleWord::too_old;
    if (magic != kWord97) continue;
    const bool locked = (number_at(bytes, head + kFlags, 2) & kEncrypted) != 0;
    return locked ? OleWord::encrypted : OleWord::readable;
  }
  return OleWord::none;
}

}  // namespace rapporteur
