#include <fmt/format.h>

#include "tests/support/docx_sample.hpp"
#include "tests/unit/parsers/seeds.hpp"

namespace rapporteur {
namespace {

constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

// A workbook of one sheet; `rows` and `merged` are the children of its sheetData and mergeCells.
std::string workbook(const std::string& rows, const std::string& merged) {
  const std::string package = "http://schemas.openxmlformats.org/package/2006/";
  return zipped(
      {{"[Content_Types].xml", "<Types xmlns=\"" + package + "content-types\"/>"},
       {"xl/workbook.xml",
        fmt::format(R"(<workbook xmlns="{}" xmlns:r="{}"><sheets>)"
                    R"(<sheet name="Documents" sheetId="1" r:id="s1"/></sheets></workbook>)",
                    kMain, kOffice)},
       {"xl/_rels/workbook.xml.rels",
        fmt::format(R"(<Relationships xmlns="{}relationships"><Relationship Id="s1" )"
                    R"(Type="{}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)",
                    package, kOffice)},
       {"xl/worksheets/sheet1.xml",
        fmt::format(R"(<worksheet xmlns="{}"><sheetData>{}</sheetData><mergeCells>{}</mergeCells>)"
                    "</worksheet>",
                    kMain, rows, merged)}});
}

std::string cell(const char* place, const char* words) {
  return fmt::format(R"(<c r="{}" t="inlineStr"><is><t>{}</t></is></c>)", place, words);
}

Document read(const std::string& bytes) {
  Result<Draft> draft = read_document(bytes, "list.xlsx");
  REQUIRE(draft);
  return Document(std::move(draft->data));
}

}  // namespace

TEST_CASE("merged cells of a sheet cover their rows and columns") {
  const Document doc = read(workbook(
      "<row r=\"1\">" + cell("A1", "Group") + cell("B1", "Document") + cell("C1", "Title") +
          "</row><row r=\"2\">" + cell("A2", "WP1") + cell("B2", "TD1") + cell("C2", "One") +
          "</row><row r=\"3\">" + cell("A3", "hidden") + cell("B3", "TD2") + cell("C3", "Two") +
          "</row><row r=\"5\">" + cell("B5", "TD3") + cell("C5", "Three") + "</row><row r=\"6\">" +
          cell("A6", "All of them") + "</row>",
      R"(<mergeCell ref="A2:A5"/><mergeCell ref="A6:C6"/>)"));
  REQUIRE(doc.tables().size() == 1);
  const Table& table = doc.tables()[0];
  CHECK(table.rows == 5);
  CHECK(table.columns == 3);
  for (std::uint32_t row = 1; row < 4; ++row) CHECK(doc.cell_text(table.at(row, 0)) == "WP1");
  CHECK(doc.cell_text(table.at(3, 1)) == "TD3");
  CHECK(doc.cell(table.at(1, 0)).row_span == 3);
  CHECK(table.at(4, 0) == table.at(4, 2));
  CHECK(doc.text().find("hidden") == std::string_view::npos);
}

TEST_CASE("a merge of a whole sheet costs no more than its rows") {
  const Document doc = read(workbook(
      "<row r=\"1\">" + cell("A1", "All") + "</row><row r=\"2\">" + cell("XFD2", "far") + "</row>",
      R"(<mergeCell ref="A1:A1048576"/>)"));
  REQUIRE(doc.tables().size() == 1);
  CHECK(doc.tables()[0].rows == 2);
}

TEST_CASE("an office file behind a password names no program") {
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  for (const char letter : std::string_view("EncryptedPackage")) (bytes += letter) += '\0';
  const Result<Draft> draft = read_document(bytes, "list.xlsx");
  REQUIRE_FALSE(draft);
  CHECK(draft.error().code == ErrorCode::encrypted);
  CHECK(draft.error().what.find("Word") == std::string::npos);
}

}  // namespace rapporteur
