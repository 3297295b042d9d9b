#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// `text` with the characters that its references stand for: "&eacute;", "&#233;", "&#xE9;". What
// stands for none stays as it is.
std::string decode_html(std::string_view text);

}  // namespace rapporteur
