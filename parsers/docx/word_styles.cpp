#include "parsers/docx/word_styles.hpp"

#include <algorithm>
#include <utility>

namespace rapporteur {
namespace {

// Gives `style` what its base has and it does not state.
void inherit_from(const WordStyle& base, WordStyle& style) {
  RunFormat run = base.run;
  run.apply(style.run);
  style.run = run;
  if (!style.outline) style.outline = base.outline;
  if (!style.list_level) style.list_level = base.list_level;
  if (!style.list) {
    style.list = base.list;
    style.list_style = base.list_style;
  }
  style.header_row = style.header_row || base.header_row;
}

// w:tblStylePr (17.7.6.6) of the first row: whether it makes the row stand out.
bool makes_header_row(XmlReader& xml) {
  if (value(xml, "type") != "firstRow") return false;
  bool stands_out = false;
  const int here = xml.depth();
  while (xml.next(here)) {
    if (xml.name() == "w:rPr"_xml) {
      const RunFormat format = read_run_format(xml, Properties::current);
      stands_out = stands_out || (format.marks & static_cast<std::uint16_t>(Mark::bold)) != 0;
    } else if (xml.name() == "w:tcPr"_xml) {
      const int inside = xml.depth();
      while (xml.next(inside)) stands_out = stands_out || xml.name() == "w:shd"_xml;
    }
  }
  return stands_out;
}

bool is_standard_paragraph(const XmlReader& xml) {
  const std::string_view standard = value(xml, "default");
  if (standard != "1" && standard != "true" && standard != "on") return false;
  const std::string_view type = value(xml, "type");
  return type.empty() || type == "paragraph";
}

void read_style(XmlReader& xml, WordStyle& style) {
  const int here = xml.depth();
  while (xml.next(here)) {
    switch (xml.name()) {
      case "w:name"_xml:
        style.name = xml.attribute(Namespace::word, "val").value_or("");
        break;
      case "w:basedOn"_xml:
        style.based_on = value(xml);
        break;
      case "w:rPr"_xml:
        style.run = read_run_format(xml, Properties::current);
        style.run.style = {};
        break;
      case "w:pPr"_xml: {
        const ParagraphFormat format = read_paragraph_format(xml, Properties::current);
        style.list = format.list;
        style.list_level = format.list_level;
        style.outline = format.outline;
        if (style.list) style.list_style = style.id;
        break;
      }
      case "w:tblStylePr"_xml:
        style.header_row = makes_header_row(xml) || style.header_row;
        break;
      default:
        break;
    }
  }
}

}  // namespace

WordStyles::WordStyles(PartText part, int most_depth)
    : part_(std::move(part)), root_(part_.text, most_depth) {
  if (!root_.next(0)) return;
  XmlReader all = root_;
  while (all.next(1)) {
    if (all.name() == "w:style"_xml) {
      const std::string_view id = value(all, "styleId");
      places_.push_back({id, all.offset()});
      if (is_standard_paragraph(all)) standard_ = id;
    } else if (all.name() == "w:docDefaults"_xml) {
      read_defaults(all);
    }
  }
}

void WordStyles::read_defaults(XmlReader& xml) {
  const int here = xml.depth();
  while (xml.next(here)) {
    if (xml.name() != "w:rPrDefault"_xml) continue;
    const int inside = xml.depth();
    while (xml.next(inside)) {
      if (xml.name() == "w:rPr"_xml) defaults_ = read_run_format(xml, Properties::current);
    }
    defaults_.style = {};
  }
}

// What the style itself states; null where there is none of this id.
WordStyle* WordStyles::read(std::string_view id) {
  const auto place = std::ranges::find(places_, id, &Place::id);
  if (place == places_.end()) return nullptr;
  WordStyle& style = read_[place->id];
  style.id = place->id;
  XmlReader xml = root_.at_child(place->offset);
  if (xml.next(1)) read_style(xml, style);
  if (style.name.empty()) style.name = decode_references(style.id);
  return &style;
}

// Bases before the styles built on them. A chain is walked without recursion, for it may be as
// long as the part has styles.
const WordStyle* WordStyles::find(std::string_view id) {
  const auto known = read_.find(id);
  if (known != read_.end()) return &known->second;
  std::vector<WordStyle*> chain;
  const WordStyle* base = nullptr;  // complete
  for (std::string_view next = id; base == nullptr;) {
    WordStyle* const style = read(next);
    if (style == nullptr) break;
    chain.push_back(style);
    next = style->based_on;
    const auto at = read_.find(next);
    if (at == read_.end()) continue;
    const bool open = std::ranges::find(chain, &at->second) != chain.end();
    has_cycle_ = has_cycle_ || open;
    if (open) break;
    base = &at->second;
  }
  for (; !chain.empty(); chain.pop_back()) {
    if (base != nullptr) inherit_from(*base, *chain.back());
    base = chain.back();
  }
  return base;
}

}  // namespace rapporteur
