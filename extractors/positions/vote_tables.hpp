#pragma once

#include "extractors/extractor.hpp"

namespace rapporteur {

// Votes from a table with a column for each answer, polls with five answers, and elections.
void read_vote_table(const DocumentScan& scan, const Table& table, const Wording& wording,
                     Facts& facts);

}  // namespace rapporteur
