#pragma once

#include <span>

#include "parsers/external/conversion.hpp"
#include "parsers/reader.hpp"

namespace rapporteur {

// Readers of what the project does not read itself: old Word files, RTF, Word 2003 XML, PDF,
// OpenDocument. A program of the machine converts the file (conversion.hpp).
std::span<const Reader> converting_readers();

// How LibreOffice is given a file of these bytes, or null when it is not read through it.
const Conversion* office_conversion(std::string_view bytes);

}  // namespace rapporteur
