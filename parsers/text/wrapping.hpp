#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "parsers/text/lines.hpp"

namespace rapporteur {

// How the paragraphs of a text are broken into lines of a page's width, as in papers typed for a
// terminal. In such a text a tab indents and begins no cell.
struct Wrapping {
  std::uint16_t indent = 0;  // of its running text, in columns; what is deeper by four is code
};
// None in a text that is not broken.
std::optional<Wrapping> wrapping_of(const Lines& lines);

// "Subject: words": a line of a memo's head.
bool is_field(std::string_view line);

// "2.1 Scope . . . . . 4" and "Scope.....4": a line of a table of contents.
bool is_contents_line(std::string_view line);

// In a wrapped text: the line after those that belong to the paragraph or list item that begins at
// line `at`.
std::size_t paragraph_end(const Lines& lines, std::size_t at, Wrapping wrapping);

}  // namespace rapporteur
