#include "tests/support/docx_parts.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <cstdlib>

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
  const std::size_t end = std::min(xml.find_first_of(" />", 1), xml.size());
  return xml.substr(0, end) + std::string(kNamespaces) + xml.substr(end);
}

std::string stem_of(std::string_view part) {
  const std::size_t slash = part.find_last_of('/') + 1;
  const std::string name(part.substr(slash, part.find('.', slash) - slash));
  return name.substr(0, name.find_first_of("0123456789"));
}

}  // namespace

std::string zipped(const std::vector<SamplePart>& parts, Packing packing) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == nullptr) std::abort();
  zip_source_keep(target);
  for (const auto& [name, text] : parts) {
    zip_source_t* const source = zip_source_buffer(archive, text.data(), text.size(), 0);
    const zip_int64_t added =
        zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE);
    if (added < 0) std::abort();
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(added),
                             packing == Packing::stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
  }
  if (zip_close(archive) != 0) std::abort();
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

}  // namespace rapporteur
