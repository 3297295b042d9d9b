#include "pipeline/text/date.hpp"

#include <fmt/format.h>
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <chrono>

namespace rapporteur {
namespace {

// "2023-04-10", "2023-04-10/2023-04-14" for a range, "?" after a year that the text does not have.
std::string shown(std::string_view text, std::optional<int> assumed_year = {}) {
  std::string out;
  for (const DateMention& mention : find_dates(text, assumed_year)) {
    if (!out.empty()) out += ' ';
    out += mention.from.iso();
    if (mention.to != mention.from) out += "/" + mention.to.iso();
    if (mention.year_inferred) out += '?';
  }
  return out;
}

constexpr const char* kMonthNames[] = {"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};

}  // namespace

TEST_CASE("dates are read in the forms people write") {
  const std::pair<const char*, const char*> cases[] = {
      {"2023-04-10", "2023-04-10"},
      {"adopted 2022-12-16.", "2022-12-16"},
      {"2026-03-09T13:00", "2026-03-09"},
      {"2023/04/10", "2023-04-10"},
      {"2023年4月10日", "2023-04-10"},
      {"日内瓦，2023年4月10-14日", "2023-04-10/2023-04-14"},
      {"2023年4月30日-5月2日", "2023-04-30/2023-05-02"},
      {"2023年4月", "2023-04"},
      {"2023年度", ""},
      {"10 April 2023", "2023-04-10"},
      {"10 april 2023", "2023-04-10"},
      {"10 April, 2023", "2023-04-10"},
      {"April 10, 2023", "2023-04-10"},
      {"April 10th 2023", "2023-04-10"},
      {"10-14 April 2023", "2023-04-10/2023-04-14"},
      {"from 11 (afternoon) to 13 May 2005", "2005-05-11/2005-05-13"},
      {"2023-04-10--14", "2023-04-10/2023-04-14"},
      {"Geneva, 10 – 21 March 2025", "2025-03-10/2025-03-21"},
      {"22 to 26 January 2024", "2024-01-22/2024-01-26"},
      {"30 May – 2 June 2023", "2023-05-30/2023-06-02"},
      {"29 July - 2 August 2024", "2024-07-29/2024-08-02"},
      {"28 December – 3 January 2024", "2023-12-28/2024-01-03"},
      {"28 December 2023 – 3 January 2024", "2023-12-28/2024-01-03"},
      {"Monday 10 to Friday 14 April 2023", "2023-04-10/2023-04-14"},
      {"Wednesday 22 March 2023, 13:00-14:30", "2023-03-22"},
      {"Wednesday, March 22, 2023", "2023-03-22"},
      {"the 13th of December 2018", "2018-12-13"},
      {"June 2019", "2019-06"},
      {"early June 2019", "2019-06"},
      {"May/June 2023", "2023-05/2023-06"},
      {"April - June 2023", "2023-04/2023-06"},
      {"10/04/2023", "2023-04-10"},
      {"16.12.2022", "2022-12-16"},
      {"13-24/03/2023", "2023-03-13/2023-03-24"},
      {"13/03/2023 - 24/03/2023", "2023-03-13/2023-03-24"},
      {"2023-03-13 to 2023-03-24", "2023-03-13/2023-03-24"},
      {"2026-06-15/19: Porto", "2026-06-15/2026-06-19"},
      {"2026-10-30/11-01", "2026-10-30/2026-11-01"},
      {"2026-06-15/09", "2026-06-15"},
      {"2027-03-22 to 26 (to be confirmed)", "2027-03-22/2027-03-26"},
      {"2027-03-22 to 26 companies", "2027-03-22"},
      {"(10/2016)", "2016-10"},
      {"V1.1.1 (2019-02)", "2019-02"},
      {"(2022/03-09/2023)", "2022-03/2023-09"},
      {"25-Nov-2022", "2022-11-25"},
      {"25-Nov-22", "2022-11-25"},
      {"21 Sept. 2021", "2021-09-21"},
      {"August 21st – 25th, 2017", "2017-08-21/2017-08-25"},
      {"Malta, May 18th – 22nd, 2026", "2026-05-18/2026-05-22"},
      {"Feb 26th - Mar 1st, 2024", "2024-02-26/2024-03-01"},
      {"October 15 - 19, 2018", "2018-10-15/2018-10-19"},
      {"18 - 22 Nov, 2019, Reno", "2019-11-18/2019-11-22"},
      {"12 th – 16 th November 2018", "2018-11-12/2018-11-16"},
      {"10 and 11 April 2023", "2023-04-10/2023-04-11"},
      {"between 10 and 14 April 2023", "2023-04-10/2023-04-14"},
      {"10 and 14 April 2023", "2023-04-10 2023-04-14"},
      {"10, 12 and 14 April 2023", "2023-04-10 2023-04-12 2023-04-14"},
      {"10, 11 and 12 April 2023", "2023-04-10/2023-04-12"},
      {"29 February 2024", "2024-02-29"},
      {"2026-June-16", "2026-06-16"},
      {"1.V.2019", "2019-05-01"},
      {"le 18 janvier 2023", "2023-01-18"},
      {"du 13 au 24 mars 2023", "2023-03-13/2023-03-24"},
      {"Gen\u00e8ve, 30 mai \u2013 2 juin 2023", "2023-05-30/2023-06-02"},
      {"le 1er f\u00e9vrier 2023", "2023-02-01"},
      {"du lundi 4 d\u00e9cembre au vendredi 8 d\u00e9cembre 2023", "2023-12-04/2023-12-08"},
      {"les 5 et 6 ao\u00fbt 2024", "2024-08-05/2024-08-06"},
      {"ao\u00fbt 2024", "2024-08"},
      {"del 13 al 24 de marzo de 2023", "2023-03-13/2023-03-24"},
      {"Ginebra, 2 de septiembre de 2024", "2024-09-02"},
      {"30 de mayo a 2 de junio de 2023", "2023-05-30/2023-06-02"},
      {"el 1\u00ba de junio de 2023", "2023-06-01"},
      {"el mi\u00e9rcoles 5 de julio del 2023", "2023-07-05"},
      {"marzo de 2023", "2023-03"},
      {"Dalian, May, 18th - 22nd, 2026", "2026-05-18/2026-05-22"},
      {"18th – 22nd, May, 2026", "2026-05-18/2026-05-22"},
      {"10 April 2023 and 5 May 2023", "2023-04-10 2023-05-05"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(shown(text) == expected);
  }
}

TEST_CASE("what is no date is not read as one") {
  for (const char* text : {"30 February 2023",
                           "32 May 2023",
                           "2023-13-01",
                           "2023-02-30",
                           "29 February 2023",
                           "13/2019",
                           "0/04/2023",
                           "ITU-T Q10/2016",
                           "clause 10 may apply",
                           "in march 3 steps",
                           "May 2150",
                           "+41 22 730 6206",
                           "T22-TSAG-221212-TD",
                           "/2023/04/10/",
                           "early June",
                           "10 April",
                           "Thursday 13th of December",
                           "2019-02-x",
                           "Mars 2020",
                           "Julio 3",

                           "Resolution 5/2020",
                           "the 2023 report",
                           "May we",
                           "10 apr",
                           "mayor 2023",
                           ""}) {
    INFO(text);
    CHECK(shown(text).empty());
  }
}

TEST_CASE("a year that the text does not have is the assumed one and marked so") {
  CHECK(shown("Thursday 13th of December", 2018) == "2018-12-13?");
  CHECK(shown("10-14 April", 2023) == "2023-04-10/2023-04-14?");
  CHECK(shown("28 December – 3 January", 2024) == "2023-12-28/2024-01-03?");
  CHECK(shown("April 10", 2023) == "2023-04-10?");
  CHECK(shown("10 April 2022", 2023) == "2022-04-10");
  CHECK(shown("10 may be", 2023).empty());
  CHECK(shown("29 February", 2023).empty());
}

TEST_CASE("a mention says where it stands") {
  const std::string_view text = "Geneva, 10 – 21 March 2025: opening on Monday 10 March 2025.";
  const std::vector<DateMention> found = find_dates(text);
  REQUIRE(found.size() == 2);
  CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "10 – 21 March 2025");
  CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "Monday 10 March 2025");
}

TEST_CASE("a date never crosses a line end") { CHECK(shown("10\nApril 2023") == "2023-04"); }

TEST_CASE("weekdays and day numbers agree with the calendar") {
  CHECK(Date{2023, 3, 22}.weekday() == 3);
  CHECK(Date{2018, 12, 13}.weekday() == 4);
  CHECK(day_number({1970, 1, 1}) == 0);
  CHECK(day_number({2023, 3, 22}) - day_number({2023, 1, 18}) == 63);
}

TEST_CASE("a date partly unknown is written as far as it is known") {
  CHECK(Date{2023, 4, 0}.iso() == "2023-04");
  CHECK(Date{2023, 0, 0}.iso() == "2023");
  CHECK(Date{2023, 0, 0}.valid());
  CHECK_FALSE(Date{2023, 0, 3}.valid());
  CHECK_FALSE(Date{1800, 1, 1}.valid());
}

TEST_CASE("every date is found again in every form it is written in") {
  const bool holds = rc::check([] {
    const int first = day_number({1900, 1, 1});
    const int last = day_number({2100, 12, 31});
    const Date date = date_of_day_number(*rc::gen::inRange(first, last + 1));
    RC_ASSERT(date.valid());
    RC_ASSERT(date_of_day_number(day_number(date)) == date);
    const char* const month = kMonthNames[date.month - 1];
    for (const std::string& text : {date.iso(), fmt::format("{} {} {}", date.day, month, date.year),
                                    fmt::format("{} {}, {}", month, date.day, date.year),
                                    fmt::format("{}.{}.{}", date.day, date.month, date.year),
                                    fmt::format("{}-{:.3}-{}", date.day, month, date.year)}) {
      RC_ASSERT(shown("on " + text + ".") == date.iso());
    }
  });
  CHECK(holds);
}

TEST_CASE("mentions of any text are valid, in order and apart") {
  const bool holds = rc::check([] {
    static const std::vector<std::string> kPieces = {
        "10",  "April", "2023", "-",  "–",   " ",   ",",  "/", ".",   "to", "and", "1st",
        "May", "31",    "02",   "\n", "Mon", "the", "of", "T", "Dec", "é",  "99",  "\t"};
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces));
    std::string text;
    for (const std::string& word : words) text += word;
    std::size_t at = 0;
    for (const DateMention& mention : find_dates(text, 2024)) {
      RC_ASSERT(mention.begin >= at);
      RC_ASSERT(mention.end > mention.begin);
      RC_ASSERT(mention.end <= text.size());
      RC_ASSERT(mention.from.valid());
      RC_ASSERT(mention.to.valid());
      RC_ASSERT(mention.from <= mention.to);
      at = mention.end;
    }
  });
  CHECK(holds);
}

TEST_CASE("the time to find dates grows with the text, not faster") {
  const auto seconds = [](std::size_t copies) {
    std::string text;
    for (std::size_t i = 0; i < copies; ++i) text += "1, 2, 3 - 4 April, May        10, 12, ";
    const auto start = std::chrono::steady_clock::now();
    find_dates(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  seconds(1'000);
  const double small = seconds(5'000);
  CHECK(seconds(50'000) < 40 * small + 0.05);
}

}  // namespace rapporteur
