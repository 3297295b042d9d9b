#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rapporteur {

// How a line of a text extraction begins.
enum class LineShape : std::uint8_t {
  blank,
  plain,
  spaced,    // exactly one blank before it: what is left of a page break
  indented,  // two blanks or more
  cell,      // a tab: a cell of a table begins
};

// A line without the white space around it. Offsets are bytes of the decoded text.
struct Line {
  std::uint32_t begin = 0;   // of the words
  std::uint32_t size = 0;    // of the words
  std::uint16_t indent = 0;  // columns before them; a tab counts to the next multiple of 8
  LineShape shape = LineShape::blank;
};

struct Lines {
  std::string_view source;
  std::vector<Line> lines;
  std::vector<std::uint32_t> starts;  // where each line begins

  std::size_t size() const { return lines.size(); }
  const Line& operator[](std::size_t index) const { return lines[index]; }
  std::string_view text(std::size_t index) const {
    return source.substr(lines[index].begin, lines[index].size);
  }
  bool is(std::size_t index, LineShape shape) const {
    return index < lines.size() && lines[index].shape == shape;
  }
  bool blank(std::size_t index) const { return is(index, LineShape::blank); }
  // Begins neither a cell nor stands empty.
  bool prose(std::size_t index) const {
    return index < lines.size() && lines[index].shape != LineShape::blank &&
           lines[index].shape != LineShape::cell;
  }
};

// Lines end at LF, CR LF or, in a file without a single LF, at CR. A form feed begins a line of
// its own shape: it counts as one blank.
Lines split_lines(std::string_view source);

}  // namespace rapporteur
