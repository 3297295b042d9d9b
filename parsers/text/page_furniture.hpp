#pragma once

#include <string_view>
#include <vector>

#include "parsers/text/lines.hpp"

namespace rapporteur {

// A form feed stands before this line.
bool begins_page(const Lines& lines, std::size_t at);

// Makes empty what stands at the top or the bottom of page after page of a text with form feeds,
// its page numbers aside: page headers and footers. Gives each of them once, views into the source.
std::vector<std::string_view> take_page_furniture(Lines& lines);

}  // namespace rapporteur
