#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/docx_sample.hpp"

namespace rapporteur {
namespace {

std::string grid(const std::vector<int>& widths) {
  std::string out = "<w:tblGrid>";
  for (const int width : widths) out += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
  return out + "</w:tblGrid>";
}

std::string cell(const std::string& text, int span = 1) {
  return "<w:tc><w:tcPr><w:gridSpan w:val=\"" + std::to_string(span) + "\"/></w:tcPr>" +
         paragraph(text) + "</w:tc>";
}

std::string row(const std::string& inside) { return "<w:tr>" + inside + "</w:tr>"; }

const Table& only_table(const Document& doc) {
  REQUIRE(doc.tables().size() == 1);
  return doc.tables()[0];
}

// The column each cell begins in, row by row.
std::vector<std::uint32_t> columns(const Document& doc) {
  std::vector<std::uint32_t> out;
  for (const Cell& each : doc.cells()) out.push_back(each.column);
  return out;
}

using Columns = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("grid lines closer than a point are one, so that rows drawn askew share columns") {
  // The second row begins and is divided 8 twentieths of a point further right.
  const Document doc =
      read_body("<w:tbl>" + grid({8, 1000, 8, 2000}) + row(cell("a", 2) + cell("b", 2)) +
                row("<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cell("c", 2) + cell("d", 1)) +
                "</w:tbl>");
  CHECK(only_table(doc).columns == 2);
  CHECK(columns(doc) == Columns{0, 1, 0, 1});
}

TEST_CASE("a grid line stays where a narrow cell needs it, or where it is a point away") {
  const Document narrow =
      read_body("<w:tbl>" + grid({1000, 8, 1000}) + row(cell("a") + cell("|") + cell("b")) +
                row(cell("c", 2) + cell("d")) + "</w:tbl>");
  CHECK(only_table(narrow).columns == 3);
  CHECK(columns(narrow) == Columns{0, 1, 2, 0, 2});
  const Document apart =
      read_body("<w:tbl>" + grid({1000, 20, 1000}) + row(cell("a") + cell("b", 2)) +
                row(cell("c", 2) + cell("d")) + "</w:tbl>");
  CHECK(columns(apart) == Columns{0, 1, 0, 2});
}

TEST_CASE("a grid that says too little is taken as it is") {
  const Document unsized = read_body("<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>" +
                                     row(cell("a") + cell("b")) + row(cell("c", 2)) + "</w:tbl>");
  CHECK(only_table(unsized).columns == 2);
  // More cells than the grid has columns.
  const Document longer =
      read_body("<w:tbl>" + grid({1000, 8}) + row(cell("a") + cell("b") + cell("c") + cell("d")) +
                "</w:tbl>");
  CHECK(columns(longer) == Columns{0, 1, 2, 3});
}

TEST_CASE("a first row that the table's style makes stand out is a header where it is shown") {
  const SamplePart styles = {
      "word/styles.xml",
      R"(<w:styles><w:style w:type="table" w:styleId="Base"><w:name w:val="Base"/>)"
      R"(<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>)"
      R"(<w:style w:type="table" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Base"/>)"
      R"(</w:style><w:style w:type="table" w:styleId="Plain"><w:name w:val="Plain"/>)"
      R"(<w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style></w:styles>)"};
  const auto header_rows = [&](const std::string& style, const std::string& look) {
    const Document doc =
        read_body("<w:tbl><w:tblPr><w:tblStyle w:val=\"" + style + "\"/><w:tblLook " + look +
                      "/></w:tblPr>" + grid({1000}) + row(cell("a")) + row(cell("b")) + "</w:tbl>",
                  {styles});
    return only_table(doc).header_rows;
  };
  CHECK(header_rows("Own", R"(w:val="04A0" w:firstRow="1")") == 1);
  CHECK(header_rows("Base", R"(w:val="04A0")") == 1);
  CHECK(header_rows("Own", R"(w:val="0480" w:firstRow="0")") == 0);
  CHECK(header_rows("Plain", R"(w:val="04A0")") == 0);
}

}  // namespace rapporteur
