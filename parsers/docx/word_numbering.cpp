#include "parsers/docx/word_numbering.hpp"

#include <algorithm>

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
      level.style = xml.attribute(Namespace::word, "val").value_or("");
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

}  // namespace

NumberForm number_form(std::string_view name) {
  const auto* const at = std::ranges::find(kForms, name, &Form::name);
  return at == std::end(kForms) ? NumberForm::decimal : at->form;
}

void WordNumbering::read(std::string_view text, int most_depth, const WordStyles& styles) {
  XmlReader xml(text, most_depth);
  if (!xml.next(0)) return;
  while (xml.next(1)) {
    if (xml.name() == "w:abstractNum"_xml) {
      read_definition(xml);
    } else if (xml.name() == "w:num"_xml) {
      read_list(xml);
    }
  }
  resolve_links(styles);
}

void WordNumbering::read_definition(XmlReader& xml) {
  const std::optional<int> id = integer_value(xml, "abstractNumId");
  ListDefinition definition;
  const int here = xml.depth();
  while (xml.next(here)) {
    if (xml.name() == "w:lvl"_xml) {
      const std::optional<int> number = level_number(xml);
      if (number) definition.levels[static_cast<std::size_t>(*number)] = read_level(xml);
    } else if (xml.name() == "w:styleLink"_xml) {
      definition.style_link = xml.attribute(Namespace::word, "val").value_or("");
    } else if (xml.name() == "w:numStyleLink"_xml) {
      definition.num_style_link = xml.attribute(Namespace::word, "val").value_or("");
    }
  }
  if (!id) return;
  definition_ids_.try_emplace(*id, definitions_.size());
  definitions_.push_back(std::move(definition));
}

void WordNumbering::read_list(XmlReader& xml) {
  const std::optional<int> id = integer_value(xml, "numId");
  WordList list;
  bool defined = false;
  const int here = xml.depth();
  while (xml.next(here)) {
    if (xml.name() == "w:abstractNumId"_xml) {
      const auto at = definition_ids_.find(integer_value(xml).value_or(-1));
      defined = at != definition_ids_.end();
      if (defined) list.definition = at->second;
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
  if (id && defined) lists_.try_emplace(*id, std::move(list));
}

// A definition that borrows a numbering style's stands for the one the style is the name of.
void WordNumbering::resolve_links(const WordStyles& styles) {
  for (auto& [id, list] : lists_) {
    const std::string& wanted = definitions_[list.definition].num_style_link;
    if (wanted.empty()) continue;
    const auto named = std::ranges::find(definitions_, wanted, &ListDefinition::style_link);
    const WordStyle* const style = styles.find(wanted);
    const WordList* const lender = style == nullptr || !style->list ? nullptr : find(*style->list);
    if (named != definitions_.end()) {
      list.definition = static_cast<std::size_t>(named - definitions_.begin());
    } else if (lender != nullptr) {
      list.definition = lender->definition;
    }
  }
}

const WordList* WordNumbering::find(int list) const {
  const auto at = lists_.find(list);
  return at == lists_.end() ? nullptr : &at->second;
}

const ListLevel& WordNumbering::level(const WordList& list, int level) const {
  const auto own = list.levels.find(level);
  if (own != list.levels.end()) return own->second;
  return definitions_[list.definition].levels[static_cast<std::size_t>(level)];
}

std::optional<int> WordNumbering::level_of_style(const WordList& list,
                                                 std::string_view style) const {
  for (int i = 0; i < kListLevels; ++i) {
    if (!style.empty() && level(list, i).style == style) return i;
  }
  return {};
}

}  // namespace rapporteur
