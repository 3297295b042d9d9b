#include "parsers/text/paragraphs.hpp"

#include <algorithm>
#include <string>

#include "parsers/text/list_marker.hpp"
#include "parsers/text/markdown.hpp"
#include "parsers/text/wrapping.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/symbol_font.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kListLooked = 50;     // lines above an item that tell its level
constexpr std::size_t kHeadLines = 60;      // among which a memo's head stands
constexpr std::size_t kShortestRule = 3;    // characters of an underline
constexpr std::size_t kUnderlineSlack = 3;  // by how much it may miss the length of its heading

BlockKind kind_of(MarkerKind marker) {
  const bool item =
      marker == MarkerKind::bullet || marker == MarkerKind::bracket || marker == MarkerKind::dotted;
  return item ? BlockKind::list_item : BlockKind::paragraph;
}

// Word puts "o" and "▪" before the second and the third level of a list.
std::uint8_t item_level(const Marker& marker) {
  if (kind_of(marker.kind) != BlockKind::list_item) return 0;
  if (marker.label == "o") return 2;
  return marker.label == "\xE2\x96\xAA" || marker.label == "\xEF\x82\xA7" ? 3 : 1;
}

std::string_view shown_label(std::string_view label) {
  const FontSymbol* const symbol = font_symbol(label);
  return symbol == nullptr ? label : symbol->shown;
}

// How much deeper than the items above it an indented item stands.
std::uint8_t indented_level(const Lines& lines, std::size_t at) {
  std::uint16_t indent = lines[at].indent;
  std::uint8_t level = 0;
  for (std::size_t above = at; above-- > 0 && at - above <= kListLooked && indent > 0;) {
    if (lines[above].size == 0 || lines[above].indent >= indent) continue;
    if (leading_marker(lines.text(above)).kind == MarkerKind::none) break;
    indent = lines[above].indent;
    ++level;
  }
  return level;
}

void begin(const Marker& marker, TextWriter& writer, std::uint8_t deeper = 0) {
  const std::uint8_t level = item_level(marker);
  writer.begin({.kind = kind_of(marker.kind),
                .level = level == 0 ? level : std::max<std::uint8_t>(level, deeper + 1),
                .label = shown_label(marker.label)});
}

// A line of one character repeated.
bool is_rule(std::string_view line) {
  constexpr std::string_view kRules = "-=~^*_";
  return line.size() >= kShortestRule && kRules.find(line.front()) != std::string_view::npos &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

// The line below underlines the one above.
bool is_underlined(const Lines& lines, std::size_t at) {
  if (!lines.prose(at + 1)) return false;
  const std::string_view rule = lines.text(at + 1);
  if (!is_rule(rule) || rule.front() == '_' || rule.front() == '*') return false;
  const std::string_view title = lines.text(at);
  const auto [shorter, longer] = std::minmax({title.size(), rule.size()});
  return longer - shorter <= kUnderlineSlack && !is_rule(title);
}

// `outline` is the level where the source says it in so many words.
void write_heading(std::string_view line, std::uint8_t level, std::uint8_t outline,
                   TextWriter& writer) {
  const Marker marker = leading_marker(line);
  const bool numbered = marker.kind == MarkerKind::number || marker.kind == MarkerKind::dotted;
  const bool labelled = numbered && !marker.rest.empty();
  writer.begin({.kind = BlockKind::heading,
                .level = level,
                .outline = outline,
                .label = labelled ? marker.label : std::string_view()});
  writer.words(labelled ? marker.rest : line);
}

// The marker stands alone on its line; its words are on the next.
bool stands_alone(const Marker& marker, const Lines& lines, std::size_t at) {
  return marker.kind != MarkerKind::none && marker.rest.empty() && lines.prose(at + 1) &&
         lines.size() > at + 1;
}

std::size_t write_lone_marker(const Marker& marker, const Lines& lines, std::size_t at,
                              TextWriter& writer) {
  begin(marker, writer);
  const std::string_view words = writer.take_bookmarks(lines.text(at + 1));
  writer.words(words);
  // "1)", "Term:", "what it is" on three lines: tabs of one paragraph.
  if (words.empty() || words.back() != ':' || !lines.prose(at + 2)) return at + 2;
  writer.gap("\t", lines.text(at + 2));
  writer.words(lines.text(at + 2));
  return at + 3;
}

}  // namespace

void write_line_in_cell(std::string_view line, TextWriter& writer) {
  const std::string_view text = writer.take_bookmarks(line);
  const Marker marker = leading_marker(text);
  if (marker.kind == MarkerKind::none || marker.rest.empty()) {
    writer.begin({});
    writer.words(text);
    return;
  }
  begin(marker, writer);
  writer.words(marker.rest);
}

namespace {

// "Subject: words" at the head of a text goes on in lines that are indented, whether its other
// paragraphs are broken or not.
std::size_t write_indented(const Lines& lines, std::size_t at, TextWriter& writer) {
  std::size_t next = at + 1;
  for (; lines.is(next, LineShape::indented); ++next) {
    const std::string_view text = lines.text(next);
    if (leading_marker(text).kind != MarkerKind::none || is_field(text)) break;
    writer.gap(" ", text);
    writer.words(text);
  }
  return next;
}

// An item goes on in lines whose words stand below its own.
std::size_t write_hanging(const Lines& lines, std::size_t at, const Marker& marker,
                          TextWriter& writer) {
  const std::string_view line = lines.text(at);
  const auto before = static_cast<std::size_t>(marker.rest.data() - line.data());
  const std::size_t column = lines[at].indent + length_utf8(line.substr(0, before));
  std::size_t next = at + 1;
  for (; lines.is(next, LineShape::indented) && lines[next].indent == column; ++next) {
    const std::string_view text = lines.text(next);
    if (leading_marker(text).kind != MarkerKind::none || is_contents_line(text)) break;
    writer.gap(" ", text);
    writer.words(text);
  }
  return next;
}

}  // namespace

std::size_t write_paragraph(const Lines& lines, std::size_t at, TextWriter& writer) {
  const std::string_view text = writer.take_bookmarks(lines.text(at));
  if (const std::size_t level = heading_hashes(text); level > 0) {
    const auto said = static_cast<std::uint8_t>(level);
    write_heading(trim(text.substr(level)), said, said, writer);
    return at + 1;
  }
  if (is_underlined(lines, at)) {
    write_heading(text, 1, 0, writer);
    return at + 2;
  }
  if (is_contents_line(text)) {
    writer.begin({.kind = BlockKind::toc});
    writer.words(text);
    return at + 1;
  }
  Marker marker = leading_marker(text);
  if (marker.kind == MarkerKind::none && is_lone_number(text)) {
    marker = {MarkerKind::number, text, {}};
  }
  if (stands_alone(marker, lines, at)) return write_lone_marker(marker, lines, at, writer);
  if (marker.kind == MarkerKind::none || marker.rest.empty()) {
    writer.begin({});
    writer.words(text);
    if (at < kHeadLines && is_field(text)) return write_indented(lines, at, writer);
  } else {
    const bool indented = lines.is(at, LineShape::indented);
    begin(marker, writer, indented ? indented_level(lines, at) : 0);
    writer.words(marker.rest);
    if (indented) return write_hanging(lines, at, marker, writer);
  }
  return at + 1;
}

// Between fences every line is a paragraph as it stands; lines that only draw a rule say nothing.
std::size_t write_markdown_block(const Lines& lines, std::size_t at, TextWriter& writer) {
  const std::string_view text = lines.text(at);
  if (!is_fence(text)) return is_rule(text) ? at + 1 : at;
  const std::string_view fence = text.substr(0, kShortestRule);
  for (++at; at < lines.size() && !lines.text(at).starts_with(fence); ++at) {
    if (lines.blank(at)) continue;
    writer.begin({});
    writer.gap(lines.text(at), lines.text(at));
  }
  return std::min(at + 1, lines.size());
}

std::size_t write_wrapped(const Lines& lines, std::size_t at, Wrapping wrapping,
                          TextWriter& writer) {
  const std::size_t end = paragraph_end(lines, at, wrapping);
  const std::size_t written = write_paragraph(lines, at, writer);
  for (std::size_t next = written; next < end; ++next) {
    const std::string_view text = lines.text(next);
    writer.gap(" ", text);
    writer.words(text);
  }
  return std::max(end, written);
}

}  // namespace rapporteur
