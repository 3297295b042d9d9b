#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "parsers/docx/word_formats.hpp"

namespace rapporteur {

// The Unicode character that a font of signs shows for a code (0x20 to 0xFF, or the same from
// 0xF020 as Word stores it); 0 when it is not known.
char32_t sign_of(std::uint32_t code, SignFont font);

// `text` with the characters of the private area that Word uses for fonts of signs replaced by what
// they show; unknown ones are kept.
std::string sign_text(std::string_view text, SignFont font);

}  // namespace rapporteur
