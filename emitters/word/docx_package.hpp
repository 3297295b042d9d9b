#pragma once

#include <string>
#include <string_view>

#include "emitters/base/template.hpp"
#include "pipeline/base/result.hpp"

namespace rapporteur {

// A Word document from report markup (docs/templates.md). The parts that are the same for every
// report (styles, numbering, footer) are the files of `docx/` that `part_of` finds. The same markup
// gives the same bytes.
Result<std::string> docx_package(std::string_view markup, const std::string& where,
                                 const TemplateText& part_of);

}  // namespace rapporteur
