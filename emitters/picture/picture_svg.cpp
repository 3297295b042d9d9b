#include <fmt/format.h>

#include "emitters/base/escape.hpp"
#include "emitters/picture/picture.hpp"

namespace rapporteur {
namespace {

std::string_view anchor(Align align) {
  if (align == Align::start) return "start";
  return align == Align::middle ? "middle" : "end";
}

std::string drawn(const PictureText& text) {
  return fmt::format(R"(<text x="{}" y="{}" text-anchor="{}">{}</text>)", text.x, text.y,
                     anchor(text.align), html_escaped(text.text));
}

std::string titled(std::string_view element, const std::string& title) {
  if (title.empty()) return fmt::format("<{}/>", element);
  const std::string_view name = element.substr(0, element.find(' '));
  return fmt::format("<{}><title>{}</title></{}>", element, html_escaped(title), name);
}

std::string drawn(const PictureBox& box) {
  return titled(fmt::format(R"(rect x="{}" y="{}" width="{}" height="{}" fill="{}")", box.x, box.y,
                            box.width, box.height, box.colour),
                box.title);
}

std::string drawn(const PictureDot& dot) {
  return titled(fmt::format(R"(circle cx="{}" cy="{}" r="{}" fill="{}")", dot.x, dot.y, dot.radius,
                            dot.colour),
                dot.title);
}

std::string drawn(const PictureLine& line) {
  return fmt::format(
      R"(<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="currentColor" opacity=".2"/>)", line.x1,
      line.y1, line.x2, line.y2);
}

}  // namespace

std::string svg(const Picture& picture) {
  std::string out = fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" )"
      R"(role="img" font-family="sans-serif" font-size="12" fill="currentColor"><title>{2}</title>)",
      picture.width, picture.height, html_escaped(picture.title));
  for (const auto& shape : picture.shapes) {
    out += std::visit([](const auto& one) { return drawn(one); }, shape);
  }
  return out + "</svg>";
}

}  // namespace rapporteur
