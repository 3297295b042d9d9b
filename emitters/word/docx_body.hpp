#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emitters/word/docx_picture.hpp"
#include "pipeline/base/result.hpp"

namespace rapporteur {

// The main part of a Word document, and what the other parts must know of it.
struct DocxBody {
  std::string xml;                    // the whole of word/document.xml
  std::vector<std::string> links;     // addresses; the first is relationship "link1"
  std::vector<DocxPicture> pictures;  // the first is relationship "picture1"
  std::string title;
};

// The body that report markup describes; docs/templates.md says which elements there are. An Error
// names `where` and the words at which the markup is no well-formed XML, or the element that is not
// known.
Result<DocxBody> docx_body(std::string_view markup, const std::string& where);

}  // namespace rapporteur
