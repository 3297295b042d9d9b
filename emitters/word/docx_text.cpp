#include "emitters/word/docx_text.hpp"

#include <fmt/format.h>

#include "emitters/base/escape.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// The code point at the start of well-formed `text`, and its length.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;
};

CodePoint first_of(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto tail = [&](std::size_t i) { return byte(i) & 0x3FU; };
  if (byte(0) < 0xC0) return {byte(0), 1};
  if (byte(0) < 0xE0) return {(byte(0) & 0x1FU) << 6U | tail(1), 2};
  if (byte(0) < 0xF0) return {(byte(0) & 0xFU) << 12U | tail(1) << 6U | tail(2), 3};
  return {(byte(0) & 7U) << 18U | tail(1) << 12U | tail(2) << 6U | tail(3), 4};
}

// The blocks of Hebrew, Arabic and their neighbours, with their presentation forms.
bool is_right_to_left(char32_t c) {
  return (0x590 <= c && c <= 0x8FF) || (0xFB1D <= c && c <= 0xFDFF) ||
         (0xFE70 <= c && c <= 0xFEFE) || (0x10800 <= c && c <= 0x10FFF) ||
         (0x1E800 <= c && c <= 0x1EFFF);
}

// From U+00C0 on nearly everything else that is met is a letter written from left to right; the
// punctuation of U+2000 to U+2BFF has no direction.
bool is_left_to_right(char32_t c) {
  if (c < 0x80) return is_alpha(static_cast<char>(c));
  return c >= 0xC0 && (c < 0x2000 || 0x2BFF < c);
}

}  // namespace

std::string xml_escaped(std::string_view text) { return html_escaped(text); }

bool is_right_to_left(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = first_of(text);
    if (is_right_to_left(first.value)) return true;
    if (is_left_to_right(first.value)) return false;
    text.remove_prefix(std::min(first.length, text.size()));
  }
  return false;
}

std::string docx_run(std::string_view text, RunLook look) {
  std::string properties;
  if (look.link) properties += R"(<w:rStyle w:val="Hyperlink"/>)";
  if (look.bold) properties += "<w:b/><w:bCs/>";
  if (look.italic) properties += "<w:i/><w:iCs/>";
  if (is_right_to_left(text)) properties += "<w:rtl/>";
  std::string xml = "<w:r>";
  if (!properties.empty()) xml += "<w:rPr>" + properties + "</w:rPr>";
  xml += R"(<w:t xml:space="preserve">)";
  xml += xml_escaped(text);
  return xml += "</w:t></w:r>";
}

std::string docx_field(std::string_view instruction, std::string_view result) {
  return fmt::format(R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)"
                     R"(<w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>)"
                     R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r>)"
                     R"(<w:r><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>)",
                     xml_escaped(instruction), xml_escaped(result));
}

std::string docx_paragraph(const ParagraphLook& look, std::string_view runs) {
  std::string properties;
  if (!look.style.empty()) {
    properties += R"(<w:pStyle w:val=")";
    properties += look.style;
    properties += R"("/>)";
  }
  if (look.keep_with_next) properties += "<w:keepNext/>";
  if (look.right_to_left) properties += "<w:bidi/>";
  std::string xml = "<w:p>";
  if (!properties.empty()) xml += "<w:pPr>" + properties + "</w:pPr>";
  xml += runs;
  return xml += "</w:p>";
}

}  // namespace rapporteur
