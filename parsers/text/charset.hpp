#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur {

// A text file as UTF-8. `text` views either the bytes given to decode(), which must outlive it,
// or `storage`.
struct DecodedText {
  std::string storage;
  std::string charset;        // "UTF-8", "windows-1252", …
  std::uint32_t skipped = 0;  // bytes of a byte order mark before the text
  int confidence = 100;       // below 100 the charset is a guess
  std::size_t replaced = 0;   // ill-formed sequences, each now U+FFFD
  bool converted = false;     // `storage` holds the text

  std::string_view view(std::string_view bytes) const {
    return converted ? std::string_view(storage) : bytes.substr(skipped);
  }
};

// By byte order mark, then UTF-8, then by what the bytes look like; windows-1252 where that is no
// better than a coin.
DecodedText decode_text(std::string_view bytes);

// UTF-16 without a byte order mark shows as zero bytes at every second place.
bool looks_like_utf16(std::string_view bytes);

}  // namespace rapporteur
