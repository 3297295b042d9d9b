#include "pipeline/text/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

UChar32 next(std::string_view text, std::int32_t& at) {
  UChar32 c = 0;
  const auto size = static_cast<std::int32_t>(text.size());
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, size, c);
  return c;
}

// Whether none of the eight bytes at `at` is beyond ASCII.
bool are_ascii(const char* at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::uint64_t eight = 0;
  std::memcpy(&eight, at, sizeof eight);
  return (eight & kHighBits) == 0;
}

// The first byte beyond ASCII at or behind `at`, or the end.
std::size_t ascii_end(std::string_view text, std::size_t at) {
  const std::size_t size = text.size();
  while (at + 8 <= size && are_ascii(text.data() + at)) at += 8;
  if (size >= 8 && at + 8 > size && are_ascii(text.data() + size - 8)) return size;
  while (at < size && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

// Whether folding leaves the text as it is, judged by its first bytes and without decoding: ASCII,
// Latin letters, dashes, quotation marks and bullets. False is only a doubt.
bool is_surely_folded(std::string_view text) {
  const auto at = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  std::size_t i = ascii_end(text, 0);
  while (i < text.size()) {
    if (at(i) < 0xCC) {  // below U+0300
      if (at(i) == 0xC2 && (at(i + 1) == 0xA0 || at(i + 1) == 0xAD)) return false;
      i += 2;
    } else {  // U+2012 to U+203F, without the narrow space at U+202F
      if (at(i) != 0xE2 || at(i + 1) != 0x80 || at(i + 2) < 0x92 || at(i + 2) == 0xAF) return false;
      i += 3;
    }
    i = ascii_end(text, i);
  }
  return true;
}

enum class Fold { keep, space, hyphen, drop };

Fold fold_of(UChar32 c) {
  if (c == 0xA0 || (0x2000 <= c && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000) {
    return Fold::space;
  }
  if (c == 0x2010 || c == 0x2011) return Fold::hyphen;
  if (c == 0xAD || (0x200B <= c && c <= 0x200D) || c == 0x2060 || c == 0xFEFF) return Fold::drop;
  return Fold::keep;
}

// Below U+0300 every character is its own NFC and none combines with the one before; the same holds
// for dashes, quotation marks and bullets.
constexpr UChar32 kFirstCombining = 0x300;
bool may_combine(UChar32 c) { return c >= kFirstCombining && (c < 0x2010 || c > 0x205E); }

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const kNormalizer = icu::Normalizer2::getNFCInstance(status);
  return *kNormalizer;
}

void normalise_from(std::size_t begin, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(out.data() + begin, static_cast<std::int32_t>(out.size() - begin));
  if (nfc().isNormalizedUTF8(piece, status) || U_FAILURE(status)) return;
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  nfc().normalizeUTF8(0, piece, sink, nullptr, status);
  if (U_SUCCESS(status)) out.replace(begin, std::string::npos, normal);
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view bytes) {
  bytes = bytes.substr(0, INT32_MAX);
  std::size_t at = ascii_end(bytes, 0);
  while (at < bytes.size()) {
    auto after = static_cast<std::int32_t>(at);
    if (next(bytes, after) < 0) return at;
    at = ascii_end(bytes, static_cast<std::size_t>(after));
  }
  return at;
}

std::string repaired_utf8(std::string_view bytes, std::size_t& replaced) {
  std::string out;
  replaced = 0;
  while (true) {
    const std::size_t good = valid_utf8_prefix(bytes);
    out += bytes.substr(0, good);
    bytes.remove_prefix(good);
    if (bytes.empty()) return out;
    std::int32_t skip = 0;
    next(bytes, skip);
    out += "\xEF\xBF\xBD";
    bytes.remove_prefix(static_cast<std::size_t>(skip));
    ++replaced;
  }
}

bool append_folded(std::string_view text, std::string& out) {
  const std::size_t begin = out.size();
  if (is_surely_folded(text)) {
    out += text;
    return false;
  }
  bool combining = false;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t from = at;
    const UChar32 c = next(text, at);
    combining = combining || may_combine(c);
    const Fold fold = fold_of(c);
    if (fold == Fold::space) {
      out += ' ';
    } else if (fold == Fold::hyphen) {
      out += '-';
    } else if (fold == Fold::keep) {
      out += text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from));
    }
  }
  if (combining) normalise_from(begin, out);
  return std::string_view(out).substr(begin) != text;
}

std::string search_key(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(collapse(text));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return lower_ascii(collapse(text));
  const icu::UnicodeString wide = nfkd->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status);
  icu::UnicodeString plain;
  for (std::int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
    const UChar32 c = wide.char32At(at);
    if (u_charType(c) != U_NON_SPACING_MARK) plain.append(c);
  }
  std::string out;
  plain.foldCase().toUTF8String(out);
  return collapse(out);
}

void load_unicode_tables() {
  std::string folded;
  append_folded("\xC3\xA9\xCC\x81", folded);
  search_key(folded);
}

std::size_t length_utf8(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string to_utf8(std::string_view bytes, const char* charset) {
  const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), charset);
  std::string out;
  wide.toUTF8String(out);
  return out;
}

}  // namespace rapporteur
