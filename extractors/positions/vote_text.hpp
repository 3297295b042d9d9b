#pragma once

#include "extractors/extractor.hpp"

namespace rapporteur {

// Motions, ballots and polls that running text tells with their counts or as unanimous.
void read_vote_text(const DocumentScan& scan, const Wording& wording, Facts& facts);

}  // namespace rapporteur
