#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur {

// A part of a sample package and its text.
using SamplePart = std::pair<std::string, std::string>;

enum class Packing { deflated, stored };

// A ZIP archive in memory.
std::string zipped(const std::vector<SamplePart>& parts, Packing packing = Packing::deflated);

// A Word document around the children of its body. `others` are further parts such as
// "word/styles.xml", given without XML declaration and namespaces ("<w:styles>…"); each is related
// to the main part by its name.
std::string docx_bytes(std::string_view body, const std::vector<SamplePart>& others = {});

// The parts docx_bytes() zips.
std::vector<SamplePart> docx_parts(std::string_view body,
                                   const std::vector<SamplePart>& others = {});

}  // namespace rapporteur
