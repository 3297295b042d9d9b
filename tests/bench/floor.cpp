#include <unicode/utf8.h>
#include <zip.h>

#include <cstring>
#include <pugixml.hpp>

#include "tests/bench/subject.hpp"

namespace rapporteur {
namespace {

struct TextLength : pugi::xml_tree_walker {
  std::size_t total = 0;
  bool for_each(pugi::xml_node& node) override {
    if (node.type() == pugi::node_pcdata) total += std::string_view(node.value()).size();
    return true;
  }
};

std::string inflate(const std::string& bytes, const char* member) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* const archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) return {};
  zip_stat_t status;
  zip_stat(archive, member, 0, &status);
  std::string out(status.size, '\0');
  zip_file_t* const file = zip_fopen(archive, member, 0);
  if (file != nullptr) zip_fread(file, out.data(), out.size());
  if (file != nullptr) zip_fclose(file);
  zip_close(archive);
  return out;
}

std::size_t docx_floor(const std::string& bytes) {
  std::string xml = inflate(bytes, "word/document.xml");
  pugi::xml_document document;
  document.load_buffer_inplace(xml.data(), xml.size());
  TextLength length;
  document.traverse(length);
  return length.total;
}

// Byte by byte, as the loop of ICU's manual does it; our own takes eight at once.
std::size_t valid_bytes(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t at = 0;
  while (at < size) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    if (c < 0) break;
  }
  return static_cast<std::size_t>(at);
}

std::size_t lines_of(std::string_view text) {
  std::size_t lines = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    const void* const feed = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    ++lines;
    at = feed == nullptr ? end : static_cast<const char*>(feed) + 1;
  }
  return lines;
}

}  // namespace

std::size_t text_floor(std::string_view text) { return valid_bytes(text) + lines_of(text); }

std::size_t floor_of(const BenchDocument& document) {
  return document.bytes.starts_with("PK") ? docx_floor(document.bytes) : text_floor(document.bytes);
}

}  // namespace rapporteur
