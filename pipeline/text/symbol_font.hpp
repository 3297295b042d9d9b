#pragma once

#include <string_view>

namespace rapporteur {

// A character that word processors keep as U+F000 plus its place in the Symbol or Wingdings font.
struct FontSymbol {
  std::string_view bytes;  // three, UTF-8
  std::string_view shown;  // what a reader sees
};

// The symbol that `text` begins with, or null when it begins with none that is known.
const FontSymbol* font_symbol(std::string_view text);

// Every such character begins with this byte; others do too.
inline constexpr char kFontSymbolByte = '\xEF';

}  // namespace rapporteur
