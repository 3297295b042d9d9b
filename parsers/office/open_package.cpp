#include "parsers/office/open_package.hpp"

#include <algorithm>
#include <filesystem>

namespace rapporteur {

pugi::xml_document part_xml(Archive& archive, std::string_view name) {
  pugi::xml_document xml;
  const std::optional<std::size_t> member = archive.find(name);
  Buffer buffer;
  if (!member) return xml;
  const Result<std::string_view> text = archive.read(*member, buffer);
  constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata;
  if (text) xml.load_buffer(text->data(), text->size(), kOptions);
  return xml;
}

std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  return whole.substr(whole.find(':') + 1);  // npos + 1 is 0
}

std::vector<pugi::xml_node> children_named(const pugi::xml_node& parent, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node& child : parent.children()) {
    if (local_name(child.name()) == name) found.push_back(child);
  }
  return found;
}

pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node& child : parent.children()) {
    if (local_name(child.name()) == name) return child;
  }
  return {};
}

std::string_view attribute_named(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    if (local_name(attribute.name()) == name) return attribute.value();
  }
  return {};
}

std::vector<std::pair<std::string, std::string>> relationships(Archive& archive,
                                                               std::string_view part) {
  const std::filesystem::path path(part);
  const std::filesystem::path folder = path.parent_path();
  const std::string rels = (folder / "_rels" / (path.filename().string() + ".rels")).string();
  std::vector<std::pair<std::string, std::string>> out;
  const pugi::xml_document xml = part_xml(archive, rels);
  for (const pugi::xml_node& entry : children_named(xml.document_element(), "Relationship")) {
    const std::string target(attribute_named(entry, "Target"));
    const bool absolute = target.starts_with('/');
    const std::filesystem::path full =
        absolute ? std::filesystem::path(target.substr(1)) : folder / target;
    out.emplace_back(attribute_named(entry, "Id"), full.lexically_normal().string());
  }
  return out;
}

}  // namespace rapporteur
