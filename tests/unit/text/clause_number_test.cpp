#include "pipeline/text/clause_number.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace rapporteur {

TEST_CASE("a clause number ends at white space or at the end of the line") {
  struct Case {
    const char* heading;
    const char* number;
    const char* title;
  };
  const Case cases[] = {
      {"7.2.1 Procedure", "7.2.1", "Procedure"},
      {"1\tScope", "1", "Scope"},
      {"A.3.1 General", "A.3.1", "General"},
      {"  4.  Terms ", "4", "Terms"},
      {"6", "6", ""},
      {"Annex A Terms", "", "Annex A Terms"},
      {"3rd session", "", "3rd session"},
      {"5G core", "", "5G core"},
      {"1) Opening", "", "1) Opening"},
      {"\xC2\xA7 3.2 Voting", "3.2", "Voting"},
      {"\xC2\xA7 of the rules", "", "\xC2\xA7 of the rules"},
      {"A. Terms", "", "A. Terms"},
      {"", "", ""},
      {"...", "", "..."},
  };
  for (const Case& each : cases) {
    CAPTURE(each.heading);
    const NumberedText split = split_number(each.heading);
    CHECK(split.number == each.number);
    CHECK(split.title == each.title);
  }
}

TEST_CASE("a malformed clause number has no parts") {
  CHECK(number_parts("7.2.1") == std::vector<int>{7, 2, 1});
  CHECK(number_parts("B.3") == std::vector<int>{2, 3});
  CHECK(number_parts("9999") == std::vector<int>{9999});
  for (const char* const malformed : {"", ".", "1.", ".1", "1..2", "10000", "1.x", "AB.1", "-1"}) {
    CAPTURE(malformed);
    CHECK(number_parts(malformed).empty());
  }
}

TEST_CASE("the parts of a clause number are those it was written from") {
  const bool holds = rc::check([] {
    const auto parts =
        *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 10'000)));
    const std::string number = fmt::format("{}", fmt::join(parts, "."));
    RC_ASSERT(number_parts(number) == parts);
    RC_ASSERT(split_number(number + " Title").number == number);
  });
  CHECK(holds);
}

TEST_CASE("Roman numerals are read up to XXXIX") {
  CHECK(roman_value("I") == 1);
  CHECK(roman_value("iv") == 4);
  CHECK(roman_value("XIV") == 14);
  CHECK(roman_value("XXXIX") == 39);
  for (const char* const other : {"", "XL", "A", "I1", "XXXX"}) {
    CAPTURE(other);
    CHECK(roman_value(other) == 0);
  }
}

}  // namespace rapporteur
