// The XML of a sheet or a slide, zipped here, since what is changed in a zipped part only breaks
// its checksum: a sound document or an error. The input is both the only sheet of a workbook and
// the only slide of a presentation; after a line "===" come the shared strings.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "parsers/office/workbook.hpp"
#include "tests/fuzz/check_document.hpp"
#include "tests/support/docx_parts.hpp"

namespace {

using rapporteur::SamplePart;

const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relationship(const std::string& id, const std::string& type,
                         const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kOffice + "/" + type + "\" Target=\"" +
         target + "\"/>";
}

std::string relationships(const std::string& inside) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         inside + "</Relationships>";
}

std::string workbook(std::string_view sheet, std::string_view strings) {
  return rapporteur::zipped(
      {{"xl/workbook.xml", "<workbook xmlns:r=\"" + kOffice +
                               "\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"s\"/></sheets>"
                               "</workbook>"},
       {"xl/_rels/workbook.xml.rels",
        relationships(relationship("s", "worksheet", "worksheets/sheet1.xml") +
                      relationship("t", "sharedStrings", "sharedStrings.xml"))},
       {"xl/worksheets/sheet1.xml", std::string(sheet)},
       {"xl/sharedStrings.xml", std::string(strings)}},
      rapporteur::Packing::stored);
}

std::string presentation(std::string_view slide) {
  return rapporteur::zipped(
      {{"ppt/presentation.xml", "<p:presentation xmlns:r=\"" + kOffice +
                                    "\"><p:sldIdLst><p:sldId r:id=\"s\"/></p:sldIdLst>"
                                    "</p:presentation>"},
       {"ppt/_rels/presentation.xml.rels",
        relationships(relationship("s", "slide", "slides/slide1.xml"))},
       {"ppt/slides/slide1.xml", std::string(slide)}},
      rapporteur::Packing::stored);
}

void check(const rapporteur::Reader& reader, const std::string& bytes) {
  rapporteur::Result<rapporteur::Draft> draft = reader.read(bytes, "fuzz.xlsx", {});
  if (draft) rapporteur::check_document(std::move(*draft));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view kBetween = "\n===\n";
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t between = std::min(input.find(kBetween), input.size());
  const std::string_view part = input.substr(0, between);
  check(rapporteur::workbook_reader(),
        workbook(part, input.substr(std::min(between + kBetween.size(), input.size()))));
  check(rapporteur::slides_reader(), presentation(part));
  return 0;
}
