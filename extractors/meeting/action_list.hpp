#pragma once

#include "extractors/extractor.hpp"

namespace rapporteur {

// All actions of a document, from its tables, lines and sentences.
void read_actions(const DocumentScan& scan, const Wording& wording, Facts& facts);

}  // namespace rapporteur
