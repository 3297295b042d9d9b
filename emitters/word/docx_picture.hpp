#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/base/result.hpp"

namespace rapporteur {

// A picture within a Word document.
struct DocxPicture {
  std::string ending;  // of its file: "png", "emf"
  std::string bytes;
  std::uint32_t width = 0;  // in dots; only its ratio to the height counts
  std::uint32_t height = 0;
};

// The picture of an address "data:image/png;base64,…" or "data:image/x-emf;base64,…".
Result<DocxPicture> docx_picture(std::string_view address);

// The run that shows it, as wide as the text and no higher than most of a page. Lengths are
// twentieths of a point. `number` counts pictures from 1.
std::string docx_picture_run(const DocxPicture& picture, std::size_t number, std::string_view words,
                             int text_width, int text_height);

}  // namespace rapporteur
