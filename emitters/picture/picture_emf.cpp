#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string_view>

#include "emitters/base/escape.hpp"
#include "emitters/picture/picture.hpp"

namespace rapporteur {
namespace {

using Number = std::uint32_t;

// Record types, [MS-EMF] 2.1.1.
constexpr Number kHeader = 1;
constexpr Number kSetWindowExtent = 9;
constexpr Number kSetWindowOrigin = 10;
constexpr Number kSetViewportExtent = 11;
constexpr Number kSetViewportOrigin = 12;
constexpr Number kEnd = 14;
constexpr Number kSetMapMode = 17;
constexpr Number kSetBackgroundMode = 18;
constexpr Number kSetTextAlign = 22;
constexpr Number kSetTextColour = 24;
constexpr Number kMoveTo = 27;
constexpr Number kSelectObject = 37;
constexpr Number kCreatePen = 38;
constexpr Number kCreateBrush = 39;
constexpr Number kEllipse = 42;
constexpr Number kRectangle = 43;
constexpr Number kLineTo = 54;
constexpr Number kCreateFont = 82;
constexpr Number kTextOut = 84;

constexpr Number kAnisotropic = 8;
constexpr Number kTransparent = 1;
constexpr Number kNoPen = 0x80000008;
constexpr Number kPen = 1;  // handles of the objects that are made; 0 is the metafile itself
constexpr Number kFont = 2;
constexpr Number kFirstBrush = 3;
constexpr int kTextHeight = 12;
constexpr Number kGrey = 0x00C8C8C8;

// The reference device has 96 dots an inch: 1920 × 1080 dots on 508 × 286 mm.
constexpr Number kDotsWide = 1920;
constexpr Number kDotsHigh = 1080;
constexpr Number kMillimetresWide = 508;
constexpr Number kMillimetresHigh = 286;

// Widths of U+0020 to U+007E in thousandths of the height of the letters, as common sans-serif
// fonts have them.
constexpr std::array<int, 95> kWidths = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

// The letter that begins well-formed UTF-8; takes it off.
char32_t take_letter(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t letter = size == 1 ? lead : lead & (0x7FU >> size);
  for (std::size_t i = 1; i < std::min(size, text.size()); ++i) {
    letter = letter << 6 | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  text.remove_prefix(std::min(size, text.size()));
  return letter;
}

int width_of(char32_t letter) {
  if (U' ' <= letter && letter <= U'~') return kWidths[letter - U' '];
  return letter < 0x2E80 ? 560 : 1000;
}

Number colour_of(std::string_view written) {
  Number value = 0;
  std::from_chars(written.data() + 1, written.data() + written.size(), value, 16);
  return (value & 0xFF) << 16 | (value & 0xFF00) | value >> 16;  // COLORREF: 0x00bbggrr
}

void put(std::string& out, Number value) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(value >> shift & 0xFF);
}

void put(std::string& out, int value) { put(out, static_cast<Number>(value)); }

void put_half(std::string& out, Number value) {
  out += static_cast<char>(value & 0xFF);
  out += static_cast<char>(value >> 8 & 0xFF);
}

void pad(std::string& out) { out.resize((out.size() + 3) / 4 * 4, '\0'); }

// Text in UTF-16LE, with the advance of each unit in dots.
struct WideText {
  std::string units;
  std::vector<int> advances;
};

WideText wide(std::string_view text) {
  WideText out;
  int thousandths = 0;
  int drawn = 0;
  while (!text.empty()) {
    const char32_t letter = take_letter(text);
    thousandths += width_of(letter) * kTextHeight;
    const int end = thousandths / 1000;
    if (letter >= 0x10000) {
      put_half(out.units, 0xD800 + ((letter - 0x10000) >> 10));
      put_half(out.units, 0xDC00 + ((letter - 0x10000) & 0x3FF));
      out.advances.insert(out.advances.end(), {end - drawn, 0});
    } else {
      put_half(out.units, letter);
      out.advances.push_back(end - drawn);
    }
    drawn = end;
  }
  return out;
}

class Metafile {
 public:
  explicit Metafile(const Picture& picture) : picture_(picture) {}

  std::string write() {
    set_up();
    for (const auto& shape : picture_.shapes) {
      std::visit([&](const auto& one) { draw(one); }, shape);
    }
    record(kEnd, {0, 16, 20});
    return header() + records_;
  }

 private:
  void record(Number type, std::string_view body) {
    put(records_, type);
    put(records_, static_cast<Number>(8 + body.size()));
    records_ += body;
    ++count_;
  }
  void record(Number type, std::initializer_list<Number> values) {
    std::string body;
    for (const Number value : values) put(body, value);
    record(type, body);
  }
  static Number number(int value) { return static_cast<Number>(value); }

  void set_up() {
    const Number width = number(picture_.width);
    const Number height = number(picture_.height);
    record(kSetMapMode, {kAnisotropic});
    record(kSetWindowOrigin, {0, 0});
    record(kSetWindowExtent, {width, height});
    record(kSetViewportOrigin, {0, 0});
    record(kSetViewportExtent, {width, height});
    record(kSetBackgroundMode, {kTransparent});
    record(kSetTextColour, {0});
    record(kCreatePen, {kPen, 0, 1, 0, kGrey});  // solid, one dot wide
    create_font();
    record(kSelectObject, {kFont});
  }

  // A LogFontPanose, [MS-EMF] 2.2.16.
  void create_font() {
    std::string body;
    put(body, kFont);
    put(body, -kTextHeight);
    body.resize(body.size() + 12, '\0');
    put(body, 400);
    body.resize(body.size() + 8, '\0');
    for (const char letter : std::string_view("Arial")) put_half(body, static_cast<Number>(letter));
    body.resize(4 + 320, '\0');
    record(kCreateFont, body);
  }

  void draw(const PictureText& text) {
    constexpr Number kBaseLine = 24;
    constexpr Number kAligns[] = {kBaseLine, kBaseLine | 6, kBaseLine | 2};
    const WideText letters = wide(plain(text.text));
    constexpr Number kStringAt = 76;  // from the beginning of the record
    record(kSetTextAlign, {kAligns[static_cast<std::size_t>(text.align)]});
    std::string body;
    for (const int bound : {0, 0, -1, -1}) put(body, bound);
    put(body, 1);                                               // compatible graphics mode
    for (int i = 0; i < 2; ++i) put(body, Number{0x41D3AAAB});  // 26.45 : .01 mm a dot
    for (const int at : {text.x, text.y}) put(body, at);
    put(body, static_cast<Number>(letters.advances.size()));
    put(body, kStringAt);
    put(body, 0);
    for (const int bound : {0, 0, -1, -1}) put(body, bound);
    put(body, static_cast<Number>(kStringAt + (letters.units.size() + 3) / 4 * 4));
    body += letters.units;
    pad(body);
    for (const int advance : letters.advances) put(body, advance);
    record(kTextOut, body);
  }

  void select_brush(const std::string& colour) {
    const auto next = static_cast<Number>(kFirstBrush + brushes_.size());
    const auto [brush, is_new] = brushes_.try_emplace(colour, next);
    if (is_new) record(kCreateBrush, {next, 0, colour_of(colour), 0});
    record(kSelectObject, {brush->second});
    record(kSelectObject, {kNoPen});
  }

  void draw(const PictureBox& box) {
    select_brush(box.colour);
    record(kRectangle, {number(box.x), number(box.y), number(box.x + box.width + 1),
                        number(box.y + box.height + 1)});
  }

  void draw(const PictureDot& dot) {
    select_brush(dot.colour);
    record(kEllipse, {number(dot.x - dot.radius), number(dot.y - dot.radius),
                      number(dot.x + dot.radius + 1), number(dot.y + dot.radius + 1)});
  }

  void draw(const PictureLine& line) {
    record(kSelectObject, {kPen});
    record(kMoveTo, {number(line.x1), number(line.y1)});
    record(kLineTo, {number(line.x2), number(line.y2)});
  }

  // [MS-EMF] 2.3.4.2, with the title as description.
  std::string header() const {
    constexpr Number kFixed = 88;
    const WideText title = wide(plain(picture_.title));
    std::string body;
    for (const int bound : {0, 0, picture_.width - 1, picture_.height - 1}) put(body, bound);
    for (const int edge : {0, 0, picture_.width, picture_.height}) {
      put(body, edge * static_cast<int>(kMillimetresWide) * 100 / static_cast<int>(kDotsWide));
    }
    put(body, Number{0x464D4520});
    put(body, Number{0x00010000});
    const std::size_t bytes_at = body.size();
    put(body, 0);
    put(body, count_ + 1);
    put_half(body, static_cast<Number>(kFirstBrush + brushes_.size()));
    put_half(body, 0);
    put(body, static_cast<Number>(title.advances.size()));
    put(body, title.advances.empty() ? 0 : kFixed);
    for (const Number value :
         {Number{0}, kDotsWide, kDotsHigh, kMillimetresWide, kMillimetresHigh}) {
      put(body, value);
    }
    body += title.units;
    pad(body);
    std::string bytes;
    put(bytes, static_cast<Number>(8 + body.size() + records_.size()));
    body.replace(bytes_at, 4, bytes);
    std::string out;
    put(out, kHeader);
    put(out, static_cast<Number>(8 + body.size()));
    return out + body;
  }

  const Picture& picture_;
  std::string records_;
  std::map<std::string, Number> brushes_;  // by colour
  Number count_ = 0;
};

std::string base64(std::string_view bytes) {
  static constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    Number group = 0;
    const std::size_t size = std::min<std::size_t>(3, bytes.size() - at);
    for (std::size_t i = 0; i < 3; ++i) {
      group = group << 8 | (i < size ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      out += i <= size ? kLetters[group >> (18 - 6 * i) & 63] : '=';
    }
  }
  return out;
}

}  // namespace

int text_width(std::string_view text) {
  int thousandths = 0;
  while (!text.empty()) thousandths += width_of(take_letter(text)) * kTextHeight;
  return thousandths / 1000 + 1;
}

std::string emf(const Picture& picture) { return Metafile(picture).write(); }

std::string emf_address(const Picture& picture) {
  return "data:image/x-emf;base64," + base64(emf(picture));
}

}  // namespace rapporteur
