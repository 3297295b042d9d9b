#pragma once

#include <string_view>

#include "pipeline/model/builder.hpp"

namespace rapporteur {

// The paragraphs, headings, list items and tables of an HTML text in UTF-8, as a browser or Word
// shows them; what Word's own pages say of tabs, labels and lists is understood. Takes any tag
// soup.
void read_html(std::string_view html, DocumentBuilder& builder);

}  // namespace rapporteur
