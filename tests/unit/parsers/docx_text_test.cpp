#include <catch2/catch.hpp>

#include "tests/support/docx_sample.hpp"

namespace rapporteur {
namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a style is found by its id and kept by its name") {
  const Document doc = read_body(
      paragraph("Scope", R"(<w:pStyle w:val="berschrift1"/>)"),
      {{"word/styles.xml",
        R"(<w:styles><w:style w:type="paragraph" w:styleId="Base"><w:name w:val="base"/>)"
        R"(<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>)"
        R"(<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>)"
        R"(<w:basedOn w:val="Base"/></w:style></w:styles>)"}});
  CHECK(doc.style(BlockId{0}) == "heading 1");
  CHECK(doc.block(BlockId{0}).outline == 1);
}

TEST_CASE("breaks, tabs and no-break hyphens are text") {
  const Document doc = read_body(
      "<w:p><w:r><w:t>ITU</w:t><w:noBreakHyphen/><w:t>T</w:t><w:tab/><w:t>A.1</w:t><w:br/>"
      "<w:t>second</w:t></w:r></w:p>");
  CHECK(lines_of(doc) == Lines{"ITU-T\tA.1\nsecond"});
}

TEST_CASE("a page break shows only between words of one paragraph") {
  const Document doc =
      read_body(R"(<w:p><w:r><w:br w:type="page"/><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>)"
                R"(<w:br w:type="page"/></w:r></w:p>)");
  CHECK(lines_of(doc) == Lines{"a\nb"});
}

TEST_CASE("white space at the ends counts only where the file says so") {
  const Document doc = read_body(
      R"(<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b</w:t></w:r></w:p>)");
  CHECK(lines_of(doc) == Lines{"a b"});
}

TEST_CASE("a hyperlink has its text and its target") {
  const Document doc = read_body(
      R"(<w:p><w:r><w:t xml:space="preserve">see </w:t></w:r><w:hyperlink r:id="link" w:anchor="top"><w:r>)"
      R"(<w:t>there</w:t></w:r></w:hyperlink></w:p>)");
  CHECK(lines_of(doc) == Lines{"see there"});
  REQUIRE(doc.runs().size() == 2);
  CHECK_FALSE(doc.runs()[0].link);
  CHECK(doc.links()[doc.runs()[1].link.index].target == "https://example.org/a#top");
}

TEST_CASE("a table is a full grid with its merged cells") {
  const Document doc = read_body(
      "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
      R"(<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>)" +
      paragraph("Item") + R"(</w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>)" +
      paragraph("Company") + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" +
      "<w:tc>" + paragraph("A") + "</w:tc><w:tc>" + paragraph("B") + "</w:tc></w:tr></w:tbl>");
  REQUIRE(doc.tables().size() == 1);
  const Table& table = doc.tables()[0];
  CHECK(table.rows == 2);
  CHECK(table.columns == 3);
  CHECK(table.header_rows == 1);
  CHECK(table.at(0, 0) == table.at(1, 0));
  CHECK(table.at(0, 1) == table.at(0, 2));
  CHECK(doc.cell_text(table.at(0, 0)) == "Item");
  CHECK(doc.cell_text(table.at(1, 2)) == "B");
}

TEST_CASE("the source of a run is the byte where its text begins") {
  const std::vector<SamplePart> parts = docx_parts(paragraph("first") + paragraph("second"));
  const Document doc = read_docx(zipped(parts));
  REQUIRE(doc.runs().size() == 2);
  CHECK(parts[2].second.substr(doc.runs()[1].source, 6) == "second");
}

}  // namespace rapporteur
