#include "parsers/html/mime_parts.hpp"

#include <algorithm>
#include <cstdint>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kDeepest = 8;  // parts within parts

// Where the head ends and the body begins: after the first empty line.
std::size_t body_begin(std::string_view part) {
  for (std::size_t at = 0; at < part.size();) {
    const std::size_t end = std::min(part.find('\n', at), part.size());
    if (trim(part.substr(at, end - at)).empty()) return std::min(end + 1, part.size());
    at = end + 1;
  }
  return part.size();
}

// The value of a field of the head, its continuation lines joined; "" where it is missing.
std::string field_of(std::string_view head, std::string_view name) {
  std::string value;
  bool inside = false;
  for (const std::string_view line : split(head, '\n')) {
    const bool continues = line.starts_with(' ') || line.starts_with('\t');
    if (inside && !continues) break;
    if (!inside && !continues && starts_with_ignoring_case(line, name)) {
      inside = true;
      value = trim(line.substr(name.size()));
    } else if (inside) {
      value += ' ';
      value += trim(line);
    }
  }
  return value;
}

// `boundary` of `multipart/related; boundary="----=_Next"`, with its case.
std::string parameter(std::string_view value, std::string_view name) {
  const std::string lower = lower_ascii(value);
  const std::size_t at = lower.find(std::string(name) + '=');
  if (at == lower.npos) return {};
  const std::string_view rest = value.substr(at + name.size() + 1);
  if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
  return std::string(rest.substr(0, rest.find_first_of("; \t\r")));
}

// Recursion: at most kDeepest.
void add_parts(std::string_view part, int depth, std::vector<MimePart>& parts) {
  const std::size_t begin = body_begin(part);
  const std::string_view head = part.substr(0, begin);
  const std::string type = field_of(head, "content-type:");
  const std::string boundary = parameter(type, "boundary");
  if (boundary.empty() || depth >= kDeepest) {
    parts.push_back(
        {lower_ascii(trim(type.substr(0, type.find(';')))), lower_ascii(parameter(type, "charset")),
         lower_ascii(field_of(head, "content-transfer-encoding:")), part.substr(begin)});
    return;
  }
  const std::string mark = "--" + boundary;
  for (std::size_t at = part.find(mark, begin); at != part.npos;) {
    at += mark.size();
    if (part.substr(at).starts_with("--")) return;
    const std::size_t inner = std::min(part.find('\n', at), part.size() - 1) + 1;
    at = part.find(mark, inner);
    add_parts(part.substr(inner, at == part.npos ? at : at - inner), depth + 1, parts);
  }
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return 'a' <= lower && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// RFC 2045 6.7: "=3D" is a byte, "=" at the end of a line joins it with the next.
std::string from_quoted_printable(std::string_view body) {
  std::string out;
  for (std::size_t at = 0; at < body.size(); ++at) {
    if (body[at] != '=') {
      out += body[at];
      continue;
    }
    const std::string_view next = body.substr(at + 1, 2);
    if (next.starts_with('\n')) {
      at += 1;
    } else if (next == "\r\n") {
      at += 2;
    } else if (next.size() == 2 && hex_value(next[0]) >= 0 && hex_value(next[1]) >= 0) {
      out += static_cast<char>(hex_value(next[0]) * 16 + hex_value(next[1]));
      at += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

std::string from_base64(std::string_view body) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : body) {
    const std::size_t digit = kDigits.find(c);
    if (digit == kDigits.npos) continue;  // line ends, padding
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

}  // namespace

std::vector<MimePart> mime_parts(std::string_view message) {
  std::vector<MimePart> parts;
  add_parts(message, 0, parts);
  return parts;
}

std::string decoded_body(const MimePart& part) {
  if (part.encoding == "quoted-printable") return from_quoted_printable(part.body);
  if (part.encoding == "base64") return from_base64(part.body);
  return std::string(part.body);
}

}  // namespace rapporteur
