#include "pipeline/text/symbol_font.hpp"

#include <algorithm>
#include <array>

namespace rapporteur {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kSymbols = {
    FontSymbol{"\xEF\x80\xAD"sv, "\xE2\x80\x93"sv},  // U+F02D minus: used as the dash of a range
    FontSymbol{"\xEF\x82\xB7"sv, "\xE2\x80\xA2"sv},  // U+F0B7 bullet
    FontSymbol{"\xEF\x82\xA7"sv, "\xE2\x96\xAA"sv},  // U+F0A7 square
    FontSymbol{"\xEF\x83\x98"sv, "\xE2\x9E\xA2"sv},  // U+F0D8 arrow head
    FontSymbol{"\xEF\x83\xBC"sv, "\xE2\x9C\x93"sv},  // U+F0FC tick
    FontSymbol{"\xEF\x83\xA0"sv, "\xE2\x86\x92"sv},  // U+F0E0 arrow
    FontSymbol{"\xEF\x82\xB3"sv, "\xE2\x89\xA5"sv},  // U+F0B3 greater or equal
    FontSymbol{"\xEF\x82\xA3"sv, "\xE2\x89\xA4"sv},  // U+F0A3 less or equal
    FontSymbol{"\xEF\x82\xB1"sv, "\xC2\xB1"sv},      // U+F0B1 plus or minus
    FontSymbol{"\xEF\x82\xB4"sv, "\xC3\x97"sv},      // U+F0B4 multiplication
};

}  // namespace

const FontSymbol* font_symbol(std::string_view text) {
  const auto at = std::ranges::find_if(
      kSymbols, [&](const FontSymbol& symbol) { return text.starts_with(symbol.bytes); });
  return at == kSymbols.end() ? nullptr : &*at;
}

}  // namespace rapporteur
