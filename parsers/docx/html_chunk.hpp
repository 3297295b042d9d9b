#pragma once

#include <string_view>

#include "pipeline/model/builder.hpp"

namespace rapporteur {

// The paragraphs, headings, list items and tables of an HTML text in UTF-8, styles and scripts left
// out. Takes any tag soup.
void read_html_chunk(std::string_view html, DocumentBuilder& builder);

}  // namespace rapporteur
