#pragma once

#include <string>
#include <variant>
#include <vector>

namespace rapporteur {

// A drawing of a few kinds of shapes. Lengths are pixels, from the upper left corner; colours are
// "#rrggbb".

enum class Align { start, middle, end };

struct PictureText {
  int x = 0;
  int y = 0;  // of the base line
  Align align = Align::start;
  std::string text;
};

struct PictureBox {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
  std::string colour;
  std::string title;  // what a page shows when the pointer rests on it
};

struct PictureDot {
  int x = 0;  // of the centre
  int y = 0;
  int radius = 0;
  std::string colour;
  std::string title;
};

struct PictureLine {
  int x1 = 0;
  int y1 = 0;
  int x2 = 0;
  int y2 = 0;
};

struct Picture {
  int width = 0;
  int height = 0;
  std::string title;
  std::vector<std::variant<PictureText, PictureBox, PictureDot, PictureLine>> shapes;
};

// About how many pixels wide a text of a picture is.
int text_width(std::string_view text);

// As SVG that stands alone or within a page; it takes the colour of the text around it.
std::string svg(const Picture& picture);

// As an Enhanced Metafile ([MS-EMF]), which word processors draw sharp at any size.
std::string emf(const Picture& picture);

// The same as an address that report markup takes: "data:image/x-emf;base64,…".
std::string emf_address(const Picture& picture);

}  // namespace rapporteur
