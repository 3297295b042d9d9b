#pragma once

#include "extractors/extractor.hpp"

namespace rapporteur {

// The documents that a report goes through, with title, source and, as the status, the disposition:
// from its lines, by the patterns of [extract.decisions], and from tables that give a disposition.
void extract_report_documents(const DocumentScan& scan, const Wording& wording, Facts& facts);

}  // namespace rapporteur
