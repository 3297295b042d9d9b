#pragma once

#include "extractors/extractor.hpp"

namespace rapporteur {

// Gives each decision that names no agenda item that of the clause it was told in: "II. Adoption of
// the agenda (agenda item 1)", or the clause's number where a report is numbered by its agenda.
void give_agenda_items(const DocumentScan& scan, const Wording& wording, Facts& facts);

}  // namespace rapporteur
