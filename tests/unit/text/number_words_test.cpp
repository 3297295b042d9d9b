#include "pipeline/text/number_words.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {

TEST_CASE("a number is written as its form has it") {
  struct Case {
    int value;
    NumberForm form;
    std::string shown;
  };
  const Case cases[] = {
      {7, NumberForm::decimal, "7"},
      {7, NumberForm::decimal_zero, "07"},
      {12, NumberForm::decimal_zero_3, "012"},
      {1994, NumberForm::upper_roman, "MCMXCIV"},
      {4, NumberForm::lower_roman, "iv"},
      {26, NumberForm::lower_letter, "z"},
      {27, NumberForm::upper_letter, "AA"},
      {53, NumberForm::upper_letter, "AAA"},
      {1, NumberForm::ordinal, "1st"},
      {112, NumberForm::ordinal, "112th"},
      {22, NumberForm::ordinal, "22nd"},
      {21, NumberForm::cardinal_text, "Twenty-one"},
      {3, NumberForm::ordinal_text, "Third"},
      {255, NumberForm::hexadecimal, "FF"},
      {5, NumberForm::chicago, "**"},
      {3, NumberForm::dashed, "- 3 -"},
      {10, NumberForm::circled, "⑩"},
      {21, NumberForm::circled, "21"},
      {3, NumberForm::russian_lower, "в"},
      {15, NumberForm::hebrew_numerals, "טו"},
      {4, NumberForm::hebrew_numerals, "ד"},
      {12, NumberForm::chinese, "十二"},
      {20, NumberForm::thai_digits, "๒๐"},
      {3, NumberForm::ganada, "다"},
      {2, NumberForm::aiueo, "イ"},
      {12, NumberForm::heavenly_stems, "乙"},
      {5, NumberForm::bullet, ""},
      {5, NumberForm::none, ""},
      {0, NumberForm::upper_roman, "0"},
  };
  for (const Case& one : cases) CHECK(number_words(one.value, one.form) == one.shown);
}

}  // namespace rapporteur
