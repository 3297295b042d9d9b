#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/results.hpp"

namespace rapporteur {

// Text as fingerprints see it: case, accents and white space folded, and the numbers that shift
// when clauses, tables or notes are inserted ("7.2.1", "A.3", "12") as "#".
std::string without_numbers(std::string_view text);

// Names every finding by its rule, the document's file name, the words at fault and those beside
// them, and a count among equals: "91f0c2a4d3b85e67:1". Clause numbers, offsets, severity and the
// wording of the message take no part, so that a fingerprint outlives edits elsewhere.
void add_fingerprints(Results& results);

}  // namespace rapporteur
