#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parsers/reader.hpp"
#include "tests/support/docx_parts.hpp"

namespace rapporteur {

// What the reader makes of it. Fails the test when it cannot be read.
Document read_docx(const std::string& bytes, View view = View::final);
Document read_body(std::string_view body, const std::vector<SamplePart>& others = {},
                   View view = View::final);

// The texts of the blocks, tables left out, each with its label before it: "[1.2] Scope".
std::vector<std::string> lines_of(const Document& doc);

// One paragraph with one run.
std::string paragraph(std::string_view text, std::string_view properties = "");

}  // namespace rapporteur
