#include "parsers/docx/word_formats.hpp"

#include <charconv>
#include <utility>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::pair<std::string_view, Highlight> kHighlights[] = {
    {"yellow", Highlight::yellow},
    {"green", Highlight::green},
    {"cyan", Highlight::cyan},
    {"magenta", Highlight::magenta},
    {"blue", Highlight::blue},
    {"red", Highlight::red},
    {"darkBlue", Highlight::dark_blue},
    {"darkCyan", Highlight::dark_cyan},
    {"darkGreen", Highlight::dark_green},
    {"darkMagenta", Highlight::dark_magenta},
    {"darkRed", Highlight::dark_red},
    {"darkYellow", Highlight::dark_yellow},
    {"darkGray", Highlight::dark_gray},
    {"lightGray", Highlight::light_gray},
    {"black", Highlight::black},
    {"white", Highlight::white},
};

Highlight highlight_of(std::string_view name) {
  for (const auto& [known, colour] : kHighlights) {
    if (known == name) return colour;
  }
  return Highlight::none;
}

void read_fonts(const XmlReader& xml, RunFormat& format) {
  for (const std::string_view script : {"ascii", "hAnsi"}) {
    if (const auto font = xml.raw_attribute(Namespace::word, script)) {
      format.font = sign_font(*font);
      return;
    }
  }
}

void read_position(const XmlReader& xml, RunFormat& format) {
  const std::string_view where = value(xml);
  format.state(Mark::superscript, where == "superscript");
  format.state(Mark::subscript, where == "subscript");
}

void read_run_change(XmlReader& xml, Properties which, RunFormat& format) {
  const ChangeStamp stamp = read_stamp(xml);
  if (which == Properties::before_changes) {
    format = {};
    const int here = xml.depth();
    while (xml.next(here)) {
      if (xml.name() == "w:rPr"_xml) format = read_run_format(xml, Properties::current);
    }
  }
  format.changed = stamp;
}

// The element that is open is a child of w:rPr.
void read_run_property(XmlReader& xml, Properties which, RunFormat& format) {
  switch (xml.name()) {
    case "w:rStyle"_xml:
      format.style = value(xml);
      break;
    case "w:b"_xml:
      format.state(Mark::bold, is_on(xml));
      break;
    case "w:i"_xml:
      format.state(Mark::italic, is_on(xml));
      break;
    case "w:u"_xml:
      format.state(Mark::underlined, value(xml) != "none");
      break;
    case "w:strike"_xml:
    case "w:dstrike"_xml:
      format.state(Mark::struck, is_on(xml));
      break;
    case "w:caps"_xml:
      format.state(Mark::capitals, is_on(xml));
      break;
    case "w:smallCaps"_xml:
      format.state(Mark::small_capitals, is_on(xml));
      break;
    case "w:vanish"_xml:
      format.state(Mark::hidden, is_on(xml));
      break;
    case "w:vertAlign"_xml:
      read_position(xml, format);
      break;
    case "w:highlight"_xml:
      format.highlight = highlight_of(value(xml));
      break;
    case "w:rFonts"_xml:
      read_fonts(xml, format);
      break;
    case "w:rPrChange"_xml:
      read_run_change(xml, which, format);
      break;
    default:
      break;
  }
}

void read_list_properties(XmlReader& xml, ParagraphFormat& format) {
  const int here = xml.depth();
  while (xml.next(here)) {
    if (xml.name() == "w:ilvl"_xml) {
      format.list_level = integer_value(xml);
    } else if (xml.name() == "w:numId"_xml) {
      format.list = integer_value(xml);
    }
  }
}

// w:rPr of the paragraph mark: its format, and whether the mark itself is a tracked change.
void read_mark_format(XmlReader& xml, Properties which, ParagraphFormat& format) {
  const int here = xml.depth();
  while (xml.next(here)) {
    switch (xml.name()) {
      case "w:moveTo"_xml:
        format.mark_moved = true;
        [[fallthrough]];
      case "w:ins"_xml:
        format.mark_inserted = read_stamp(xml);
        break;
      case "w:moveFrom"_xml:
        format.mark_moved = true;
        [[fallthrough]];
      case "w:del"_xml:
        format.mark_deleted = read_stamp(xml);
        break;
      default:
        read_run_property(xml, which, format.mark);
    }
  }
}

void read_former_format(XmlReader& xml, ParagraphFormat& format) {
  const int here = xml.depth();
  while (xml.next(here)) {
    if (xml.name() != "w:pPr"_xml) continue;
    const ParagraphFormat former = read_paragraph_format(xml, Properties::current);
    format.style = former.style;
    format.list = former.list;
    format.list_level = former.list_level;
    format.outline = former.outline;
  }
}

}  // namespace

void RunFormat::state(Mark mark, bool on) {
  const auto bit = static_cast<std::uint16_t>(mark);
  stated |= bit;
  marks = static_cast<std::uint16_t>(on ? marks | bit : marks & ~bit);
}

void RunFormat::apply(const RunFormat& over) {
  marks = static_cast<std::uint16_t>((marks & ~over.stated) | over.marks);
  stated |= over.stated;
  if (over.highlight) highlight = over.highlight;
  if (over.font) font = over.font;
}

std::string_view value(const XmlReader& xml, std::string_view local) {
  return xml.raw_attribute(Namespace::word, local).value_or(std::string_view());
}

bool is_on(const XmlReader& xml) {
  const std::string_view said = value(xml);
  return said != "0" && said != "false" && said != "off";
}

std::optional<int> integer_value(const XmlReader& xml, std::string_view local) {
  const std::string_view said = value(xml, local);
  int number = 0;
  const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), number);
  if (error != std::errc() || said.empty()) return {};
  return number;
}

ChangeStamp read_stamp(const XmlReader& xml) { return {value(xml, "author"), value(xml, "date")}; }

SignFont sign_font(std::string_view name) {
  if (equals_ignoring_case(name, "Symbol")) return SignFont::symbol;
  if (equals_ignoring_case(name, "Wingdings")) return SignFont::wingdings;
  if (equals_ignoring_case(name, "Wingdings 2")) return SignFont::wingdings2;
  if (equals_ignoring_case(name, "Wingdings 3")) return SignFont::wingdings3;
  if (equals_ignoring_case(name, "Webdings")) return SignFont::webdings;
  return SignFont::none;
}

RunFormat read_run_format(XmlReader& xml, Properties which) {
  RunFormat format;
  const int here = xml.depth();
  while (xml.next(here)) read_run_property(xml, which, format);
  return format;
}

void read_paragraph_property(XmlReader& xml, Properties which, ParagraphFormat& format) {
  switch (xml.name()) {
    case "w:pStyle"_xml:
      format.style = value(xml);
      break;
    case "w:numPr"_xml:
      read_list_properties(xml, format);
      break;
    case "w:outlineLvl"_xml:
      format.outline = integer_value(xml);
      break;
    case "w:rPr"_xml:
      read_mark_format(xml, which, format);
      break;
    case "w:pPrChange"_xml:
      format.changed = read_stamp(xml);
      if (which == Properties::before_changes) read_former_format(xml, format);
      break;
    default:
      break;
  }
}

ParagraphFormat read_paragraph_format(XmlReader& xml, Properties which) {
  ParagraphFormat format;
  const int here = xml.depth();
  while (xml.next(here)) read_paragraph_property(xml, which, format);
  return format;
}

}  // namespace rapporteur
