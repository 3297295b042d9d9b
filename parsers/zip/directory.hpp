#pragma once

#include <string_view>

namespace rapporteur {

// True for a ZIP archive whose central directory (APPNOTE 4.3.12) names this member. The archives
// inside it do not count: a Word document with a chart holds a whole workbook, often uncompressed.
// Where the directory cannot be found, the end of the file being cut off, any mention counts, so
// that the file is still given to the reader that can say what it would have been.
bool names_member(std::string_view bytes, std::string_view member);

}  // namespace rapporteur
