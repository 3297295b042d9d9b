#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// The language most of the text is in, as ISO 639: "en", "fr", "es", "de", "ru", "ar", "zh", "ja",
// "ko"; "" when the text is too short or is none of them. Reads no more than its beginning.
std::string language_of(std::string_view text);

}  // namespace rapporteur
