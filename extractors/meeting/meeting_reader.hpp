#pragma once

#include "extractors/extractor.hpp"

namespace rapporteur {

// The meetings that the sentences, the head, the lists and the tables of a document tell of.
void read_meetings(const DocumentScan& scan, const Wording& wording, Facts& facts);

}  // namespace rapporteur
