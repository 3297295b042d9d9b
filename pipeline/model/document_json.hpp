#pragma once

#include <string>

#include "pipeline/model/document.hpp"

namespace rapporteur {

// The document as JSON, as docs/document.schema.json describes it. Ids are indices into the lists
// of the same file; absent ids, empty texts and empty lists are left out. The same document gives
// the same bytes. With `runs`, every run with its marks and its place in the source.
std::string document_json(const Document& doc, bool runs);

}  // namespace rapporteur
