#include "pipeline/profile/loose_expression.hpp"

#include <re2/re2.h>

#include <algorithm>

namespace rapporteur {
namespace {

// A part of an expression that is not divided further: an escape, "[^", "]", a class of POSIX, or
// one byte.
struct Piece {
  std::string_view text;
  bool in_class = false;  // what opens and closes a class included
  bool negated = false;   // the class
};

std::size_t escape_size(std::string_view rest) {
  const bool named = rest.size() > 2 && rest[2] == '{';  // \p{Lu}, \x{80}
  if (!named) return std::min<std::size_t>(rest.starts_with("\\p") ? 3 : 2, rest.size());
  return std::min(rest.find('}'), rest.size() - 1) + 1;
}

// `rest` begins behind "[". A "]" that comes first is one of the characters.
std::size_t opening_size(std::string_view rest) {
  const std::size_t caret = rest.starts_with("^") ? 1 : 0;
  return 1 + caret + (rest.substr(caret).starts_with("]") ? 1 : 0);
}

std::size_t posix_size(std::string_view rest) {
  const std::size_t end = rest.find(":]");
  return rest.starts_with("[:") && end != std::string_view::npos ? end + 2 : 1;
}

template <class Use>
void each_piece(std::string_view pattern, Use&& use) {
  bool in_class = false;
  bool negated = false;
  while (!pattern.empty()) {
    const bool opens = !in_class && pattern.front() == '[';
    const bool closes = in_class && pattern.front() == ']';
    std::size_t size = 1;
    if (pattern.front() == '\\') {
      size = escape_size(pattern);
    } else if (opens) {
      size = opening_size(pattern.substr(1));
      negated = pattern.starts_with("[^");
    } else if (in_class) {
      size = posix_size(pattern);
    }
    in_class = in_class || opens;
    use(Piece{pattern.substr(0, size), in_class, in_class && negated});
    if (closes) in_class = false;
    pattern.remove_prefix(size);
  }
}

struct WideClass {
  std::string_view letters;
  std::string_view common;  // those of Latin-1
};
constexpr WideClass kWideClasses[] = {
    {R"(\pL)", R"(A-Za-z\x{AA}\x{B5}\x{BA}\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{FF})"},
    {R"(\p{L})", R"(A-Za-z\x{AA}\x{B5}\x{BA}\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{FF})"},
    {R"(\p{Lu})", R"(A-Z\x{C0}-\x{D6}\x{D8}-\x{DE})"},
    {R"(\p{Ll})", R"(a-z\x{B5}\x{DF}-\x{F6}\x{F8}-\x{FF})"}};
constexpr std::string_view kUncommon = R"(\x{100}-\x{200F}\x{2028}-\x{10FFFF})";

// What is left out of a class that is negated must stay as it is.
std::string with_wide_classes(std::string_view pattern) {
  std::string out;
  each_piece(pattern, [&](const Piece& piece) {
    const auto* const found = std::ranges::find(kWideClasses, piece.text, &WideClass::letters);
    if (found == std::end(kWideClasses) || piece.negated) {
      out += piece.text;
    } else if (piece.in_class) {
      out.append(found->common).append(kUncommon);
    } else {
      out.append("[").append(found->common).append(kUncommon).append("]");
    }
  });
  return out;
}

std::string without_long_counts(std::string pattern) {
  static const re2::RE2 kLongCount(R"(\{(\d),\d\d+\})");
  re2::RE2::GlobalReplace(&pattern, kLongCount, R"({\1,})");
  return pattern;
}

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

// Bytes of the common character that begins `text`; 0 when it is none.
std::size_t common_size(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  if (byte(0) < 0x80) return 1;
  if (byte(0) == 0xC2 || byte(0) == 0xC3) return 2;
  const bool punctuation = byte(0) == 0xE2 && byte(1) == 0x80 && byte(2) >= 0x90 && byte(2) <= 0xA7;
  return punctuation ? 3 : 0;
}

}  // namespace

bool is_common(std::string_view text) {
  if (is_ascii(text)) return true;
  while (!text.empty()) {
    const std::size_t size = common_size(text);
    if (size == 0) return false;
    text.remove_prefix(std::min(size, text.size()));
  }
  return true;
}

LooseExpression loosened(std::string_view pattern) {
  const std::string counted = without_long_counts(std::string(pattern));
  std::string wide = with_wide_classes(counted);
  if (counted != pattern) return {std::move(wide), Finds::more};
  const Finds finds = wide == pattern ? Finds::the_same : Finds::the_same_in_common;
  return {std::move(wide), finds};
}

bool begins_text(std::string_view pattern) {
  if (pattern.starts_with("(?i)")) pattern.remove_prefix(4);
  if (!pattern.starts_with('^')) return false;
  int depth = 0;
  bool choice = false;
  each_piece(pattern, [&](const Piece& piece) {
    if (piece.in_class) return;
    if (piece.text == "(") ++depth;
    if (piece.text == ")") --depth;
    choice = choice || (piece.text == "|" && depth == 0);
  });
  return !choice;
}

}  // namespace rapporteur
