#include <string>
#include <utility>

#include "parsers/docx/word_story.hpp"

namespace rapporteur {

// What a drawing turned out to hold.
struct FoundObject {
  std::optional<ObjectKind> kind = {};
  std::string description;
  std::string relationship;
};

namespace {

std::string attribute(const XmlReader& xml, std::string_view name) {
  return xml.attribute(Namespace::none, name).value_or("");
}

void take(FoundObject& found, ObjectKind kind, std::string relationship) {
  const bool weaker = found.kind && *found.kind != ObjectKind::picture;
  if (weaker) return;
  found.kind = kind;
  found.relationship = std::move(relationship);
}

}  // namespace

// w:drawing, w:pict and w:object: a placeholder for what is no text, and the text boxes in it.
void StoryReader::read_object() {
  FoundObject found;
  const XmlName element = xml_.name();
  scan_object(found);
  if (hidden() || fields_in_code_ > 0) return;
  if (!found.kind && element == "w:object"_xml) found.kind = ObjectKind::embedded;
  if (!found.kind && found.description.empty()) return;
  const Relationship* const target =
      found.relationship.empty() ? nullptr : related(found.relationship);
  if (waiting_) return;
  builder_.object(found.kind.value_or(ObjectKind::picture), found.description,
                  target == nullptr ? std::string() : target->target);
}

void StoryReader::scan_object(FoundObject& found) {
  const int here = xml_.depth();
  while (xml_.next(here)) scan_object_part(found);
}

void StoryReader::scan_object_part(FoundObject& found) {
  const auto id = [this](std::string_view name) {
    return xml_.attribute(Namespace::relationships, name).value_or("");
  };
  switch (xml_.name()) {
    case "w:txbxContent"_xml:
      if (!hidden() && fields_in_code_ == 0) text_boxes_.push_back(xml_);
      return;
    case "wp:docPr"_xml:
      found.description = attribute(xml_, "descr");
      if (found.description.empty()) found.description = attribute(xml_, "title");
      return;
    case "a:blip"_xml: {
      const std::string embedded = id("embed");
      return take(found, ObjectKind::picture, embedded.empty() ? id("link") : embedded);
    }
    case "v:imagedata"_xml:
      take(found, ObjectKind::picture, id("id"));
      if (found.description.empty()) {
        found.description = xml_.attribute(Namespace::office, "title").value_or("");
      }
      return;
    case "v:textpath"_xml:
      if (found.description.empty()) found.description = attribute(xml_, "string");
      return;
    case "c:chart"_xml:
      return take(found, ObjectKind::chart, id("id"));
    case "dgm:relIds"_xml:
      return take(found, ObjectKind::diagram, id("dm"));
    case "o:OLEObject"_xml:
    case "w:control"_xml:
      return take(found, ObjectKind::embedded, id("id"));
    case "mc:AlternateContent"_xml:
      return scan_alternatives(found);
    case "v:shape"_xml:
      if (found.description.empty()) found.description = attribute(xml_, "alt");
      return scan_object(found);
    default:
      return scan_object(found);
  }
}

void StoryReader::scan_alternatives(FoundObject& found) {
  const int here = xml_.depth();
  bool read = false;
  while (xml_.next(here)) {
    if (read) continue;
    read =
        xml_.name() == "mc:Fallback"_xml ||
        understands(
            xml_.raw_attribute(Namespace::compatibility, "Requires").value_or(std::string_view()));
    if (read) scan_object(found);
  }
}

}  // namespace rapporteur
