#pragma once

#include "parsers/reader.hpp"

namespace rapporteur {

// A web page, such as Word saves: headings, paragraphs, lists and tables.
Reader html_reader();

// A web page in one file with its pictures (MHTML), which Word also saves under the name .doc.
Reader mhtml_reader();

}  // namespace rapporteur
