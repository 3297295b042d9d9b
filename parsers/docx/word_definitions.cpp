#include "parsers/docx/word_definitions.hpp"

#include <fmt/format.h>

#include <utility>

namespace rapporteur {
namespace {

WordSettings settings_of(std::string_view text, int most_depth) {
  WordSettings settings;
  XmlReader xml(text, most_depth);
  if (!xml.next(0)) return settings;
  while (xml.next(1)) {
    switch (xml.name()) {
      case "w:evenAndOddHeaders"_xml:
        settings.even_headers = is_on(xml);
        break;
      case "w:footnotePr"_xml:
        read_note_numbering(xml, settings.footnotes);
        break;
      case "w:endnotePr"_xml:
        read_note_numbering(xml, settings.endnotes);
        break;
      case "w:rsids"_xml:
        // The longest of all by far, and what is looked for stands before it (17.15.1.78).
        return settings;
      default:
        break;
    }
  }
  return settings;
}

}  // namespace

void read_note_numbering(XmlReader& xml, NoteNumbering& numbering) {
  const int here = xml.depth();
  while (xml.next(here)) {
    switch (xml.name()) {
      case "w:numFmt"_xml:
        numbering.form = number_form(value(xml));
        break;
      case "w:numStart"_xml:
        numbering.start = integer_value(xml).value_or(1);
        break;
      case "w:numRestart"_xml:
        numbering.each_section = value(xml) == "eachSect";
        break;
      default:
        break;
    }
  }
}

// Empty where the document has no such part, or a damaged one.
PartText WordDefinitions::load(std::string_view type) {
  PartText file;
  const Relationships& related = package_.relationships_of(package_.main_part());
  const Relationship* const part = related.find_type(type);
  if (part == nullptr) return file;
  const Result<std::string_view> text = package_.load(part->target, file);
  if (text) return file;
  builder_.diagnose(
      package_.has(part->target) ? DiagnosticCode::damaged_part : DiagnosticCode::missing_part,
      fmt::format("{}: {}", text.error().where, text.error().what));
  return {};
}

WordStyles& WordDefinitions::read_styles() {
  return styles_.emplace(load("styles"), package_.limits().xml_depth);
}

WordNumbering& WordDefinitions::read_numbering() {
  return numbering_.emplace(load("numbering"), package_.limits().xml_depth, styles());
}

const WordSettings& WordDefinitions::settings() {
  if (!settings_) settings_ = settings_of(load("settings").text, package_.limits().xml_depth);
  return *settings_;
}

void WordDefinitions::report() {
  if (styles_ && styles_->has_cycle()) {
    builder_.diagnose(DiagnosticCode::bad_reference, "styles are based on one another in a circle");
  }
}

}  // namespace rapporteur
