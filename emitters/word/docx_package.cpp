#include "emitters/word/docx_package.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <memory>
#include <vector>

#include "emitters/word/docx_body.hpp"
#include "emitters/word/docx_text.hpp"

namespace rapporteur {
namespace {

// 1980-01-01 00:00 as MS-DOS writes it: the time of every member, so that bytes can be reproduced.
constexpr zip_uint16_t kFirstDay = 1U << 5U | 1U;

constexpr std::string_view kRelation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

struct Part {
  std::string name;
  std::string bytes;
};

std::string relation(std::string_view id, std::string_view type, std::string_view target) {
  return fmt::format(R"(<Relationship Id="{}" Type="{}{}" Target="{}"/>)", id, kRelation, type,
                     target);
}

// Where a picture is, as seen from word/.
std::string picture_name(const DocxBody& body, std::size_t index) {
  return fmt::format("media/picture{}.{}", index + 1, body.pictures[index].ending);
}

std::string relations(const DocxBody& body) {
  std::string out =
      R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  for (const char* part : {"styles", "numbering", "settings", "footer"}) {
    out += relation(part, part, fmt::format("{}.xml", part));
  }
  for (std::size_t i = 0; i < body.links.size(); ++i) {
    out += fmt::format(
        R"(<Relationship Id="link{}" Type="{}hyperlink" Target="{}" TargetMode="External"/>)",
        i + 1, kRelation, xml_escaped(body.links[i]));
  }
  for (std::size_t i = 0; i < body.pictures.size(); ++i) {
    out += relation(fmt::format("picture{}", i + 1), "image", picture_name(body, i));
  }
  return out + "</Relationships>";
}

std::string core_properties(const DocxBody& body) {
  return fmt::format(
      R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
      R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/)"
      R"(core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">)"
      R"(<dc:title>{}</dc:title></cp:coreProperties>)",
      xml_escaped(body.title));
}

Result<std::vector<Part>> parts_of(DocxBody body, const TemplateText& part_of) {
  // The order is that in which Word writes them; readers of streams want the types first.
  std::vector<Part> parts;
  const auto add = [&](const std::string& name, const std::string& file) -> Result<void> {
    Result<std::string> text = part_of("docx/" + file);
    if (!text) return tl::unexpected<Error>(text.error());
    parts.push_back({name, std::move(*text)});
    return {};
  };
  for (const auto& [name, file] : {std::pair("[Content_Types].xml", "content_types.xml"),
                                   std::pair("_rels/.rels", "package_relations.xml")}) {
    if (const Result<void> added = add(name, file); !added) return tl::unexpected(added.error());
  }
  parts.push_back({"word/document.xml", std::move(body.xml)});
  parts.push_back({"word/_rels/document.xml.rels", relations(body)});
  for (const std::string name : {"styles.xml", "numbering.xml", "settings.xml", "footer.xml"}) {
    const Result<void> added = add("word/" + name, name);
    if (!added) return tl::unexpected(added.error());
  }
  for (std::size_t i = 0; i < body.pictures.size(); ++i) {
    parts.push_back({"word/" + picture_name(body, i), std::move(body.pictures[i].bytes)});
  }
  parts.push_back({"docProps/core.xml", core_properties(body)});
  return parts;
}

// The library's own choice, 9, takes seven times as long for a part that is a quarter smaller.
constexpr zip_uint32_t kCompression = 3;

bool add_member(zip_t* archive, const Part& part) {
  zip_source_t* const source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
  const zip_int64_t index = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto member = static_cast<zip_uint64_t>(index);
  return zip_set_file_compression(archive, member, ZIP_CM_DEFLATE, kCompression) == 0 &&
         zip_file_set_dostime(archive, member, 0, kFirstDay, 0) == 0;
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_source_stat(source, &about) != 0 || zip_source_open(source) != 0) return {};
  std::string bytes(about.size, '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  return read == static_cast<zip_int64_t>(bytes.size()) ? bytes : std::string();
}

// The parts as an archive; "" when memory is short.
std::string zipped(const std::vector<Part>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> target(
      zip_source_buffer_create(nullptr, 0, 0, &error), zip_source_free);
  if (!target) return {};
  zip_source_keep(target.get());
  zip_t* const archive = zip_open_from_source(target.get(), ZIP_TRUNCATE, &error);
  if (archive == nullptr) {
    zip_source_free(target.get());
    return {};
  }
  for (const Part& part : parts) {
    if (add_member(archive, part)) continue;
    zip_discard(archive);
    return {};
  }
  if (zip_close(archive) == 0) return bytes_of(target.get());
  zip_discard(archive);
  return {};
}

}  // namespace

Result<std::string> docx_package(std::string_view markup, const std::string& where,
                                 const TemplateText& part_of) {
  Result<DocxBody> body = docx_body(markup, where);
  if (!body) return tl::unexpected(body.error());
  const Result<std::vector<Part>> parts = parts_of(std::move(*body), part_of);
  if (!parts) return tl::unexpected(parts.error());
  std::string bytes = zipped(*parts);
  if (bytes.empty()) return fail(ErrorCode::io, where, "the document cannot be packed");
  return bytes;
}

}  // namespace rapporteur
