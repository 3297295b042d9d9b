#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parsers/reader.hpp"

namespace rapporteur {

// A part of a sample package and its text.
using SamplePart = std::pair<std::string, std::string>;

// A ZIP archive in memory.
std::string zipped(const std::vector<SamplePart>& parts);

// A Word document around the children of its body. `others` are further parts such as
// "word/styles.xml", given without XML declaration and namespaces ("<w:styles>…"); each is related
// to the main part by its name.
std::string docx_bytes(std::string_view body, const std::vector<SamplePart>& others = {});

// The parts docx_bytes() zips.
std::vector<SamplePart> docx_parts(std::string_view body,
                                   const std::vector<SamplePart>& others = {});

// What the reader makes of it. Fails the test when it cannot be read.
Document read_docx(const std::string& bytes, View view = View::final);
Document read_body(std::string_view body, const std::vector<SamplePart>& others = {},
                   View view = View::final);

// The texts of the blocks, tables left out, each with its label before it: "[1.2] Scope".
std::vector<std::string> lines_of(const Document& doc);

// One paragraph with one run.
std::string paragraph(std::string_view text, std::string_view properties = "");

}  // namespace rapporteur
