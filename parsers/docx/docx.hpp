#pragma once

#include "parsers/reader.hpp"

namespace rapporteur {

// Word documents: .docx, .docm, .dotx and .dotm, whatever the file is called.
Reader docx_reader();

}  // namespace rapporteur
