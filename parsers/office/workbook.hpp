#pragma once

#include "parsers/reader.hpp"

namespace rapporteur {

// Workbooks (.xlsx, .xlsm): each visible sheet is a heading and a table. Dates and times are shown
// as in ISO 8601, other numbers as far as they have digits.
Reader workbook_reader();

// Presentations (.pptx): each slide's title is a heading, its paragraphs and tables follow.
Reader slides_reader();

}  // namespace rapporteur
