#include "parsers/docx/word_definitions.hpp"

#include <fmt/format.h>

#include <utility>

namespace rapporteur {
namespace {

// What is looked for stands before the identifiers of editing sessions (17.15.1.78), which are the
// longest of all by far: so much of the part nearly always reaches them.
constexpr std::size_t kSettingsLooked = std::size_t{16} * 1024;

struct FoundSettings {
  WordSettings settings;
  bool cut = false;  // the text ended before all that are looked for can have come
};

FoundSettings settings_of(std::string_view text, int most_depth) {
  FoundSettings found;
  WordSettings& settings = found.settings;
  XmlReader xml(text, most_depth);
  if (!xml.next(0)) return found;
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
        return found;
      default:
        break;
    }
  }
  found.cut = xml.damage().has_value();
  return found;
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

// Its first bytes, or all of it; empty where the document has no such part, or a damaged one.
PartText WordDefinitions::load(std::string_view type, std::size_t most) {
  PartText file;
  const Relationships& related = package_.relationships_of(package_.main_part());
  const Relationship* const part = related.find_type(type);
  if (part == nullptr) return file;
  const Result<std::string_view> text = package_.load_beginning(part->target, most, file);
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
  if (settings_) return *settings_;
  const int depth = package_.limits().xml_depth;
  FoundSettings found = settings_of(load("settings", kSettingsLooked).text, depth);
  if (found.cut) found = settings_of(load("settings").text, depth);
  return settings_.emplace(found.settings);
}

void WordDefinitions::report() {
  if (styles_ && styles_->has_cycle()) {
    builder_.diagnose(DiagnosticCode::bad_reference, "styles are based on one another in a circle");
  }
}

}  // namespace rapporteur
