#include "parsers/docx/word_story.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {

void StoryReader::read_children(Content content) {
  const int here = xml_.depth();
  while (xml_.next(here)) (this->*content)();
}

// Elements that only stand around others. False when this is none of them.
bool StoryReader::read_wrapper(Content content) {
  switch (xml_.name()) {
    case "w:hyperlink"_xml:
      read_hyperlink(content);
      return true;
    case "w:ins"_xml:
      read_change(RevisionKind::inserted, content);
      return true;
    case "w:del"_xml:
      read_change(RevisionKind::deleted, content);
      return true;
    case "w:moveFrom"_xml:
      read_change(RevisionKind::moved_from, content);
      return true;
    case "w:moveTo"_xml:
      read_change(RevisionKind::moved_to, content);
      return true;
    case "w:sdt"_xml:
      read_content_control(content);
      return true;
    case "mc:AlternateContent"_xml:
      read_alternatives(content);
      return true;
    case "w:smartTag"_xml:
    case "w:customXml"_xml:
    case "w:bdo"_xml:
    case "w:dir"_xml:
    case "mc:ProcessContent"_xml:
      read_children(content);
      return true;
    default:
      return false;
  }
}

void StoryReader::read_hyperlink(Content content) {
  std::string target;
  if (const auto id = xml_.attribute(Namespace::relationships, "id")) {
    const Relationship* const found = related(*id);
    if (found != nullptr) target = found->target;
  }
  if (const auto anchor = xml_.attribute(Namespace::word, "anchor")) target += "#" + *anchor;
  const LinkId outer = link_;
  if (!target.empty()) link_ = builder_.link(target);
  read_children(content);
  link_ = outer;
}

void StoryReader::read_content_control(Content content) {
  const int here = xml_.depth();
  while (xml_.next(here)) {
    if (xml_.name() == "w:sdtContent"_xml) read_children(content);
  }
}

// The first choice that is understood, else the fallback; never two of them.
void StoryReader::read_alternatives(Content content) {
  const int here = xml_.depth();
  bool read = false;
  while (xml_.next(here)) {
    if (read) continue;
    if (xml_.name() == "mc:Choice"_xml) {
      read = understands(
          xml_.raw_attribute(Namespace::compatibility, "Requires").value_or(std::string_view()));
    } else {
      read = xml_.name() == "mc:Fallback"_xml;
    }
    if (read) read_children(content);
  }
}

bool StoryReader::understands(std::string_view prefixes) const {
  for (const std::string_view prefix : words(prefixes)) {
    if (xml_.meaning(prefix) == Namespace::unknown) return false;
  }
  return true;
}

}  // namespace rapporteur
