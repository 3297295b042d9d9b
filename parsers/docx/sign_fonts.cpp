#include "parsers/docx/sign_fonts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rapporteur {
namespace {

// The encoding of the Symbol font; a dot stands for a code without a sign.
constexpr std::u32string_view kSymbolLow =
    U" !∀#∃%&∋()∗+,−./"
    U"0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
constexpr std::u32string_view kSymbolHigh =
    U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uFFFF〉∫⌠⎮⌡"
    U"⎞⎟⎠⎤⎥⎦⎫⎬⎭";
static_assert(kSymbolLow.size() == 0x7F - 0x20);
static_assert(kSymbolHigh.size() == 0xFF - 0xA0);

// The signs of Wingdings that texts use.
constexpr std::pair<std::uint8_t, char32_t> kWingdings[] = {
    {0x22, U'✂'}, {0x28, U'☎'}, {0x2A, U'✉'}, {0x36, U'⌛'}, {0x37, U'⌨'}, {0x3E, U'✇'},
    {0x41, U'✌'}, {0x45, U'☜'}, {0x46, U'☞'}, {0x47, U'☝'},  {0x48, U'☟'}, {0x4A, U'☺'},
    {0x4C, U'☹'}, {0x51, U'✈'}, {0x52, U'☼'}, {0x54, U'❄'},  {0x6C, U'●'}, {0x6D, U'❍'},
    {0x6E, U'■'}, {0x6F, U'□'}, {0x70, U'□'}, {0x71, U'❑'},  {0x72, U'❒'}, {0x73, U'⬧'},
    {0x74, U'⧫'}, {0x75, U'◆'}, {0x76, U'❖'}, {0x77, U'⬥'},  {0x78, U'⌧'}, {0x7A, U'⌘'},
    {0x80, U'⓪'}, {0x81, U'①'}, {0x82, U'②'}, {0x83, U'③'},  {0x84, U'④'}, {0x85, U'⑤'},
    {0x86, U'⑥'}, {0x87, U'⑦'}, {0x88, U'⑧'}, {0x89, U'⑨'},  {0x8A, U'⑩'}, {0x8C, U'❶'},
    {0x8D, U'❷'}, {0x8E, U'❸'}, {0x8F, U'❹'}, {0x90, U'❺'},  {0x91, U'❻'}, {0x92, U'❼'},
    {0x93, U'❽'}, {0x94, U'❾'}, {0x95, U'❿'}, {0x9E, U'·'},  {0x9F, U'•'}, {0xA0, U'▪'},
    {0xA1, U'○'}, {0xA4, U'◉'}, {0xA5, U'◎'}, {0xA7, U'▪'},  {0xA8, U'◻'}, {0xAA, U'✦'},
    {0xAB, U'★'}, {0xB2, U'⟡'}, {0xD8, U'➢'}, {0xDC, U'➲'},  {0xDF, U'←'}, {0xE0, U'→'},
    {0xE1, U'↑'}, {0xE2, U'↓'}, {0xE3, U'↖'}, {0xE4, U'↗'},  {0xE5, U'↙'}, {0xE6, U'↘'},
    {0xE7, U'←'}, {0xE8, U'➔'}, {0xE9, U'↑'}, {0xEA, U'↓'},  {0xEF, U'⇦'}, {0xF0, U'⇨'},
    {0xF1, U'⇧'}, {0xF2, U'⇩'}, {0xF3, U'⬄'}, {0xF4, U'⇳'},  {0xFB, U'✗'}, {0xFC, U'✓'},
    {0xFD, U'☒'}, {0xFE, U'☑'},
};
constexpr std::pair<std::uint8_t, char32_t> kWingdings2[] = {
    {0x4F, U'✗'}, {0x50, U'✓'}, {0x51, U'☒'}, {0x52, U'☑'}, {0x53, U'☒'}, {0x54, U'☒'},
    {0x97, U'●'}, {0x98, U'◉'}, {0xA2, U'■'}, {0xA3, U'□'}, {0xAE, U'◆'},
};

char32_t look_up(std::uint32_t code, const auto& table) {
  const auto at = std::ranges::find_if(table, [&](const auto& row) { return row.first == code; });
  return at == std::end(table) ? 0 : at->second;
}

char32_t symbol(std::uint32_t code) {
  const char32_t found = 0x20 <= code && code < 0x7F   ? kSymbolLow[code - 0x20]
                         : 0xA0 <= code && code < 0xFF ? kSymbolHigh[code - 0xA0]
                                                       : 0;
  return found == 0xFFFF ? 0 : found;
}

void append(char32_t c, std::string& out) {
  const auto add = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | c >> 6);
    add(0x80 | (c & 0x3F));
  } else {
    add(0xE0 | c >> 12);
    add(0x80 | (c >> 6 & 0x3F));
    add(0x80 | (c & 0x3F));
  }
}

}  // namespace

char32_t sign_of(std::uint32_t code, SignFont font) {
  if (0xF000 <= code && code <= 0xF0FF) code -= 0xF000;
  switch (font) {
    case SignFont::wingdings:
      return look_up(code, kWingdings);
    case SignFont::wingdings2:
      return look_up(code, kWingdings2);
    case SignFont::none:
    case SignFont::symbol:
      return symbol(code);
    default:
      return 0;
  }
}

// U+F000 to U+F0FF are EF 80 80 to EF 83 BF in UTF-8.
std::string sign_text(std::string_view text, SignFont font) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = [&](std::size_t ahead) {
      return at + ahead < text.size() ? static_cast<unsigned char>(text[at + ahead]) : 0U;
    };
    if (byte(0) != 0xEF || byte(1) < 0x80 || byte(1) > 0x83 || byte(2) < 0x80) {
      out += text[at];
      continue;
    }
    const char32_t sign = sign_of((byte(1) & 3) << 6 | (byte(2) & 0x3F), font);
    if (sign == 0) {
      out += text.substr(at, 3);
    } else {
      append(sign, out);
    }
    at += 2;
  }
  return out;
}

}  // namespace rapporteur
