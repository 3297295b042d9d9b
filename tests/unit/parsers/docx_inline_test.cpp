#include <catch2/catch.hpp>

#include "tests/support/docx_sample.hpp"

namespace rapporteur {
namespace {

using Lines = std::vector<std::string>;

std::string run(std::string_view text) {
  return "<w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r>";
}

std::string mark(std::string_view type) {
  return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
}

std::string code(std::string_view text) {
  return "<w:r><w:instrText xml:space=\"preserve\">" + std::string(text) + "</w:instrText></w:r>";
}

std::string field(std::string_view instruction, const std::string& result) {
  return mark("begin") + code(instruction) + mark("separate") + result + mark("end");
}

std::string in_paragraph(const std::string& inside) { return "<w:p>" + inside + "</w:p>"; }

}  // namespace

TEST_CASE("a field shows its result and keeps its instruction") {
  const Document doc =
      read_body(in_paragraph(run("Table ") + field(" SEQ Table \\* ARABIC ", run("4"))));
  CHECK(lines_of(doc) == Lines{"Table 4"});
  REQUIRE(doc.fields().size() == 1);
  CHECK(doc.fields()[0].instruction == "SEQ Table \\* ARABIC");
  CHECK(doc.text(doc.fields()[0].where) == "4");
  CHECK(doc.runs()[1].has(Mark::in_field));
}

TEST_CASE("a field within an instruction does not show, one within a result does") {
  const Document inside =
      read_body(in_paragraph(mark("begin") + code(" IF ") + field(" PAGE ", run("7")) +
                             code("= 7 \"a\" \"b\" ") + mark("separate") + run("a") + mark("end")));
  CHECK(lines_of(inside) == Lines{"a"});
  CHECK(inside.fields()[1].instruction == "IF 7= 7 \"a\" \"b\"");
  const Document around =
      read_body(in_paragraph(field(" REF x ", run("see ") + field(" PAGEREF y ", run("9")))));
  CHECK(lines_of(around) == Lines{"see 9"});
}

TEST_CASE("a simple field shows its result") {
  const Document doc = read_body(
      in_paragraph("<w:fldSimple w:instr=\" DOCPROPERTY Title \">" + run("X") + "</w:fldSimple>"));
  CHECK(lines_of(doc) == Lines{"X"});
  CHECK(doc.fields()[0].instruction == "DOCPROPERTY Title");
}

TEST_CASE("a HYPERLINK field is a link, and so is a reference to a bookmark") {
  const Document doc =
      read_body(in_paragraph(field(" HYPERLINK \"https://example.org\" \\l \"top\" ", run("a")) +
                             field(" REF _Ref1 \\h ", run("b"))));
  REQUIRE(doc.runs().size() == 2);
  CHECK(doc.links()[doc.runs()[0].link.index].target == "https://example.org#top");
  CHECK_FALSE(doc.runs()[0].has(Mark::in_field));
  CHECK(doc.links()[doc.runs()[1].link.index].target == "#_Ref1");
}

TEST_CASE("lines of a table of contents are told apart from the text") {
  const Document doc = read_body(
      in_paragraph(mark("begin") + code(" TOC \\o ") + mark("separate") + run("1 Scope 1")) +
      in_paragraph(run("2 References 1")) + in_paragraph(mark("end")) + paragraph("text"));
  CHECK(doc.block(BlockId{0}).kind == BlockKind::toc);
  CHECK(doc.block(BlockId{1}).kind == BlockKind::toc);
  CHECK(doc.block(BlockId{2}).kind == BlockKind::paragraph);
  CHECK(doc.block(BlockId{3}).kind == BlockKind::paragraph);
}

TEST_CASE("a field whose instruction never ends does not swallow the text behind it") {
  std::string body = in_paragraph(mark("begin") + code(" PAGE "));
  for (const std::string_view text : {"a", "b", "c", "d", "e"}) body += paragraph(text);
  const Document doc = read_body(body);
  CHECK(lines_of(doc) == Lines{"", "a", "b", "c", "d", "e"});
  CHECK(doc.diagnostics().size() == 1);
}

TEST_CASE("a check box of a form shows whether it is checked") {
  const Document doc = read_body(in_paragraph(
      "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/>"
      "<w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>" +
      code(" FORMCHECKBOX ") + mark("end") + run(" yes")));
  CHECK(lines_of(doc) == Lines{"☒ yes"});
}

TEST_CASE("bookmarks know the text they stand around") {
  const Document doc =
      read_body(in_paragraph(R"(<w:bookmarkStart w:id="1" w:name="outer"/>)" + run("a") +
                             R"(<w:bookmarkStart w:id="2" w:name="inner"/>)" + run("b") +
                             R"(<w:bookmarkEnd w:id="2"/><w:bookmarkEnd w:id="1"/>)"));
  REQUIRE(doc.bookmarks().size() == 2);
  CHECK(doc.bookmarks()[0].name == "inner");
  CHECK(doc.text(doc.bookmarks()[0].where) == "b");
  CHECK(doc.text(doc.bookmarks()[1].where) == "ab");
}

TEST_CASE("signs of symbol fonts are the characters they show") {
  const Document doc = read_body(in_paragraph(
      R"(<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0E0"/>)"
      R"(<w:sym w:font="Arial" w:char="00B5"/></w:r>)"
      "<w:r><w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr><w:t>\uF0B1</w:t></w:r>"));
  CHECK(lines_of(doc) == Lines{"α→µ±"});
}

TEST_CASE("content controls are read wherever they stand") {
  const auto control = [](const std::string& inside) {
    return "<w:sdt><w:sdtPr><w:alias w:val=\"no\"/></w:sdtPr><w:sdtContent>" + inside +
           "</w:sdtContent></w:sdt>";
  };
  const Document doc =
      read_body(control(paragraph("block")) + in_paragraph(control(run("inline"))) + "<w:tbl>" +
                control("<w:tr>" + control("<w:tc>" + control(paragraph("in cell")) + "</w:tc>") +
                        "</w:tr>") +
                "</w:tbl>" + in_paragraph(control(control(run("nested")))));
  CHECK(lines_of(doc) == Lines{"block", "inline", "in cell", "nested"});
  CHECK(doc.tables().size() == 1);
}

TEST_CASE("smart tags, custom XML, directions and rubies do not hide their text") {
  const Document doc =
      read_body(in_paragraph("<w:smartTag>" + run("a") + "</w:smartTag><w:customXml>" + run("b") +
                             "</w:customXml><w:bdo>" + run("c") + "</w:bdo><w:dir>" + run("d") +
                             "</w:dir><w:r><w:ruby><w:rt>" + run("above") + "</w:rt><w:rubyBase>" +
                             run("e") + "</w:rubyBase></w:ruby></w:r>"));
  CHECK(lines_of(doc) == Lines{"abcde"});
}

TEST_CASE("formulas are written in one line") {
  const auto math = [](std::string_view inside) {
    return lines_of(read_body("<w:p><m:oMath>" + std::string(inside) + "</m:oMath></w:p>"))[0];
  };
  const std::string a = "<m:r><m:t>a</m:t></m:r>";
  const std::string b = "<m:r><m:t>b+1</m:t></m:r>";
  CHECK(math("<m:f><m:num>" + a + "</m:num><m:den>" + b + "</m:den></m:f>") == "a/(b+1)");
  CHECK(math("<m:sSubSup><m:e>" + a + "</m:e><m:sub>" + a + "</m:sub><m:sup>" + b +
             "</m:sup></m:sSubSup>") == "a_a^(b+1)");
  CHECK(math("<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/><m:e>" + b +
             "</m:e></m:rad>") == "√(b+1)");
  CHECK(math("<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>" + a + "</m:sub><m:sup>" +
             a + "</m:sup><m:e>" + b + "</m:e></m:nary>") == "∑_a^a b+1");
  CHECK(math("<m:d><m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"]\"/></m:dPr><m:e>" + b +
             "</m:e></m:d>") == "[b+1]");
  CHECK(math("<m:m><m:mr><m:e>" + a + "</m:e><m:e>" + a + "</m:e></m:mr><m:mr><m:e>" + b +
             "</m:e><m:e>" + a + "</m:e></m:mr></m:m>") == "■(a&a@b+1&a)");
}

TEST_CASE("a run has the marks that its styles and its own properties give") {
  const SamplePart styles = {
      "word/styles.xml",
      R"(<w:styles><w:style w:type="paragraph" w:styleId="p"><w:name w:val="p"/><w:rPr><w:b/>)"
      R"(</w:rPr></w:style><w:style w:type="character" w:styleId="c"><w:name w:val="c"/><w:rPr>)"
      R"(<w:b/><w:strike/></w:rPr></w:style></w:styles>)"};
  const Document doc = read_body(
      R"(<w:p><w:pPr><w:pStyle w:val="p"/></w:pPr><w:r><w:t>a</w:t></w:r><w:r><w:rPr>)"
      R"(<w:rStyle w:val="c"/><w:highlight w:val="yellow"/></w:rPr><w:t>b</w:t></w:r><w:r><w:rPr>)"
      R"(<w:b w:val="0"/><w:vertAlign w:val="superscript"/></w:rPr><w:t>c</w:t></w:r></w:p>)",
      {styles});
  REQUIRE(doc.runs().size() == 3);
  CHECK(doc.runs()[0].has(Mark::bold));
  CHECK_FALSE(doc.runs()[1].has(Mark::bold));  // on twice is off
  CHECK(doc.runs()[1].has(Mark::struck));
  CHECK(doc.runs()[1].highlight == Highlight::yellow);
  CHECK_FALSE(doc.runs()[2].has(Mark::bold));
  CHECK(doc.runs()[2].has(Mark::superscript));
}

TEST_CASE(
    "a format that repeats an earlier one is read anew where its prefix means another thing") {
  const auto run = [](std::string_view meaning) {
    return R"(<w:r xmlns:q=")" + std::string(meaning) +
           R"("><w:rPr><q:b/></w:rPr><w:t>x</w:t></w:r>)";
  };
  const std::string word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const Document doc = read_body("<w:p>" + run(word) + run("urn:other") + run(word) + "</w:p>");
  REQUIRE(doc.runs().size() == 3);
  CHECK(doc.runs()[0].has(Mark::bold));
  CHECK_FALSE(doc.runs()[1].has(Mark::bold));
  CHECK(doc.runs()[2].has(Mark::bold));
}

TEST_CASE("cells merged sideways in the old way are one cell") {
  const Document doc =
      read_body(R"(<w:tbl><w:tr><w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr>)" +
                paragraph("a") + R"(</w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc><w:tc>)" +
                paragraph("b") + "</w:tc></w:tr></w:tbl>");
  const Table& table = doc.tables()[0];
  REQUIRE(table.columns == 3);
  CHECK(table.at(0, 0) == table.at(0, 1));
  CHECK(doc.cell_text(table.at(0, 2)) == "b");
}

TEST_CASE("columns left free before and after a row stay free") {
  const Document doc = read_body(
      "<w:tbl><w:tr><w:tc>" + paragraph("a") + "</w:tc><w:tc>" + paragraph("b") + "</w:tc><w:tc>" +
      paragraph("c") + R"(</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/>)" +
      R"(<w:gridAfter w:val="1"/></w:trPr><w:tc>)" + paragraph("d") + "</w:tc></w:tr></w:tbl>");
  const Table& table = doc.tables()[0];
  CHECK_FALSE(table.at(1, 0));
  CHECK(doc.cell_text(table.at(1, 1)) == "d");
  CHECK_FALSE(table.at(1, 2));
}

TEST_CASE("a nested table stands in its cell") {
  const Document doc = read_body(
      "<w:tbl><w:tr><w:tc>" + paragraph("outer") + "<w:tbl><w:tr><w:tc>" + paragraph("inner") +
      "</w:tc></w:tr></w:tbl><w:p/></w:tc><w:tc>" + paragraph("next") + "</w:tc></w:tr></w:tbl>");
  REQUIRE(doc.tables().size() == 2);
  CHECK(doc.tables()[0].columns == 2);
  CHECK(doc.block(doc.tables()[1].block).cell == doc.tables()[0].at(0, 0));
  CHECK(doc.cell_text(doc.tables()[1].at(0, 0)) == "inner");
}

}  // namespace rapporteur
