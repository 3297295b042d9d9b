#include "emitters/word/docx_picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "emitters/word/docx_text.hpp"

namespace rapporteur {
namespace {

constexpr std::uint32_t kMostDots = 100'000;
constexpr std::int64_t kEmuPerTwentieth = 635;  // English Metric Units in a twentieth of a point

int digit_of(char c) {
  if ('A' <= c && c <= 'Z') return c - 'A';
  if ('a' <= c && c <= 'z') return c - 'a' + 26;
  if ('0' <= c && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

// RFC 4648; none when a character is no digit of it.
std::optional<std::string> decoded(std::string_view text) {
  while (text.ends_with('=')) text.remove_suffix(1);
  std::string out;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : text) {
    const int digit = digit_of(c);
    if (digit < 0) return {};
    held = (held << 6 | static_cast<std::uint32_t>(digit)) & 0xFFFFFF;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += static_cast<char>(held >> bits & 0xFF);
  }
  return out;
}

std::uint32_t number_at(std::string_view bytes, std::size_t at, bool big_endian) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + (big_endian ? i : 3 - i)]);
  }
  return value;
}

// The size of a PNG stands in its first chunk, that of a metafile in the bounds of its header.
bool read_size(DocxPicture& picture) {
  constexpr std::size_t kHeader = 24;
  if (picture.bytes.size() < kHeader) return false;
  if (picture.ending == "png") {
    if (!picture.bytes.starts_with("\x89PNG")) return false;
    picture.width = number_at(picture.bytes, 16, true);
    picture.height = number_at(picture.bytes, 20, true);
  } else {
    picture.width = number_at(picture.bytes, 16, false) + 1;
    picture.height = number_at(picture.bytes, 20, false) + 1;
  }
  const auto is_sane = [](std::uint32_t dots) { return 0 < dots && dots <= kMostDots; };
  return is_sane(picture.width) && is_sane(picture.height);
}

}  // namespace

Result<DocxPicture> docx_picture(std::string_view address) {
  for (const auto& [start, ending] :
       {std::pair("data:image/png;base64,", "png"), std::pair("data:image/x-emf;base64,", "emf")}) {
    if (!address.starts_with(start)) continue;
    std::optional<std::string> bytes = decoded(address.substr(std::string_view(start).size()));
    DocxPicture picture = {ending, bytes ? std::move(*bytes) : std::string()};
    if (read_size(picture)) return picture;
    return fail(ErrorCode::configuration, "img",
                fmt::format("its src is no picture in {}", ending));
  }
  return fail(ErrorCode::configuration, "img",
              "its src begins neither with data:image/png;base64, nor data:image/x-emf;base64,");
}

// DrawingML, ECMA-376-1 20.4.2.8 inline, 20.2.2.5 pic.
std::string docx_picture_run(const DocxPicture& picture, std::size_t number, std::string_view words,
                             int text_width, int text_height) {
  std::int64_t width = text_width * kEmuPerTwentieth;
  std::int64_t height = width * picture.height / picture.width;
  const std::int64_t highest = text_height * kEmuPerTwentieth * 4 / 5;
  if (height > highest) {
    height = highest;
    width = height * picture.width / picture.height;
  }
  return fmt::format(
      R"(<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/)"
      R"(wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{0}" cy="{1}"/>)"
      R"(<wp:docPr id="{2}" name="Picture {2}" descr="{3}"/>)"
      R"(<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData )"
      R"(uri="http://schemas.openxmlformats.org/drawingml/2006/picture">)"
      R"(<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>)"
      R"(<pic:cNvPr id="{2}" name="Picture {2}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>)"
      R"(<a:blip r:embed="picture{2}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>)"
      R"(<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{0}" cy="{1}"/></a:xfrm>)"
      R"(<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>)"
      R"(</a:graphic></wp:inline></w:drawing></w:r>)",
      width, height, number, xml_escaped(words));
}

}  // namespace rapporteur
