#pragma once

#include <cstddef>

#include "parsers/text/lines.hpp"

namespace rapporteur {

// Whether the paragraphs of a text are broken into lines of a page's width, as in papers typed
// for a terminal. In such a text a tab indents and begins no cell.
bool is_wrapped(const Lines& lines);

// In a wrapped text: the line after those that belong to the paragraph or list item that begins at
// line `at`.
std::size_t paragraph_end(const Lines& lines, std::size_t at);

}  // namespace rapporteur
