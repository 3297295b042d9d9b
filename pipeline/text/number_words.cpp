#include "pipeline/text/number_words.hpp"

#include <fmt/format.h>
#include <unicode/numfmt.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <memory>
#include <string_view>

namespace rapporteur {
namespace {

std::string roman(int value) {
  struct Step {
    int worth;
    std::string_view sign;
  };
  static constexpr Step kSteps[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                                    {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                                    {5, "V"},    {4, "IV"},   {1, "I"}};
  std::string out;
  for (const Step& step : kSteps) {
    for (; value >= step.worth; value -= step.worth) out += step.sign;
  }
  return out;
}

std::string lower(std::string text) {
  for (char& c : text) {
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// The n-th character of an alphabet; past its end each is written twice, then three times.
std::string repeated(int value, std::u16string_view alphabet) {
  const int size = static_cast<int>(alphabet.size());
  const char16_t letter = alphabet[static_cast<std::size_t>((value - 1) % size)];
  std::string out;
  icu::UnicodeString(static_cast<std::int32_t>((value - 1) / size + 1), letter,
                     (value - 1) / size + 1)
      .toUTF8String(out);
  return out;
}

// Counts in an alphabet as ordinary lists of that language do: once through, then from its start.
std::string cycled(int value, std::u16string_view alphabet) {
  return repeated((value - 1) % static_cast<int>(alphabet.size()) + 1, alphabet);
}

std::string digits(int value, std::u16string_view zero_to_nine) {
  std::string out;
  icu::UnicodeString wide;
  for (const char c : fmt::format("{}", value)) {
    wide.append(zero_to_nine[static_cast<std::size_t>(c - '0')]);
  }
  wide.toUTF8String(out);
  return out;
}

// One character of a block of numbered signs, such as ① to ⑳.
std::string sign(int value, int last, char32_t first) {
  if (value > last) return fmt::format("{}", value);
  std::string out;
  icu::UnicodeString(static_cast<UChar32>(first) + value - 1).toUTF8String(out);
  return out;
}

std::string by_rules(int value, icu::URBNFRuleSetTag tag, const char* locale, const char* rules) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(tag, icu::Locale(locale), status);
  if (U_FAILURE(status)) return fmt::format("{}", value);
  icu::UnicodeString wide;
  icu::FieldPosition position;
  format.format(std::int32_t{value}, icu::UnicodeString(rules), wide, position, status);
  if (U_FAILURE(status)) return fmt::format("{}", value);
  std::string out;
  wide.toUTF8String(out);
  return out;
}

std::string in_system(int value, const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberFormat> format(
      icu::NumberFormat::createInstance(icu::Locale(locale), status));
  if (U_FAILURE(status)) return fmt::format("{}", value);
  icu::UnicodeString wide;
  format->setGroupingUsed(false);
  format->format(std::int32_t{value}, wide);
  std::string out;
  wide.toUTF8String(out);
  return out;
}

std::string capitalised(std::string words) {
  if (!words.empty() && 'a' <= words[0] && words[0] <= 'z') {
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  }
  return words;
}

std::string ordinal(int value) {
  const int tens = value % 100;
  const bool teen = 11 <= tens && tens <= 13;
  const std::string_view end = teen              ? "th"
                               : value % 10 == 1 ? "st"
                               : value % 10 == 2 ? "nd"
                               : value % 10 == 3 ? "rd"
                                                 : "th";
  return fmt::format("{}{}", value, end);
}

constexpr std::u16string_view kLatin = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::u16string_view kChicago = u"*†‡§";
// ISO/IEC 29500-1 17.18.59 leaves out the letters that no Russian list uses.
constexpr std::u16string_view kRussian = u"абвгдежзиклмнопрстуфхцчшщыэюя";
constexpr std::u16string_view kRussianCapital = u"АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ";
constexpr std::u16string_view kGreek = u"αβγδεζηθικλμνξοπρστυφχψω";
constexpr std::u16string_view kGreekCapital = u"ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ";
constexpr std::u16string_view kHebrew = u"אבגדהוזחטיכלמנסעפצקרשת";
constexpr std::u16string_view kArabic = u"أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
constexpr std::u16string_view kAbjad = u"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
constexpr std::u16string_view kThai = u"กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";
constexpr std::u16string_view kHindiVowels = u"अआइईउऊऋऌऍऎएऐऑऒओऔ";
constexpr std::u16string_view kHindiConsonants = u"कखगघङचछजझञटठडढणतथदधनऩपफबभमयरऱलळऴवशषसह";
constexpr std::u16string_view kGanada = u"가나다라마바사아자차카타파하";
constexpr std::u16string_view kChosung = u"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ";
constexpr std::u16string_view kAiueo =
    u"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
constexpr std::u16string_view kIroha =
    u"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセ"
    u"スン";
constexpr std::u16string_view kStems = u"甲乙丙丁戊己庚辛壬癸";
constexpr std::u16string_view kBranches = u"子丑寅卯辰巳午未申酉戌亥";
constexpr std::u16string_view kIdeographs = u"〇一二三四五六七八九";
constexpr std::u16string_view kHangulDigits = u"영일이삼사오육칠팔구";
constexpr std::u16string_view kFullWidth = u"０１２３４５６７８９";

constexpr auto kSpell = icu::URBNF_SPELLOUT;

std::string eastern(int value, NumberForm form) {
  switch (form) {
    case NumberForm::chinese:
    case NumberForm::japanese_counting:
      return by_rules(value, kSpell, "zh", "%spellout-cardinal");
    case NumberForm::chinese_legal:
      return by_rules(value, kSpell, "zh", "%spellout-cardinal-financial");
    case NumberForm::chinese_traditional_legal:
      return by_rules(value, kSpell, "zh_Hant", "%spellout-cardinal-financial");
    case NumberForm::japanese_legal:
      return by_rules(value, kSpell, "ja", "%spellout-cardinal-financial");
    case NumberForm::korean_counting:
      return by_rules(value, kSpell, "ko", "%spellout-cardinal-native");
    case NumberForm::korean_digits:
      return digits(value, kHangulDigits);
    case NumberForm::ideograph_digits:
      return digits(value, kIdeographs);
    case NumberForm::ganada:
      return cycled(value, kGanada);
    case NumberForm::chosung:
      return cycled(value, kChosung);
    case NumberForm::aiueo:
      return cycled(value, kAiueo);
    case NumberForm::iroha:
      return cycled(value, kIroha);
    case NumberForm::heavenly_stems:
      return cycled(value, kStems);
    case NumberForm::earthly_branches:
      return cycled(value, kBranches);
    default:
      return fmt::format("{}", value);
  }
}

// Lists have no signs that tell a number from a word, which ICU writes: U+05F3 and U+05F4.
std::string hebrew_number(int value) {
  std::string shown = in_system(value, "he@numbers=hebr");
  for (const std::string_view sign : {"\u05F3", "\u05F4"}) {
    const std::size_t at = shown.find(sign);
    if (at != std::string::npos) shown.erase(at, sign.size());
  }
  return shown;
}

std::string other_script(int value, NumberForm form) {
  switch (form) {
    case NumberForm::arabic_indic:
      return in_system(value, "ar@numbers=arab");
    case NumberForm::arabic_alphabet:
      return repeated(value, kArabic);
    case NumberForm::arabic_abjad:
      return repeated(value, kAbjad);
    case NumberForm::hebrew_numerals:
      return hebrew_number(value);
    case NumberForm::hebrew_letters:
      return repeated(value, kHebrew);
    case NumberForm::thai_digits:
      return in_system(value, "th@numbers=thai");
    case NumberForm::thai_letters:
      return repeated(value, kThai);
    case NumberForm::hindi_digits:
      return in_system(value, "hi@numbers=deva");
    case NumberForm::hindi_vowels:
      return repeated(value, kHindiVowels);
    case NumberForm::hindi_consonants:
      return repeated(value, kHindiConsonants);
    case NumberForm::russian_lower:
      return repeated(value, kRussian);
    case NumberForm::russian_upper:
      return repeated(value, kRussianCapital);
    case NumberForm::greek_lower:
      return repeated(value, kGreek);
    case NumberForm::greek_upper:
      return repeated(value, kGreekCapital);
    default:
      return eastern(value, form);
  }
}

std::string sign_or_words(int value, NumberForm form) {
  switch (form) {
    case NumberForm::ordinal:
      return ordinal(value);
    case NumberForm::cardinal_text:
      return capitalised(by_rules(value, kSpell, "en", "%spellout-cardinal"));
    case NumberForm::ordinal_text:
      return capitalised(by_rules(value, kSpell, "en", "%spellout-ordinal"));
    case NumberForm::chicago:
      return repeated(value, kChicago);
    case NumberForm::dashed:
      return fmt::format("- {} -", value);
    case NumberForm::full_width:
      return digits(value, kFullWidth);
    case NumberForm::circled:
      return sign(value, 20, U'①');
    case NumberForm::parenthesised:
      return sign(value, 20, U'⑴');
    case NumberForm::with_full_stop:
      return sign(value, 20, U'⒈');
    default:
      return other_script(value, form);
  }
}

// Letters are repeated, so a number from a hostile file must not become a text of its length.
constexpr int kMostRepeated = 20'000;

}  // namespace

std::string number_words(int value, NumberForm form) {
  if (form == NumberForm::bullet || form == NumberForm::none) return {};
  if (form == NumberForm::decimal) return fmt::format("{}", value);
  if (form == NumberForm::decimal_zero) return fmt::format("{:02}", value);
  if (form == NumberForm::decimal_zero_3) return fmt::format("{:03}", value);
  if (form == NumberForm::decimal_zero_4) return fmt::format("{:04}", value);
  if (form == NumberForm::decimal_zero_5) return fmt::format("{:05}", value);
  if (value <= 0 || value > kMostRepeated) return fmt::format("{}", value);
  if (form == NumberForm::upper_roman) return roman(value);
  if (form == NumberForm::lower_roman) return lower(roman(value));
  if (form == NumberForm::upper_letter) return repeated(value, kLatin);
  if (form == NumberForm::lower_letter) return lower(repeated(value, kLatin));
  if (form == NumberForm::hexadecimal) return fmt::format("{:X}", value);
  return sign_or_words(value, form);
}

}  // namespace rapporteur
