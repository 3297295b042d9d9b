#include "tests/support/docx_sample.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <catch2/catch.hpp>

#include "parsers/docx/docx.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kNamespaces =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")"
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")"
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture")"
    R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office")"
    R"( xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml")"
    R"( xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml")";
constexpr std::string_view kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

// Puts the namespaces into the first tag.
std::string declared(const std::string& xml) {
  const std::size_t end = xml.find_first_of(" />", 1);
  return xml.substr(0, end) + std::string(kNamespaces) + xml.substr(end);
}

std::string stem_of(std::string_view part) {
  const std::size_t slash = part.find_last_of('/') + 1;
  const std::string name(part.substr(slash, part.find('.', slash) - slash));
  return name.substr(0, name.find_first_of("0123456789"));
}

}  // namespace

std::string zipped(const std::vector<SamplePart>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  REQUIRE(archive != nullptr);
  for (const auto& [name, text] : parts) {
    zip_source_t* const source = zip_source_buffer(archive, text.data(), text.size(), 0);
    REQUIRE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
  }
  REQUIRE(zip_close(archive) == 0);
  zip_stat_t stat;
  zip_source_stat(target, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(target);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

std::vector<SamplePart> docx_parts(std::string_view body, const std::vector<SamplePart>& others) {
  std::string related;
  std::vector<SamplePart> parts = {
      {"[Content_Types].xml",
       R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
       R"(<Override PartName="/word/document.xml" ContentType="application/)"
       R"(vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)"},
      {"_rels/.rels",
       fmt::format(R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/)"
                   R"(relationships"><Relationship Id="rId1" Type="{}officeDocument" )"
                   R"(Target="word/document.xml"/></Relationships>)",
                   kOffice)},
      {"word/document.xml",
       declared(fmt::format("<w:document><w:body>{}</w:body></w:document>", body))},
  };
  for (const auto& [name, text] : others) {
    const bool raw = !text.starts_with("<w") || text.find("xmlns:w=") != std::string::npos;
    parts.emplace_back(name, raw ? text : declared(text));
    if (name.find("_rels/") != std::string::npos) continue;
    related += fmt::format(R"(<Relationship Id="{}" Type="{}{}" Target="/{}"/>)", name, kOffice,
                           stem_of(name), name);
  }
  related +=
      fmt::format(R"(<Relationship Id="link" Type="{}hyperlink" Target="https://example.org/a" )"
                  R"(TargetMode="External"/>)",
                  kOffice);
  parts.emplace_back("word/_rels/document.xml.rels",
                     R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/)"
                     R"(relationships">)" +
                         related + "</Relationships>");
  return parts;
}

std::string docx_bytes(std::string_view body, const std::vector<SamplePart>& others) {
  return zipped(docx_parts(body, others));
}

Document read_docx(const std::string& bytes, View view) {
  ReadOptions options;
  options.view = view;
  Result<Draft> draft = docx_reader().read(bytes, "sample.docx", options);
  if (!draft) FAIL(draft.error().where << ": " << draft.error().what);
  return Document(std::move(draft->data));
}

Document read_body(std::string_view body, const std::vector<SamplePart>& others, View view) {
  return read_docx(docx_bytes(body, others), view);
}

std::vector<std::string> lines_of(const Document& doc) {
  std::vector<std::string> lines;
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    const BlockId id{i};
    if (doc.block(id).kind == BlockKind::table) continue;
    const std::string_view label = doc.label(id);
    lines.push_back(label.empty() ? std::string(doc.text(id))
                                  : fmt::format("[{}] {}", label, doc.text(id)));
  }
  return lines;
}

std::string paragraph(std::string_view text, std::string_view properties) {
  return fmt::format("<w:p><w:pPr>{}</w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                     properties, text);
}

}  // namespace rapporteur
