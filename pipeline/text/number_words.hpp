#pragma once

#include <cstdint>
#include <string>

namespace rapporteur {

// How a list counts.
enum class NumberForm : std::uint8_t {
  decimal,       // 1 2 3
  decimal_zero,  // 01 02 … 10; decimal_zero_3 is 001, and so on
  decimal_zero_3,
  decimal_zero_4,
  decimal_zero_5,
  upper_roman,
  lower_roman,
  upper_letter,  // A … Z AA BB
  lower_letter,
  ordinal,        // 1st 2nd
  cardinal_text,  // One, Two
  ordinal_text,   // First, Second
  hexadecimal,
  chicago,  // * † ‡ §
  dashed,   // - 1 -
  full_width,
  circled,
  parenthesised,   // ⑴
  with_full_stop,  // ⒈
  arabic_indic,
  arabic_alphabet,
  arabic_abjad,
  hebrew_numerals,
  hebrew_letters,
  thai_digits,
  thai_letters,
  hindi_digits,
  hindi_vowels,
  hindi_consonants,
  russian_lower,
  russian_upper,
  greek_lower,
  greek_upper,
  chinese,        // 一 二 … 十一
  chinese_legal,  // 壹 贰
  chinese_traditional_legal,
  japanese_counting,  // 一 二 … 十一, as digits in groups
  japanese_legal,
  ideograph_digits,  // 一〇
  korean_counting,   // 하나 둘
  korean_digits,
  ganada,
  chosung,
  aiueo,
  iroha,
  heavenly_stems,    // 甲 乙
  earthly_branches,  // 子 丑
  bullet,
  none,  // shows nothing
};

// `value` as a list of this form shows it; decimal where the form cannot express it, "" for
// bullet and none.
std::string number_words(int value, NumberForm form);

}  // namespace rapporteur
