#include <string>

#include "parsers/docx/word_story.hpp"

namespace rapporteur {
namespace {

// The text of the open element, or of the value element in it.
std::string value_of(XmlReader& xml) {
  std::string own(xml.content());
  return own;
}

std::string custom_value(XmlReader& xml) {
  std::string out;
  const int here = xml.depth();
  while (xml.next(here)) {
    if (xml.space() == Namespace::property_values) out += xml.content();
  }
  return out;
}

// Lists of headings and the like: long, and of no use beside the text.
bool is_list(XmlName name) {
  return name == "ep:TitlesOfParts"_xml || name == "ep:HeadingPairs"_xml ||
         name == "ep:HLinks"_xml || name == "ep:DigSig"_xml;
}

void read_plain(std::string_view text, int most_depth, DocumentBuilder& builder) {
  XmlReader xml(text, most_depth);
  if (!xml.next(0)) return;
  while (xml.next(1)) {
    if (is_list(xml.name())) continue;
    const std::string name(xml.local());
    const std::string value = value_of(xml);
    if (!value.empty()) builder.property(name, value);
  }
}

void read_custom(std::string_view text, int most_depth, DocumentBuilder& builder) {
  XmlReader xml(text, most_depth);
  if (!xml.next(0)) return;
  while (xml.next(1)) {
    const std::string name = xml.attribute(Namespace::properties, "name").value_or("");
    const std::string value = custom_value(xml);
    if (!name.empty()) builder.property("custom:" + name, value);
  }
}

}  // namespace

void read_word_properties(WordPackage& package, DocumentBuilder& builder) {
  for (const std::string_view type :
       {"core-properties", "extended-properties", "extendedProperties", "custom-properties",
        "customProperties"}) {
    const Relationship* const part = package.relationships_of("").find_type(type);
    PartText file;
    if (part == nullptr || !package.has(part->target) || !package.load(part->target, file)) {
      continue;
    }
    const int depth = package.limits().xml_depth;
    if (type.starts_with("custom")) {
      read_custom(file.text, depth, builder);
    } else {
      read_plain(file.text, depth, builder);
    }
  }
}

}  // namespace rapporteur
