// Rules about the days in a header.

#include <algorithm>

#include "pipeline/text/date.hpp"
#include "pipeline/text/whole_number.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/cover_fields.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kDateDoc = R"md(
The days of a meeting exist, and it does not end before it begins.

```fail
%kind td
| Meeting: | Geneva, 27-23 June 2025 |  <-- 27-23 June 2025
| Source: | ACME |
```

```fail
%kind td
| Meeting: | Geneva, 28-31 June 2025 |  <-- 28-31 June 2025
| Source: | ACME |
```

```fail
%kind td
| Question(s): | 16/13 | Geneva, 20-9 March 2026 |  <-- the end stands before
| Source: | ACME |
```

```fail
%kind td
| Meeting: | Geneva, 30 June - 2 May 2025 |  <-- the end stands before
| Source: | ACME |
```

```fail
%kind td
| Meeting: | Ginebra, 31 junio 2025 |  <-- there is no such day
| Source: | ACME |
```

```pass
%kind td
| Meeting: | E-Meeting, 30 May - 2 June 2023 |
| Source: | ACME |
```

```pass
%kind td
| Meeting: | Meeting #53 - 7 October 2023 |
| Source: | ACME |
```

```pass
%kind td
| Meeting: | E-Meeting, 29 December - 3 January 2025 |
| Source: | ACME |
```
)md";

// "27-23 June 2025", "30 May - 2 June 2023", "31 June 2025".
constexpr std::string_view kDays =
    R"((?:(#? ?)\b(\d{1,2})(?: (\p{L}{3,10}))?(?:,? (\d{4}))?(?: ?[-–] ?))?\b(\d{1,2}) (\p{L}{3,10}),? (\d{4})\b)";
// A cell of the header that is place and days alone: a short line that ends with the year.
constexpr std::string_view kPlaceAndDays = R"(^[\p{L}][\p{L} ().'-]+, \d[^\n]+\d{4}$)";
constexpr std::size_t kLongestPlaceAndDays = 80;  // bytes

bool is_place_and_days(std::string_view text) {
  return text.size() <= kLongestPlaceAndDays && found_in(text, kPlaceAndDays);
}

// The first and last day that the words name; what the first leaves out, the last says. A first
// day without a year is of the year before where a meeting goes over New Year.
std::pair<Date, Date> days_of(const PatternMatch& found) {
  const auto date = [&](std::size_t at, Date missing) {
    const std::string_view month = found.groups[at + 1];
    const std::string_view year = found.groups[at + 2];
    return Date{year.empty() ? missing.year : *whole_number(year),
                month.empty() ? missing.month : month_number(month),
                *whole_number(found.groups[at])};
  };
  const Date last = date(5, {});
  // "Meeting #53 - 7 October 2023": the number of the meeting is no day.
  if (found.groups[2].empty() || found.groups[1].starts_with('#')) return {last, last};
  Date first = date(2, last);
  const bool over_new_year = first.month >= 11 && last.month <= 2;
  if (found.groups[4].empty() && over_new_year) --first.year;
  return {first, last};
}

void check_days(std::string_view text, BlockId block, Report& report) {
  for (const PatternMatch& found : matches(text, compiled(kDays))) {
    const auto [first, last] = days_of(found);
    if (first.month == 0 || last.month == 0) continue;  // no name of a month
    const bool exist = first.valid() && last.valid();
    if (exist && first <= last) continue;
    report.add(block, "'{}': {}", found.text(),
               exist ? "the end stands before the beginning" : "there is no such day");
  }
}

void check_date(const Subject& in, Report& report) {
  constexpr std::uint32_t kHead = 40;  // blocks of a header
  for (const CoverField& one : in.doc.identity().cover) {
    if (one.name == "meeting" || one.name == "date") check_days(one.value, one.block, report);
  }
  const auto count = static_cast<std::uint32_t>(in.doc.blocks().size());
  for (std::uint32_t i = 0; i < std::min(kHead, count); ++i) {
    const std::string_view text = trim(in.doc.text(BlockId{i}));
    const bool labelled = std::ranges::any_of(
        in.doc.identity().cover, [&](const CoverField& one) { return one.block == BlockId{i}; });
    if (labelled || !in.doc.block(BlockId{i}).cell || !is_place_and_days(text)) continue;
    check_days(text, BlockId{i}, report);
  }
}

constexpr Rule kRules[] = {
    {.id = "header-meeting-date-invalid",
     .group = "B",
     .severity = Severity::error,
     .summary = "the days of a meeting exist and are in order",
     .check = check_date,
     .doc = kDateDoc},
};

}  // namespace

std::span<const Rule> header_date_rules() { return kRules; }

}  // namespace rapporteur
