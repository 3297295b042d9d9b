#include "parsers/text/wrapping.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "parsers/text/aligned_table.hpp"
#include "parsers/text/drawn_table.hpp"
#include "parsers/text/list_marker.hpp"
#include "parsers/text/page_furniture.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kWidestPage = 120;  // bytes of a line
constexpr std::size_t kLooked = 4000;     // lines that decide
constexpr std::size_t kFewestTorn = 2;
constexpr std::size_t kTornOf = 5;         // one pair of lines in so many is torn
constexpr std::size_t kShortLine = 45;     // a line that ends so early ends its paragraph
constexpr std::uint16_t kCodeIndent = 4;   // columns
constexpr std::size_t kLongestField = 24;  // "References:"
constexpr std::size_t kMostFieldWords = 3;

bool is_lower(char c) { return 'a' <= c && c <= 'z'; }

// The words run on from one line to the next: "from 3 to 5 February" above "2027 and later".
bool is_torn(std::string_view above, std::string_view below) {
  constexpr std::string_view kStops = ".:;!?";
  if (above.size() < kShortLine || kStops.find(above.back()) != kStops.npos) return false;
  if (is_digit(below.front())) {
    below.remove_prefix(std::min(below.find_first_not_of("0123456789"), below.size()));
    if (!below.starts_with(' ')) return false;
    below.remove_prefix(1);
  }
  return !below.empty() && is_lower(below.front());
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

// "[RFC2119]  Words" and "[ETSI-GS-QKD-014]" alone: an entry of a list of references.
bool is_entry(std::string_view line) {
  const std::size_t close = line.find(']');
  if (line.front() != '[' || close == line.npos || close < 2) return false;
  const std::string_view tag = line.substr(1, close - 1);
  const std::string_view after = line.substr(close + 1);
  return tag.find(' ') == tag.npos && (after.empty() || after.starts_with("  "));
}

// "2.1    All of them": a number with a column of blanks behind it.
bool is_numbered(std::string_view line) {
  const NumberedText parts = split_number(line);
  return !parts.number.empty() && !parts.title.empty() && parts.title.data()[-1] == ' ' &&
         parts.title.data()[-2] == ' ';
}

// "17.3 Funding" above an indented paragraph.
bool is_numbered_title(const Lines& lines, std::size_t at) {
  constexpr std::string_view kStops = ".:;,";
  const std::string_view line = lines.text(at);
  const NumberedText parts = split_number(line);
  if (line.size() >= kShortLine || parts.number.find('.') == parts.number.npos) return false;
  if (parts.title.empty() || !is_upper(parts.title.front())) return false;
  return kStops.find(line.back()) == kStops.npos && lines.prose(at + 1) &&
         lines[at + 1].indent > lines[at].indent && is_upper(lines.text(at + 1).front());
}

bool begins_item(std::string_view line) {
  return leading_marker(line).kind != MarkerKind::none || is_entry(line);
}

// "2031-05-12/16: Porto", a row of a list by days.
bool begins_with_day(std::string_view line) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (line.size() <= kForm.size() || line.substr(kForm.size()).find(": ") == line.npos)
    return false;
  return std::ranges::equal(kForm, line.substr(0, kForm.size()), [](char form, char c) {
    return form == 'd' ? is_digit(c) : form == c;
  });
}

// Words in columns, as at the head of a paper, are no running text; lines that are stretched to the
// margin have smaller gaps.
bool has_columns(std::string_view line) { return line.find("      ") != line.npos; }

bool is_rule(std::string_view line) {
  return line.size() > 2 && line.find_first_not_of(line.front()) == line.npos &&
         !is_alpha(line.front()) && !is_digit(line.front());
}

}  // namespace

bool is_field(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != line.npos && colon > 0 && colon <= kLongestField && is_upper(line.front()) &&
         line.substr(0, colon).find(' ') == line.npos && colon + 1 < line.size() &&
         is_space(line[colon + 1]);
}

bool is_contents_line(std::string_view line) {
  constexpr std::size_t kFewestDots = 4;
  constexpr std::size_t kMostDigits = 4;
  std::size_t end = line.size();
  while (end > 0 && is_digit(line[end - 1])) --end;
  if (end == line.size() || line.size() - end > kMostDigits) return false;
  std::size_t dots = 0;
  while (end > 0 && (line[end - 1] == '.' || is_space(line[end - 1]))) {
    if (line[--end] == '.') ++dots;
  }
  return dots >= kFewestDots && end > 0;
}

std::optional<Wrapping> wrapping_of(const Lines& lines) {
  std::size_t pairs = 0;
  std::size_t torn = 0;
  std::map<std::uint16_t, std::size_t> indents;  // of the upper lines
  for (std::size_t at = 0; at < lines.size() && at < kLooked; ++at) {
    if (lines[at].size > kWidestPage) return {};
    // A line that ends early tells nothing: it ends its paragraph.
    if (lines[at].size < kShortLine || !lines.prose(at) || !lines.prose(at + 1)) continue;
    if (has_columns(lines.text(at)) || is_contents_line(lines.text(at))) continue;
    ++pairs;
    if (!is_torn(lines.text(at), lines.text(at + 1))) continue;
    ++torn;
    ++indents[lines[at].indent];
  }
  if (torn < kFewestTorn || torn * kTornOf < pairs) return {};
  return Wrapping{
      std::ranges::max_element(indents, {}, [](const auto& entry) { return entry.second; })->first};
}

std::size_t paragraph_end(const Lines& lines, std::size_t at, Wrapping wrapping) {
  const std::size_t first = at;
  const std::uint16_t indent = lines[at].indent;
  std::uint16_t left = indent;
  const int code = wrapping.indent + kCodeIndent;
  const bool item = begins_item(lines.text(at));
  const bool field = is_field(lines.text(at)) || is_among_fields(lines, at);
  if (is_rule(lines.text(at)) || is_contents_line(lines.text(at))) return at + 1;
  if (!item && is_numbered_title(lines, at)) return at + 1;
  if (!item && (indent >= code || (!field && has_columns(lines.text(at))))) return at + 1;
  for (++at; at < lines.size() && lines[at].size > 0; ++at) {
    const std::string_view text = lines.text(at);
    if (begins_page(lines, at) || is_numbered(text) || (!item && !field && has_columns(text)))
      break;
    if (may_begin_drawing(text) || may_begin_aligned(text) || is_rule(text)) break;
    if (begins_item(text)) break;
    // An item and a field go on in lines that are indented; a paragraph ends where that changes.
    const bool deeper = lines[at].indent > indent;
    if (begins_with_day(text) ||
        (!deeper && lines[at - 1].size < kShortLine && begins_with_day(lines.text(at - 1)))) {
      break;
    }
    if (field ? !deeper : (!item && deeper && lines[at].indent >= code)) break;
    // Of a paragraph only the first line may be indented.
    if (!item && !field && lines[at].indent < left) {
      if (at != first + 1 || !is_torn(lines.text(first), text)) break;
      left = lines[at].indent;
    }
    if (!deeper && (is_field(text) || (field && may_be_field(text)))) break;
    if (!deeper && lines[at - 1].size < kShortLine && is_upper(text.front())) break;
  }
  return at;
}

}  // namespace rapporteur
