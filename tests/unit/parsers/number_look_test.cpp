#include "parsers/office/number_look.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {

TEST_CASE("a number of a workbook is shown as its format shows it") {
  struct Case {
    const char* stored;
    unsigned id;
    const char* code;
    const char* shown;
  };
  const Case cases[] = {
      {"1.1000000000000001", 0, "", "1.1"},
      {"42", 0, "", "42"},
      {"9007199254740993", 0, "", "9007199254740993"},
      {"0.125", 10, "", "12.5%"},
      {"0.5", 164, "0.0%", "50%"},
      {"46145", 14, "", "2026-05-03"},
      {"46145.395833333336", 22, "", "2026-05-03 09:30"},
      {"0.39583333333333331", 20, "", "09:30"},
      {"0.39583333333333331", 165, "hh:mm", "09:30"},
      {"1.5", 165, "[h]:mm", "1.5"},
      {"46145", 166, "dd\\.mm\\.yyyy;@", "2026-05-03"},
      {"3", 167, "\"day \"0", "3"},
      {"3", 168, "0_h", "3"},
      {"-1", 14, "", "-1"},
      {"text", 14, "", "text"},
      {"1e400", 0, "", "1e400"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.stored, each.id, each.code);
    CHECK(shown_number(each.stored, number_look(each.id, each.code), false) == each.shown);
  }
  CHECK(shown_number("44683", NumberLook::date, true) == "2026-05-03");
}

}  // namespace rapporteur
