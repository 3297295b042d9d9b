#include "parsers/text/lines.hpp"

#include <algorithm>
#include <cstring>

#include "pipeline/base/memory.hpp"

namespace rapporteur {
namespace {

constexpr std::uint16_t kTab = 8;
constexpr std::uint32_t kMostIndent = 1000;

bool is_gap(char c) { return c == ' ' || ('\t' <= c && c <= '\r'); }

LineShape shape_of(std::string_view before, std::uint32_t size, char first) {
  // A cell is one tab, or a page break and one tab, however little stands after it.
  const std::size_t tab = first == ' ' || first == '\f' ? 1 : 0;
  if (before.size() > tab && before[tab] == '\t') return LineShape::cell;
  if (size == 0) return LineShape::blank;
  if (before.empty()) return LineShape::plain;
  return before.size() == 1 ? LineShape::spaced : LineShape::indented;
}

std::uint16_t columns_of(std::string_view before) {
  std::uint32_t column = 0;
  for (const char c : before) column = c == '\t' ? (column / kTab + 1) * kTab : column + 1;
  return static_cast<std::uint16_t>(std::min(column, kMostIndent));
}

Line line_of(std::string_view line, std::uint32_t at) {
  std::size_t begin = 0;
  std::size_t end = line.size();
  while (begin < end && is_gap(line[begin])) ++begin;
  while (end > begin && is_gap(line[end - 1])) --end;
  Line out;
  out.begin = at + static_cast<std::uint32_t>(begin);
  out.size = static_cast<std::uint32_t>(end - begin);
  if (begin == 0) {
    out.shape = end == 0 ? LineShape::blank : LineShape::plain;
    return out;
  }
  // The CR of a CR LF is no blank of the line.
  while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  const std::string_view before = line.substr(0, std::min(begin, line.size()));
  out.shape = before.empty() ? LineShape::blank : shape_of(before, out.size, before.front());
  out.indent = columns_of(before);
  return out;
}

}  // namespace

Lines split_lines(std::string_view source) {
  Lines out;
  out.source = source;
  const bool has_feed = std::memchr(source.data(), '\n', source.size()) != nullptr;
  const char end_of_line = has_feed || source.empty() ? '\n' : '\r';
  const std::size_t guess = source.size() / 40 + 16;
  out.lines.reserve(guess);
  out.starts.reserve(guess);
  expect_filling(out.lines);
  expect_filling(out.starts);
  std::size_t at = 0;
  while (at < source.size()) {
    const void* const found = std::memchr(source.data() + at, end_of_line, source.size() - at);
    const std::size_t end =
        found == nullptr
            ? source.size()
            : static_cast<std::size_t>(static_cast<const char*>(found) - source.data());
    const auto offset = static_cast<std::uint32_t>(at);
    out.starts.push_back(offset);
    out.lines.push_back(line_of(source.substr(at, end - at), offset));
    at = end + 1;
  }
  return out;
}

}  // namespace rapporteur
