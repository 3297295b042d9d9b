#include "tests/bench/large_docx.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

#include "tests/support/docx_parts.hpp"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 32> kWords = {
    "the",     "measurement", "of",        "delay",    "shall",     "be",  "reported",   "to",
    "a",       "node",        "which",     "supports", "interface", "and", "may",        "request",
    "further", "procedure",   "for",       "each",     "session",   "in",  "accordance", "with",
    "clause",  "where",       "threshold", "is",       "exceeded",  "by",  "more",       "than"};

// Numbers that look random and are the same on every machine.
class Numbers {
 public:
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>(state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_ = 42;
};

class Body {
 public:
  std::string written(std::size_t bytes) {
    out_.reserve(bytes + 65'536);
    while (out_.size() < bytes) section();
    return std::move(out_);
  }

 private:
  template <class... Arguments>
  void add(fmt::format_string<Arguments...> form, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(out_), form, std::forward<Arguments>(arguments)...);
  }

  void words(std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      if (i > 0) out_ += ' ';
      out_ += kWords[numbers_.below(kWords.size())];
    }
  }

  void run(std::string_view properties) {
    add(R"(<w:r w:rsidR="00{:06X}"><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" )"
        R"(w:cs="Arial"/>{}<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-GB"/></w:rPr>)"
        R"(<w:t xml:space="preserve">)",
        numbers_.below(0xFFFFFF), properties);
    words(2 + numbers_.below(14));
    out_ += " </w:t></w:r>";
  }

  void open_paragraph(std::string_view properties) {
    add(R"(<w:p w14:paraId="{:08X}" w14:textId="77777777" w:rsidR="00{:06X}" )"
        R"(w:rsidRDefault="00{:06X}"><w:pPr>{}<w:rPr><w:lang w:val="en-GB"/></w:rPr></w:pPr>)",
        numbers_.below(0x7FFFFFFF), numbers_.below(0xFFFFFF), numbers_.below(0xFFFFFF), properties);
  }

  void paragraph(std::string_view properties) {
    open_paragraph(properties);
    const std::uint32_t runs = 1 + numbers_.below(4);
    for (std::uint32_t i = 0; i < runs; ++i) run(numbers_.below(6) == 0 ? "<w:b/>" : "");
    out_ += "</w:p>";
  }

  void reference() {
    open_paragraph("");
    run("");
    out_ += R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _Ref1 \h )"
            R"(</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>)"
            R"(Table 1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>)";
  }

  void change() {
    open_paragraph("");
    run("");
    add(R"(<w:ins w:id="{}" w:author="A" w:date="2026-01-02T03:04:05Z">)", numbers_.below(9999));
    run("");
    add(R"(</w:ins><w:del w:id="{}" w:author="B" w:date="2026-01-02T03:04:05Z"><w:r>)"
        R"(<w:delText>that </w:delText></w:r></w:del>)",
        numbers_.below(9999));
    run("");
    out_ += "</w:p>";
  }

  void table() {
    out_ += R"(<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>)"
            R"(</w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/>)"
            R"(<w:gridCol w:w="3000"/></w:tblGrid>)";
    const std::uint32_t rows = 2 + numbers_.below(8);
    for (std::uint32_t row = 0; row < rows; ++row) {
      add(R"(<w:tr w:rsidR="00{:06X}">)", numbers_.below(0xFFFFFF));
      for (int column = 0; column < 3; ++column) {
        out_ += R"(<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>)";
        paragraph("");
        out_ += "</w:tc>";
      }
      out_ += "</w:tr>";
    }
    out_ += "</w:tbl>";
  }

  void section() {
    const std::uint32_t level = 1 + numbers_.below(3);
    paragraph(fmt::format(R"(<w:pStyle w:val="Heading{}"/>)", level));
    const std::uint32_t paragraphs = 3 + numbers_.below(8);
    for (std::uint32_t i = 0; i < paragraphs; ++i) paragraph("");
    for (int item = 0; item < 3; ++item) {
      paragraph(R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>)");
    }
    reference();
    change();
    if (numbers_.below(3) == 0) table();
  }

  Numbers numbers_;
  std::string out_;
};

std::string styles() {
  std::string out =
      R"(<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name )"
      R"(w:val="Normal"/></w:style>)";
  for (int level = 1; level <= 3; ++level) {
    out += fmt::format(
        R"(<w:style w:type="paragraph" w:styleId="Heading{0}"><w:name w:val="heading {0}"/>)"
        R"(<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:ilvl w:val="{1}"/><w:numId w:val="1"/>)"
        R"(</w:numPr><w:outlineLvl w:val="{1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>)",
        level, level - 1);
  }
  return out + "</w:styles>";
}

std::string numbering() {
  std::string out = R"(<w:numbering><w:abstractNum w:abstractNumId="1">)";
  std::string text;
  for (int level = 0; level < 3; ++level) {
    text += fmt::format("{}%{}", level == 0 ? "" : ".", level + 1);
    out += fmt::format(
        R"(<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{}"/>)"
        R"(</w:lvl>)",
        level, text);
  }
  return out + R"(</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start )"
               R"x(w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>)x"
               R"(</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num )"
               R"(w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>)";
}

}  // namespace

std::string large_docx(std::size_t body_bytes) {
  return docx_bytes(Body().written(body_bytes),
                    {{"word/styles.xml", styles()}, {"word/numbering.xml", numbering()}});
}

}  // namespace rapporteur
