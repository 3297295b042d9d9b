#pragma once

#include "extractors/extractor.hpp"

namespace rapporteur {

// The description of a work item that is a document of its own: title and acronym on lines below
// what it calls itself, and a clause each for those who edit and who support it.
void read_work_description(const DocumentScan& scan, const Wording& wording, Facts& facts);

}  // namespace rapporteur
