#include "parsers/docx/word_styles.hpp"

#include <utility>

namespace rapporteur {
namespace {

StyleType type_of(std::string_view name) {
  if (name == "character") return StyleType::character;
  if (name == "table") return StyleType::table;
  if (name == "numbering") return StyleType::list;
  return StyleType::paragraph;
}

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
}

}  // namespace

void WordStyles::read(std::string_view text, int most_depth) {
  XmlReader xml(text, most_depth);
  if (!xml.next(0)) return;
  while (xml.next(1)) {
    if (xml.name() == "w:style"_xml) {
      read_style(xml);
    } else if (xml.name() == "w:docDefaults"_xml) {
      read_defaults(xml);
    }
  }
  for (std::size_t i = 0; i < styles_.size(); ++i) {
    by_id_.try_emplace(styles_[i].id, static_cast<int>(i));
  }
  inherit();
}

void WordStyles::read_style(XmlReader& xml) {
  WordStyle style;
  style.id = xml.attribute(Namespace::word, "styleId").value_or("");
  style.type = type_of(value(xml, "type"));
  const std::string_view standard = value(xml, "default");
  const bool is_standard = standard == "1" || standard == "true" || standard == "on";
  if (is_standard && style.type == StyleType::paragraph) {
    standard_ = static_cast<int>(styles_.size());
  }
  const int here = xml.depth();
  while (xml.next(here)) {
    switch (xml.name()) {
      case "w:name"_xml:
        style.name = xml.attribute(Namespace::word, "val").value_or("");
        break;
      case "w:basedOn"_xml:
        style.based_on = xml.attribute(Namespace::word, "val").value_or("");
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
      default:
        break;
    }
  }
  if (style.name.empty()) style.name = style.id;
  styles_.push_back(std::move(style));
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

// Bases before the styles built on them. A chain is walked without recursion, for it may be as
// long as the part has styles.
void WordStyles::inherit() {
  enum class State : std::uint8_t { waiting, open, done };
  std::vector<State> states(styles_.size(), State::waiting);
  std::vector<std::size_t> chain;
  for (std::size_t first = 0; first < styles_.size(); ++first) {
    std::size_t at = first;
    while (states[at] == State::waiting) {
      states[at] = State::open;
      chain.push_back(at);
      const auto base = by_id_.find(styles_[at].based_on);
      if (base == by_id_.end()) break;
      at = index(base->second);
      has_cycle_ = has_cycle_ || states[at] == State::open;
    }
    for (; !chain.empty(); chain.pop_back()) {
      WordStyle& style = styles_[chain.back()];
      const auto base = by_id_.find(style.based_on);
      if (base != by_id_.end() && states[index(base->second)] == State::done) {
        inherit_from(styles_[index(base->second)], style);
      }
      states[chain.back()] = State::done;
    }
  }
}

const WordStyle* WordStyles::find(std::string_view id) const {
  const auto at = by_id_.find(id);
  return at == by_id_.end() ? nullptr : &styles_[index(at->second)];
}

}  // namespace rapporteur
