#include <charconv>

#include "parsers/xml/xml_reader.hpp"
#include "parsers/xml/xml_scan.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

void append_utf8(std::uint32_t c, std::string& out) {
  const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6);
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12);
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | c >> 18);
    byte(0x80 | (c >> 12 & 0x3F));
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

// "#8211" and "#x2013" -> the character; U+FFFD for what XML does not allow.
std::uint32_t character(std::string_view reference) {
  const bool hexadecimal = reference.size() > 1 && (reference[1] == 'x' || reference[1] == 'X');
  reference.remove_prefix(hexadecimal ? 2 : 1);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(reference.data(), reference.data() + reference.size(),
                                            value, hexadecimal ? 16 : 10);
  const bool whole = error == std::errc() && end == reference.data() + reference.size();
  const bool control = value < 0x20 && value != '\t' && value != '\n' && value != '\r';
  const bool surrogate = 0xD800 <= value && value < 0xE000;
  return whole && !control && !surrogate && value <= 0x10FFFF ? value : kReplacement;
}

std::string_view predefined(std::string_view name) {
  if (name == "amp") return "&";
  if (name == "lt") return "<";
  if (name == "gt") return ">";
  if (name == "quot") return "\"";
  if (name == "apos") return "'";
  return {};
}

// The longest reference that is looked for: a bare "&" must not cost a search to the far end.
constexpr std::size_t kLongestReference = 12;

// Each appends what `rest` begins with and returns how long that is.
std::size_t append_reference(std::string_view rest, std::string& out) {
  const std::size_t end = rest.substr(0, kLongestReference).find(';');
  if (end == std::string_view::npos) {
    out += '&';
    return 1;
  }
  const std::string_view name = rest.substr(1, end - 1);
  if (name.starts_with('#')) {
    append_utf8(character(name), out);
  } else if (const std::string_view value = predefined(name); !value.empty()) {
    out += value;
  } else {
    out += rest.substr(0, end + 1);
  }
  return end + 1;
}

std::size_t append_line_end(std::string_view rest, std::string& out) {
  if (!rest.starts_with("\r\n")) out += '\n';
  return 1;
}

// The value of encoding="…" in an XML declaration, or "".
std::string declared_encoding(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, bytes.substr(0, 256).find("?>"));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  if (end == std::string_view::npos) return {};
  return lower_ascii(declaration.substr(at + 1, end - at - 1));
}

}  // namespace

std::string decode_references(std::string_view raw) {
  std::string out;
  append_decoded(raw, out);
  return out;
}

void append_decoded(std::string_view raw, std::string& out) {
  const char* at = raw.data();
  const char* const end = at + raw.size();
  while (true) {
    const char* const odd = scan::first_of(at, end, '&', '\r', '\r');
    out.append(at, odd);
    if (odd == end) return;
    at = odd + (*odd == '&' ? append_reference({odd, end}, out) : append_line_end({odd, end}, out));
  }
}

std::string_view xml_as_utf8(std::string_view bytes, std::string& buffer) {
  using namespace std::string_view_literals;
  const char* charset = nullptr;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return bytes.substr(3);
  std::string declared;
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
    charset = "UTF-32";
  } else if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) {
    charset = "UTF-16";
  } else if (bytes.starts_with("<\0"sv)) {
    charset = "UTF-16LE";
  } else if (bytes.starts_with("\0<"sv)) {
    charset = "UTF-16BE";
  } else {
    declared = declared_encoding(bytes);
    // A file that declares UTF-16 in single bytes is not UTF-16.
    if (declared.empty() || declared.starts_with("utf") || declared == "us-ascii") return bytes;
    charset = declared.c_str();
  }
  buffer = to_utf8(bytes, charset);
  if (buffer.empty()) return bytes;
  return buffer.starts_with("\xEF\xBB\xBF") ? std::string_view(buffer).substr(3) : buffer;
}

}  // namespace rapporteur
