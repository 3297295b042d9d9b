#pragma once

#include <cstddef>
#include <string>

namespace rapporteur {

// A Word document whose body takes at least `body_bytes` of XML: numbered headings, paragraphs of
// several runs, lists, tables, fields and tracked changes, with the attributes and properties Word
// writes. The same size always gives the same bytes.
std::string large_docx(std::size_t body_bytes);

}  // namespace rapporteur
