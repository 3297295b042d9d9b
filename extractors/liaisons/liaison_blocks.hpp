#pragma once

#include <string>
#include <vector>

#include "extractors/extractor.hpp"

namespace rapporteur {

// A document of a list that has a field on each line below its number, one of them its type:
// "C1-264010", "Type: LS in", "Title: …".
struct FieldBlock {
  std::string number;
  std::string type;
  BlockRange fields;  // from the number to the last field
};
std::vector<FieldBlock> field_blocks(const DocumentScan& scan, const Wording& wording);

// The liaison statements among them.
void read_liaison_blocks(const DocumentScan& scan, const Wording& wording, Facts& facts);

}  // namespace rapporteur
