#include "emitters/base/escape.hpp"

#include <algorithm>
#include <array>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// Bytes that somebody has to look at; what stands between them is taken as it is.
class Bytes {
 public:
  constexpr explicit Bytes(std::string_view members) {
    for (const char c : members) has_[static_cast<unsigned char>(c)] = true;
  }
  constexpr Bytes with_controls() const {
    Bytes more = *this;
    for (unsigned char c = 0; c < 0x20; ++c) more.has_[c] = true;
    more.has_[0x7F] = true;
    return more;
  }
  // Where the next of them stands in `text`, or its end.
  std::size_t next(std::string_view text, std::size_t at) const {
    while (at < text.size() && !has_[static_cast<unsigned char>(text[at])]) ++at;
    return at;
  }

 private:
  std::array<bool, 256> has_{};
};

bool is_control(unsigned char c) { return c < 0x20 || c == 0x7F; }

// U+0080 to U+009F, U+202A to U+202E, U+2066 to U+2069, and the U+FFFE and U+FFFF that XML cannot
// hold: the length of such a character at the start
// of `text`, or 0.
std::size_t hidden_at(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  if (byte(0) == 0xC2 && byte(1) < 0xA0) return 2;
  if (byte(0) == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE) return 3;
  if (byte(0) != 0xE2) return 0;
  if (byte(1) == 0x80 && 0xAA <= byte(2) && byte(2) <= 0xAE) return 3;
  return byte(1) == 0x81 && 0xA6 <= byte(2) && byte(2) <= 0xA9 ? 3 : 0;
}

enum class LineEnds { blanks, kept };

constexpr Bytes kOdd = Bytes("\xC2\xE2\xEF").with_controls();

std::string visible(std::string_view text, LineEnds line_ends) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t odd = kOdd.next(text, i);
    out += text.substr(i, odd - i);
    if (odd == text.size()) break;
    const std::size_t hidden = hidden_at(text.substr(odd));
    i = odd + std::max<std::size_t>(hidden, 1);
    if (hidden != 0) continue;
    const char c = text[odd];
    if ((c == '\n' && line_ends == LineEnds::blanks) || c == '\t') {
      out += ' ';
    } else if (c == '\n' || !is_control(static_cast<unsigned char>(c))) {
      out += c;
    }
  }
  return out;
}

bool is_word(char c) { return is_alpha(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

// An underscore inside a word is no emphasis.
bool is_inside_word(std::string_view text, std::size_t i) {
  return 0 < i && i + 1 < text.size() && is_word(text[i - 1]) && is_word(text[i + 1]);
}

// "&amp;" or "&#60;": an ampersand, a name or number, a semicolon.
bool starts_entity(std::string_view rest) {
  std::size_t end = 1;
  while (end < rest.size() && (rest[end] == '#' || is_alpha(rest[end]) || is_digit(rest[end]))) {
    ++end;
  }
  return end > 1 && end < rest.size() && rest[end] == ';';
}

bool is_markdown(std::string_view text, std::size_t i) {
  switch (text[i]) {
    case '_':
      return !is_inside_word(text, i);
    case '&':
      return starts_entity(text.substr(i));
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '|':
    case '~':
      return true;
    default:
      return false;
  }
}

// What opens a heading, a quote or a list when it stands first in a line; its place, or npos.
std::size_t line_opener(std::string_view text) {
  if (text.empty()) return std::string_view::npos;
  if (std::string_view("#>+-=").find(text[0]) != std::string_view::npos) return 0;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  const bool numbers = digits > 0 && digits < text.size();
  const bool stops = numbers && (text[digits] == '.' || text[digits] == ')');
  return stops && (digits + 1 == text.size() || text[digits + 1] == ' ') ? digits
                                                                         : std::string_view::npos;
}

std::string_view html_entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

// Apostrophes before a formula of their own count with it, so that taking one off gives the text.
bool reads_as_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("' \t\r\n"), text.size()));
  return !text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos;
}

}  // namespace

std::string plain(std::string_view text) { return visible(text, LineEnds::blanks); }

std::string html_escaped(std::string_view text) {
  static constexpr Bytes kMarkup("&<>\"'");
  const std::string shown = visible(text, LineEnds::kept);
  std::string out;
  out.reserve(shown.size());
  for (std::size_t i = 0;; ++i) {
    const std::size_t markup = kMarkup.next(shown, i);
    out.append(shown, i, markup - i);
    if (markup == shown.size()) return out;
    out += html_entity(shown[markup]);
    i = markup;
  }
}

std::string markdown_escaped(std::string_view text) {
  const std::string shown = plain(text);
  const std::size_t opener = line_opener(shown);
  std::string out;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (i == opener || is_markdown(shown, i)) out += '\\';
    out += shown[i];
  }
  return out;
}

std::string csv_escaped(std::string_view text) {
  std::string field = visible(text, LineEnds::kept);
  if (reads_as_formula(field)) field.insert(0, 1, '\'');
  if (field.find_first_of(",\"\n") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string_view without_formula_guard(std::string_view field) {
  return field.starts_with('\'') && reads_as_formula(field.substr(1)) ? field.substr(1) : field;
}

std::string calendar_escaped(std::string_view text) {
  std::string out;
  for (const char c : visible(text, LineEnds::kept)) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace rapporteur
