#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parsers/reader.hpp"

namespace rapporteur {

// Web pages, also those that are named .doc.
Reader html_reader();
// Web pages with their pictures in one MIME message (.mht), also those that are named .doc.
Reader mhtml_reader();

bool begins_like_html(std::string_view bytes);
bool begins_like_mhtml(std::string_view bytes);

// A page as UTF-8. `charset` is what its surroundings say, "" where they say nothing.
std::string page_text(std::string_view bytes, std::string charset = {});
// The page in such a message as UTF-8, none where it holds no page.
std::optional<std::string> page_in_message(std::string_view bytes);

}  // namespace rapporteur
