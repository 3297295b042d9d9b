#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// The smallest pieces of WordprocessingML. All take well-formed UTF-8.

inline constexpr std::string_view kDocxStart =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>)";
inline constexpr std::string_view kDocxEnd = "</w:body></w:document>";

struct RunLook {
  bool bold = false;
  bool italic = false;
  bool link = false;
};

// Text or an attribute of XML. Characters that XML cannot hold are left out.
std::string xml_escaped(std::string_view text);

// A run of text; right-to-left text is marked as such.
std::string docx_run(std::string_view text, RunLook look);

// A field that shows `result` until a word processor works it out again.
std::string docx_field(std::string_view instruction, std::string_view result);

struct ParagraphLook {
  std::string_view style;  // "" the default one
  bool right_to_left = false;
  bool keep_with_next = false;  // on the same page
};

// A paragraph around runs.
std::string docx_paragraph(const ParagraphLook& look, std::string_view runs);

// Whether the first letter with a direction is one of a script written from right to left.
bool is_right_to_left(std::string_view text);

}  // namespace rapporteur
