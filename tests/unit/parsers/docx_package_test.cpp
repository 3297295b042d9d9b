#include <catch2/catch.hpp>

#include "parsers/docx/docx.hpp"
#include "parsers/zip/archive.hpp"
#include "tests/support/docx_sample.hpp"

namespace rapporteur {
namespace {

using Lines = std::vector<std::string>;

Error error_of(const std::string& bytes, std::string_view path = "sample.docx") {
  const Result<Draft> draft = read_document(bytes, path);
  REQUIRE_FALSE(draft);
  return draft.error();
}

void replace(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string utf16(std::string_view ascii) {
  std::string out = "\xFF\xFE";
  for (const char c : ascii) {
    out += c;
    out += '\0';
  }
  return out;
}

// A package whose main part is `xml`.
std::string with_document(const std::string& xml) {
  std::vector<SamplePart> parts = docx_parts("");
  parts[2].second = xml;
  return zipped(parts);
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("the main part is found through the relationships, whatever it is called") {
  std::vector<SamplePart> parts = docx_parts(paragraph("here"));
  parts[2].first = "content/main.xml";
  replace(parts[1].second, "word/document.xml", "/content/main.xml");
  CHECK(lines_of(read_docx(zipped(parts))) == Lines{"here"});
}

TEST_CASE("prefixes are the file's own business") {
  std::string xml = docx_parts(paragraph("here"))[2].second;
  replace(xml, "<w:", "<q:");
  replace(xml, "</w:", "</q:");
  replace(xml, "xmlns:w=", "xmlns:q=");
  replace(xml, " w:", " q:");
  CHECK(lines_of(read_docx(with_document(xml))) == Lines{"here"});
  replace(xml, "<q:", "<");
  replace(xml, "</q:", "</");
  replace(xml, "xmlns:q=", "xmlns=");
  CHECK(lines_of(read_docx(with_document(xml))) == Lines{"here"});
}

TEST_CASE("a strict file reads like a transitional one") {
  std::string xml = docx_parts(paragraph("here"))[2].second;
  replace(xml, "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main");
  CHECK(lines_of(read_docx(with_document(xml))) == Lines{"here"});
}

TEST_CASE("a part in UTF-16 or in the encoding it declares is read") {
  const std::string xml = docx_parts(paragraph("here"))[2].second;
  CHECK(lines_of(read_docx(with_document(utf16(xml)))) == Lines{"here"});
  std::string latin = docx_parts(paragraph("caf\xE9"))[2].second;
  latin.insert(0, "<?xml version=\"1.0\" encoding=\"windows-1252\"?>");
  CHECK(lines_of(read_docx(with_document(latin))) == Lines{"café"});
}

TEST_CASE("bytes that are not UTF-8 are replaced and said") {
  const Document doc = read_body(paragraph("a\xFFz"));
  CHECK(lines_of(doc) == Lines{"a\uFFFDz"});
  REQUIRE(doc.diagnostics().size() == 1);
  CHECK(doc.diagnostics()[0].code == DiagnosticCode::bad_text);
}

TEST_CASE("references and CDATA are resolved, entities of a document type are not") {
  std::string xml = docx_parts(paragraph("&amp;&#8211;&#x3b1;<![CDATA[<&]]>&lol;"))[2].second;
  xml.insert(0, "<!DOCTYPE w [<!ENTITY lol \"ha\"><!ENTITY lol2 \"&lol;&lol;\">]>");
  CHECK(lines_of(read_docx(with_document(xml))) == Lines{"&–α<&&lol;"});
}

TEST_CASE("a file behind a password is named as such") {
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  bytes.resize(1024);
  for (const char c : std::string_view("EncryptedPackage")) {
    bytes += c;
    bytes += '\0';
  }
  const Error error = error_of(bytes);
  CHECK(error.code == ErrorCode::encrypted);
  CHECK(error.what.find("password protected") == 0);
}

TEST_CASE("what is no Word document is said to be what it is") {
  std::vector<SamplePart> parts = docx_parts("");
  replace(parts[0].second, "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
          "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
  CHECK(error_of(zipped(parts)).code == ErrorCode::unsupported);
  CHECK(error_of(zipped(parts)).what.find("spreadsheet") != std::string::npos);
  CHECK(error_of(zipped({{"readme.txt", "no document"}})).code == ErrorCode::malformed);
  CHECK(docx_reader().bid(zipped({{"a.txt", ""}}), "a.zip").score == 0);
}

TEST_CASE("the workbook of a chart does not make a workbook of the document that holds it") {
  std::vector<SamplePart> parts = docx_parts("<w:p><w:r><w:t>Text</w:t></w:r></w:p>");
  const std::string workbook = zipped({{"xl/workbook.xml", ""}}, Packing::stored);
  parts.emplace_back("word/embeddings/chart.xlsx", workbook);
  for (const Packing packing : {Packing::deflated, Packing::stored}) {
    const Result<Draft> draft = read_document(zipped(parts, packing), "paper.docx");
    REQUIRE(draft);
    CHECK(draft->data.format == "docx");
  }
}

TEST_CASE("an archive of documents is none of them") {
  const std::string inner = zipped(docx_parts(""), Packing::stored);
  const std::string outer = zipped({{"a.docx", inner}, {"b.docx", inner}}, Packing::stored);
  CHECK(sniff(outer, "papers.zip") == nullptr);
}

TEST_CASE("a document whose end is missing is still taken for one") {
  const std::string bytes = zipped(docx_parts(""));
  CHECK(docx_reader().bid(bytes.substr(0, bytes.size() - 30), "paper").score > 0);
}

TEST_CASE("a text named .docx is read as the text it is") {
  const Result<Draft> draft = read_document("plain words\n", "notes.docx");
  REQUIRE(draft);
  CHECK(draft->data.format == "text");
}

TEST_CASE("elements nested a hundred thousand deep are left out and the rest is read") {
  const int deep = 100'000;
  const std::string body = paragraph("before") + repeated("<w:sdt><w:sdtContent>", deep) +
                           paragraph("deep") + repeated("</w:sdtContent></w:sdt>", deep) +
                           paragraph("after");
  ReadOptions options;
  options.limits.ratio = 10'000;
  Result<Draft> draft = docx_reader().read(docx_bytes(body), "deep.docx", options);
  REQUIRE(draft);
  const Document doc(std::move(draft->data));
  CHECK(lines_of(doc) == Lines{"before", "after"});
  REQUIRE(doc.diagnostics().size() == 1);
  CHECK(doc.diagnostics()[0].code == DiagnosticCode::nesting);
}

TEST_CASE("tables nested deeper than the limit do not stop the reading") {
  const std::string body = repeated("<w:tbl><w:tr><w:tc>", 5000) + paragraph("deep") +
                           repeated("</w:tc></w:tr></w:tbl>", 5000) + paragraph("after");
  CHECK(lines_of(read_body(body)).back() == "after");
}

TEST_CASE("styles based on one another in a circle are read, and it is said") {
  const Document doc =
      read_body(paragraph("a", R"(<w:pStyle w:val="x"/>)"),
                {{"word/styles.xml",
                  R"(<w:styles><w:style w:type="paragraph" w:styleId="x"><w:name w:val="X"/>)"
                  R"(<w:basedOn w:val="y"/></w:style><w:style w:type="paragraph" w:styleId="y">)"
                  R"(<w:name w:val="Y"/><w:basedOn w:val="x"/></w:style></w:styles>)"}});
  CHECK(doc.style(BlockId{0}) == "X");
  REQUIRE(doc.diagnostics().size() == 1);
  CHECK(doc.diagnostics()[0].code == DiagnosticCode::bad_reference);
}

TEST_CASE("a member that inflates out of all proportion is refused") {
  const Error error = error_of(with_document(std::string(std::size_t{8} << 20, ' ')));
  CHECK(error.code == ErrorCode::limit_exceeded);
  CHECK(error.where == "sample.docx: word/document.xml");
}

TEST_CASE("a lie about a member's size does not change its text") {
  const std::string text = docx_parts(paragraph("here"))[2].second;
  const std::string bytes = docx_bytes(paragraph("here"));
  for (const std::uint32_t lie : {std::uint32_t{1}, std::uint32_t{100'000}}) {
    std::string lying = bytes;
    const auto truth = static_cast<std::uint32_t>(text.size());
    const std::string_view true_size(reinterpret_cast<const char*>(&truth), 4);
    const std::string_view false_size(reinterpret_cast<const char*>(&lie), 4);
    replace(lying, true_size, false_size);
    REQUIRE(lying != bytes);
    CHECK(lines_of(read_docx(lying)) == Lines{"here"});
  }
}

TEST_CASE("a changed byte is found by the checksum") {
  std::string bytes = docx_bytes(paragraph("here"));
  const std::size_t at =
      bytes.find("word/document.xml") + std::string_view("word/document.xml").size();
  bytes[at + 100] = static_cast<char>(bytes[at + 100] ^ 0x55);
  CHECK(error_of(bytes).code == ErrorCode::malformed);
}

TEST_CASE("names that lead out of the folder are not safe") {
  for (const std::string_view name : {"../a", "a/../../b", "/etc/a", "C:/a", "a\\b", "", "a/.."}) {
    CHECK_FALSE(is_safe_name(name));
  }
  for (const std::string_view name : {"a", "word/document.xml", "a..b/c", ".hidden"}) {
    CHECK(is_safe_name(name));
  }
}

TEST_CASE("an archive lists its members and keeps to the limit on their number") {
  const std::string bytes = zipped({{"a.txt", "one"}, {"../b.txt", "two"}, {"dir/", ""}});
  Result<Archive> archive = Archive::open(bytes, "x.zip", {});
  REQUIRE(archive);
  REQUIRE(archive->members().size() == 3);
  CHECK(archive->members()[1].unsafe_name);
  CHECK(archive->members()[2].is_folder);
  Buffer buffer;
  CHECK(archive->read(*archive->find("A.TXT"), buffer).value() == "one");
  Limits limits;
  limits.members = 2;
  CHECK(Archive::open(bytes, "x.zip", limits).error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("a missing part is said and the text is still read") {
  const Document doc =
      read_body(R"(<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="1"/></w:r></w:p>)"
                R"(<w:sectPr><w:headerReference w:type="default" r:id="gone"/></w:sectPr>)",
                {{"word/footnotes.xml", "<w:footnotes><w:footnote w:id=\"1\"><w:p><w:r><w:t>cut"}});
  CHECK(lines_of(doc)[0] == "a");
  REQUIRE(doc.diagnostics().size() == 1);
  CHECK(doc.diagnostics()[0].code == DiagnosticCode::damaged_part);
  CHECK(doc.diagnostics()[0].what.find("word/footnotes.xml") == 0);
}

TEST_CASE("properties are kept by name") {
  std::vector<SamplePart> parts = docx_parts("");
  replace(
      parts[1].second, "</Relationships>",
      R"(<Relationship Id="c" Type="http://schemas.openxmlformats.org/package/2006/)"
      R"(relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>)");
  parts.emplace_back(
      "docProps/core.xml",
      R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/)"
      R"(2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">)"
      R"(<dc:title>A title</dc:title></cp:coreProperties>)");
  const Document doc = read_docx(zipped(parts));
  REQUIRE(doc.properties().size() == 1);
  CHECK(doc.properties()[0].name == "title");
  CHECK(doc.properties()[0].value == "A title");
}

}  // namespace rapporteur
