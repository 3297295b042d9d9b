#include <zip.h>

#include <pugixml.hpp>

#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"
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

}  // namespace

std::size_t floor_of(const BenchDocument& document) {
  if (document.bytes.starts_with("PK")) return docx_floor(document.bytes);
  return valid_utf8_prefix(document.bytes) + split(document.bytes, '\n').size();
}

}  // namespace rapporteur
