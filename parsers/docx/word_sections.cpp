#include <algorithm>

#include "parsers/docx/word_story.hpp"

namespace rapporteur {
namespace {

void add_once(std::vector<std::string>& parts, const std::string& part) {
  if (std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
}

}  // namespace

// w:sectPr: which headers and footers are shown, and how notes are numbered. It stands in the last
// paragraph of its section.
void StoryReader::read_section() {
  StoryReferences::Section section;
  std::vector<SectionHeader> headers;
  bool first_page_differs = false;
  const int here = xml_.depth();
  while (xml_.next(here)) {
    switch (xml_.name()) {
      case "w:headerReference"_xml:
      case "w:footerReference"_xml:
        read_header_reference(headers);
        break;
      case "w:titlePg"_xml:
        first_page_differs = is_on(xml_);
        break;
      case "w:footnotePr"_xml:
        section.footnotes = context_.definitions->settings().footnotes;
        read_note_numbering(xml_, *section.footnotes);
        break;
      case "w:endnotePr"_xml:
        section.endnotes = context_.definitions->settings().endnotes;
        read_note_numbering(xml_, *section.endnotes);
        break;
      default:
        break;
    }
  }
  StoryReferences& references = *context_.references;
  references.sections.push_back(section);
  for (const SectionHeader& header : headers) {
    if (header.type == "first" && !first_page_differs) continue;
    if (header.type == "even" && !context_.definitions->settings().even_headers) continue;
    add_once(header.footer ? references.footers : references.headers, header.part);
  }
}

void StoryReader::read_header_reference(std::vector<SectionHeader>& headers) {
  const bool footer = xml_.name() == "w:footerReference"_xml;
  const std::string id = xml_.attribute(Namespace::relationships, "id").value_or("");
  const Relationship* const target = related(id);
  if (target != nullptr) headers.push_back({target->target, value(xml_, "type"), footer});
}

}  // namespace rapporteur
