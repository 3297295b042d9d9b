#pragma once

#include "parsers/reader.hpp"

namespace rapporteur {

// Plain text, text extractions of word processor files included.
Reader text_reader();

}  // namespace rapporteur
