#pragma once

#include "parsers/reader.hpp"

namespace rapporteur {

// Workbooks (.xlsx, .xlsm): each visible sheet is a heading and a table. Numbers are shown as they
// are stored, dates as ISO 8601.
Reader workbook_reader();

// Presentations (.pptx): each slide's title is a heading, its paragraphs and tables follow.
Reader slides_reader();

}  // namespace rapporteur
