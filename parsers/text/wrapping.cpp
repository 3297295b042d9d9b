#include "parsers/text/wrapping.hpp"

#include <string_view>

#include "parsers/text/drawn_table.hpp"
#include "parsers/text/list_marker.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kWidestPage = 120;  // bytes of a line
constexpr std::size_t kLooked = 4000;     // lines that decide
constexpr std::size_t kFewestTorn = 3;
constexpr std::size_t kTornOf = 5;         // one pair of lines in so many is torn
constexpr std::size_t kShortLine = 45;     // a line that ends so early ends its paragraph
constexpr std::uint16_t kCodeIndent = 4;   // columns
constexpr std::size_t kLongestField = 24;  // "References:"
constexpr std::size_t kMostFieldWords = 3;

bool is_lower(char c) { return 'a' <= c && c <= 'z'; }

// The words run on from one line to the next.
bool is_torn(std::string_view above, std::string_view below) {
  constexpr std::string_view kStops = ".:;!?";
  return above.size() >= kShortLine && kStops.find(above.back()) == kStops.npos &&
         is_lower(below.front());
}

// "Subject: words": a line of a memo's head.
bool is_field(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != line.npos && colon > 0 && colon <= kLongestField && is_upper(line.front()) &&
         line.substr(0, colon).find(' ') == line.npos && colon + 1 < line.size() &&
         is_space(line[colon + 1]);
}

// "Document number: words", which is such a line only among others.
bool may_be_field(std::string_view line) {
  const std::size_t colon = line.find(": ");
  return colon != line.npos && colon > 0 && colon <= kLongestField && is_upper(line.front()) &&
         words(line.substr(0, colon)).size() <= kMostFieldWords;
}

bool is_among_fields(const Lines& lines, std::size_t at) {
  if (!may_be_field(lines.text(at)) || !lines.prose(at + 1)) return false;
  return lines[at + 1].indent > lines[at].indent || may_be_field(lines.text(at + 1));
}

bool is_rule(std::string_view line) {
  return line.size() > 2 && line.find_first_not_of(line.front()) == line.npos &&
         !is_alpha(line.front()) && !is_digit(line.front());
}

}  // namespace

bool is_wrapped(const Lines& lines) {
  std::size_t pairs = 0;
  std::size_t torn = 0;
  for (std::size_t at = 0; at < lines.size() && at < kLooked; ++at) {
    if (lines[at].size > kWidestPage) return false;
    if (!lines.prose(at) || !lines.prose(at + 1)) continue;
    ++pairs;
    torn += is_torn(lines.text(at), lines.text(at + 1)) ? 1 : 0;
  }
  return torn >= kFewestTorn && torn * kTornOf >= pairs;
}

std::size_t paragraph_end(const Lines& lines, std::size_t at) {
  const std::uint16_t indent = lines[at].indent;
  const bool item = leading_marker(lines.text(at)).kind != MarkerKind::none;
  const bool field = is_field(lines.text(at)) || is_among_fields(lines, at);
  if (is_rule(lines.text(at)) || (!item && indent >= kCodeIndent)) return at + 1;
  for (++at; at < lines.size() && lines[at].size > 0; ++at) {
    const std::string_view text = lines.text(at);
    if (may_begin_drawing(text) || is_rule(text) || leading_marker(text).kind != MarkerKind::none)
      break;
    // An item and a field go on in lines that are indented; a paragraph ends where that changes.
    const bool deeper = lines[at].indent > indent;
    if (field ? !deeper : (!item && deeper && lines[at].indent >= kCodeIndent)) break;
    if (!item && !field && lines[at].indent < indent) break;
    if (!deeper && (is_field(text) || (field && may_be_field(text)))) break;
  }
  return at;
}

}  // namespace rapporteur
