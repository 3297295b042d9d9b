#pragma once

#include <span>

#include "parsers/reader.hpp"

namespace rapporteur {

// Readers of what the project does not read itself: old Word files, RTF, MHTML, HTML, Word 2003
// XML, PDF, slides, OpenDocument. A program of the machine converts the file, in a folder of its
// own and under limits; where the program is missing the Error names what to install.
std::span<const Reader> converting_readers();

}  // namespace rapporteur
