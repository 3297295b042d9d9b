#include "parsers/docx/word_numbering.hpp"

#include <algorithm>
#include <utility>

namespace rapporteur {
namespace {

struct Form {
  std::string_view name;
  NumberForm form;
};

// ST_NumberFormat, ECMA-376-1 17.18.59.
constexpr Form kForms[] = {
    {"decimal", NumberForm::decimal},
    {"decimalZero", NumberForm::decimal_zero},
    {"decimalHalfWidth", NumberForm::decimal},
    {"bullet", NumberForm::bullet},
    {"none", NumberForm::none},
    {"upperRoman", NumberForm::upper_roman},
    {"lowerRoman", NumberForm::lower_roman},
    {"upperLetter", NumberForm::upper_letter},
    {"lowerLetter", NumberForm::lower_letter},
    {"ordinal", NumberForm::ordinal},
    {"cardinalText", NumberForm::cardinal_text},
    {"ordinalText", NumberForm::ordinal_text},
    {"hex", NumberForm::hexadecimal},
    {"chicago", NumberForm::chicago},
    {"numberInDash", NumberForm::dashed},
    {"decimalFullWidth", NumberForm::full_width},
    {"decimalFullWidth2", NumberForm::full_width},
    {"decimalEnclosedCircle", NumberForm::circled},
    {"decimalEnclosedCircleChinese", NumberForm::circled},
    {"decimalEnclosedParen", NumberForm::parenthesised},
    {"decimalEnclosedFullstop", NumberForm::with_full_stop},
    {"arabicAlpha", NumberForm::arabic_alphabet},
    {"arabicAbjad", NumberForm::arabic_abjad},
    {"hebrew1", NumberForm::hebrew_numerals},
    {"hebrew2", NumberForm::hebrew_letters},
    {"thaiNumbers", NumberForm::thai_digits},
    {"thaiLetters", NumberForm::thai_letters},
    {"hindiNumbers", NumberForm::hindi_digits},
    {"hindiVowels", NumberForm::hindi_vowels},
    {"hindiConsonants", NumberForm::hindi_consonants},
    {"russianLower", NumberForm::russian_lower},
    {"russianUpper", NumberForm::russian_upper},
    {"chineseCounting", NumberForm::chinese},
    {"chineseCountingThousand", NumberForm::chinese},
    {"taiwaneseCounting", NumberForm::chinese},
    {"taiwaneseCountingThousand", NumberForm::chinese},
    {"ideographDigital", NumberForm::ideograph_digits},
    {"taiwaneseDigital", NumberForm::ideograph_digits},
    {"japaneseDigitalTenThousand", NumberForm::ideograph_digits},
    {"japaneseCounting", NumberForm::japanese_counting},
    {"japaneseLegal", NumberForm::japanese_legal},
    {"chineseLegalSimplified", NumberForm::chinese_legal},
    {"ideographLegalTraditional", NumberForm::chinese_traditional_legal},
    {"ideographTraditional", NumberForm::heavenly_stems},
    {"ideographZodiac", NumberForm::earthly_branches},
    {"ideographZodiacTraditional", NumberForm::heavenly_stems},
    {"ideographEnclosedCircle", NumberForm::circled},
    {"koreanCounting", NumberForm::korean_counting},
    {"koreanDigital", NumberForm::korean_digits},
    {"koreanDigital2", NumberForm::ideograph_digits},
    {"koreanLegal", NumberForm::korean_counting},
    {"ganada", NumberForm::ganada},
    {"chosung", NumberForm::chosung},
    {"aiueo", NumberForm::aiueo},
    {"aiueoFullWidth", NumberForm::aiueo},
    {"iroha", NumberForm::iroha},
    {"irohaFullWidth", NumberForm::iroha},
};

// w:format of a custom form is its beginning: "001, 002, 003, ...".
NumberForm custom_form(std::string_view sample) {
  const std::size_t digits = std::min(sample.find(','), sample.size());
  if (digits == 3) return NumberForm::decimal_zero_3;
  if (digits == 4) return NumberForm::decimal_zero_4;
  if (digits == 5) return NumberForm::decimal_zero_5;
  if (sample.starts_with("α")) return NumberForm::greek_lower;
  if (sample.starts_with("Α")) return NumberForm::greek_upper;
  return digits == 2 ? NumberForm::decimal_zero : NumberForm::decimal;
}

void read_level_format(XmlReader& xml, ListLevel& level) {
  const RunFormat format = read_run_format(xml, Properties::current);
  level.font = format.font.value_or(SignFont::none);
}

void read_level_property(XmlReader& xml, ListLevel& level);

// Word writes newer number formats twice: once for itself and once for older readers.
void read_level_choice(XmlReader& xml, ListLevel& level) {
  const int here = xml.depth();
  bool chosen = false;
  while (xml.next(here)) {
    if (chosen) continue;
    chosen = xml.name() == "mc:Choice"_xml || xml.name() == "mc:Fallback"_xml;
    const int inside = xml.depth();
    while (xml.next(inside)) {
      if (xml.name() == "w:numFmt"_xml) read_level_property(xml, level);
    }
  }
}

void read_level_property(XmlReader& xml, ListLevel& level) {
  switch (xml.name()) {
    case "w:start"_xml:
      level.start = integer_value(xml).value_or(1);
      break;
    case "w:numFmt"_xml:
      level.form =
          value(xml) == "custom" ? custom_form(value(xml, "format")) : number_form(value(xml));
      break;
    case "w:lvlText"_xml:
      level.text = xml.attribute(Namespace::word, "val").value_or("");
      break;
    case "w:isLgl"_xml:
      level.legal = is_on(xml);
      break;
    case "w:lvlRestart"_xml:
      level.restart = integer_value(xml);
      break;
    case "w:pStyle"_xml:
      level.style = value(xml);
      break;
    case "w:rPr"_xml:
      read_level_format(xml, level);
      break;
    case "mc:AlternateContent"_xml:
      read_level_choice(xml, level);
      break;
    default:
      break;
  }
}

std::optional<int> level_number(const XmlReader& xml) {
  const std::optional<int> number = integer_value(xml, "ilvl");
  if (!number || *number < 0 || *number >= kListLevels) return {};
  return number;
}

ListLevel read_level(XmlReader& xml) {
  ListLevel level;
  level.start = 0;  // 17.9.25: where none is stated
  const int here = xml.depth();
  while (xml.next(here)) read_level_property(xml, level);
  return level;
}

void read_definition(XmlReader& xml, ListDefinition& definition) {
  const int here = xml.depth();
  while (xml.next(here)) {
    if (xml.name() == "w:lvl"_xml) {
      const std::optional<int> number = level_number(xml);
      if (number) definition.levels[static_cast<std::size_t>(*number)] = read_level(xml);
    } else if (xml.name() == "w:styleLink"_xml) {
      definition.style_link = value(xml);
    } else if (xml.name() == "w:numStyleLink"_xml) {
      definition.num_style_link = value(xml);
    }
  }
}

}  // namespace

NumberForm number_form(std::string_view name) {
  const auto* const at = std::ranges::find(kForms, name, &Form::name);
  return at == std::end(kForms) ? NumberForm::decimal : at->form;
}

const ListLevel& WordList::level(int number) const {
  const auto own = levels.find(number);
  if (own != levels.end()) return own->second;
  return definition->levels[static_cast<std::size_t>(number)];
}

std::optional<int> WordList::level_of_style(std::string_view style) const {
  for (int i = 0; i < kListLevels; ++i) {
    if (!style.empty() && level(i).style == style) return i;
  }
  return {};
}

WordNumbering::WordNumbering(PartText part, int most_depth, WordStyles& styles)
    : part_(std::move(part)), root_(part_.text, most_depth), styles_(styles) {
  if (!root_.next(0)) return;
  XmlReader all = root_;
  while (all.next(1)) {
    if (all.name() == "w:abstractNum"_xml) {
      const std::optional<int> id = integer_value(all, "abstractNumId");
      if (id) definition_places_.push_back({*id, all.offset()});
    } else if (all.name() == "w:num"_xml) {
      const std::optional<int> id = integer_value(all, "numId");
      if (id) list_places_.push_back({*id, all.offset()});
    }
  }
}

const WordList* WordNumbering::find(int list) {
  auto known = lists_.find(list);
  if (known == lists_.end()) known = lists_.emplace(list, read(list)).first;
  return known->second ? &*known->second : nullptr;
}

// The first list of this number that has a definition.
std::optional<WordList> WordNumbering::read(int list) {
  for (const Place& place : list_places_) {
    if (place.id != list) continue;
    if (std::optional<WordList> found = read_list(root_.at_child(place.offset))) return found;
  }
  return {};
}

std::optional<WordList> WordNumbering::read_list(XmlReader xml) {
  if (!xml.next(1)) return {};
  WordList list;
  std::optional<int> defined_by;
  const int here = xml.depth();
  while (xml.next(here)) {
    if (xml.name() == "w:abstractNumId"_xml) {
      defined_by = integer_value(xml);
    } else if (xml.name() == "w:lvlOverride"_xml) {
      const std::optional<int> number = level_number(xml);
      const int inside = xml.depth();
      while (number && xml.next(inside)) {
        if (xml.name() == "w:startOverride"_xml) {
          list.starts[static_cast<std::size_t>(*number)] = integer_value(xml);
        } else if (xml.name() == "w:lvl"_xml) {
          list.levels[*number] = read_level(xml);
        }
      }
    }
  }
  list.definition = defined_by ? definition(*defined_by) : nullptr;
  if (list.definition == nullptr) return {};
  list.counted_by = list.definition;
  // A definition that borrows a numbering style's stands for the one the style is the name of.
  if (const std::string_view lender = list.definition->num_style_link; !lender.empty()) {
    const ListDefinition* const lent = lent_by_style(lender);
    if (lent != nullptr) list.definition = lent;
  }
  return list;
}

const ListDefinition* WordNumbering::definition(int id) {
  const auto known = definitions_.find(id);
  if (known != definitions_.end()) return &known->second;
  const auto place = std::ranges::find(definition_places_, id, &Place::id);
  if (place == definition_places_.end()) return nullptr;
  ListDefinition& definition = definitions_[id];
  XmlReader xml = root_.at_child(place->offset);
  if (xml.next(1)) read_definition(xml, definition);
  return &definition;
}

// The definition that is a numbering style's, by its own word or by the list the style names.
const ListDefinition* WordNumbering::lent_by_style(std::string_view style) {
  for (const Place& place : definition_places_) {
    const ListDefinition* const candidate = definition(place.id);
    if (candidate->style_link == style) return candidate;
  }
  const WordStyle* const named = styles_.find(style);
  if (named == nullptr || !named->list) return nullptr;
  const auto place = std::ranges::find(list_places_, *named->list, &Place::id);
  if (place == list_places_.end()) return nullptr;
  XmlReader xml = root_.at_child(place->offset);
  if (!xml.next(1)) return nullptr;
  const int here = xml.depth();
  while (xml.next(here)) {
    if (xml.name() == "w:abstractNumId"_xml) return definition(integer_value(xml).value_or(-1));
  }
  return nullptr;
}

}  // namespace rapporteur
