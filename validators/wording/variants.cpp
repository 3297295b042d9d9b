// Rules about one thing that a document writes in two ways: offices, dates, committees, persons.

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/reference_list.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

// One way of writing, with every place where it stands.
struct Variant {
  struct Place {
    BlockId block;
    std::string_view text;
  };
  std::string spelling;
  std::vector<Place> places;
};

// The variant met most often, the first of equals.
const Variant& usual_of(const std::vector<Variant>& variants) {
  return *std::ranges::max_element(variants, {},
                                   [](const Variant& one) { return one.places.size(); });
}

Variant& variant_of(std::vector<Variant>& variants, const std::string& spelling) {
  const auto known = std::ranges::find(variants, spelling, &Variant::spelling);
  if (known != variants.end()) return *known;
  return variants.emplace_back(Variant{spelling, {}});
}

// Each variant but the usual one, where it stands first.
void report_variants(const std::vector<Variant>& variants, Report& report) {
  if (variants.size() < 2) return;
  const Variant& usual = usual_of(variants);
  for (const Variant& one : variants) {
    if (&one == &usual) continue;
    const auto& [block, text] = one.places.front();
    const std::string_view elsewhere = usual.places.front().text;
    report.add_at(block, report.range_of(text),
                  fmt::format("'{}' here, '{}' elsewhere", collapse(text), collapse(elsewhere)),
                  {report.range_of(elsewhere)});
  }
}

// The group of a pattern that took part, from 1; 0 when none did.
std::size_t group_of(const PatternMatch& match) {
  for (std::size_t i = 1; i < match.groups.size(); ++i) {
    if (!match.groups[i].empty()) return i;
  }
  return 0;
}

// Each capturing group of the pattern is a way of writing the same; what matches without any group
// is passed over.
std::vector<Variant> by_group(SharedScan& shared, const std::string& pattern) {
  std::vector<Variant> variants;
  for (const PlacedMatch& hit : shared.matches(pattern)) {
    const std::size_t group = group_of(hit.match);
    if (group == 0 || in_references(shared.doc(), hit.block)) continue;  // titles of other texts
    variant_of(variants, std::to_string(group)).places.push_back({hit.block, hit.group(group)});
  }
  return variants;
}

void check_groups(const Subject& in, Report& report) {
  for (const auto& [what, pattern] : in.config.table("words")) {
    report_variants(by_group(in.shared, pattern), report);
  }
}

constexpr RuleOption kWordOptions[] = {
    {"words", "{}", "what is written = pattern; each group of it is one way to write it", true}};

constexpr std::string_view kRoleDoc = R"md(
An office, a form of address and a formal act have one word in a document: a Chair is not a Chairman
a page later, a Vice-chairman no Vice-Chairman, and what was withdrawn was not suppressed. The words
of one kind are data of the profile. Reported at the first place of the word that is used less.

```fail
A. Ray is the chairman and B. Sun the vice-chairman.
The vice-chairman opened the meeting.
Vice-Chairman: B. Sun  <-- 'Vice-Chairman' here, 'vice-chairman' elsewhere
```

```fail
The session was chaired by M. Ray with the support of Mrs. Sun and Mr. Moon.  <-- 'M. Ray' here, 'Mrs. Sun' elsewhere
```

```pass
The Chairman and the chairmen of the study groups met; the Vice-chairman and two vice-chairmen came.
```
)md";

constexpr std::string_view kDateDoc = R"md(
Dates in figures have one style in a document: 05/07 is a day in May or in July, and a list of both
styles cannot be sorted. Dates in words are not compared with those in figures, nor are the editions
of texts, such as (10/2016), looked at.

```fail
| 2023-03-05 | first meeting |
| 2023-04-07 | second meeting |
| 05/07/2023 | third meeting |  <-- '05/07/2023' here, '2023-03-05' elsewhere
```

```fail
The chair served from 01/2024, the vice-chair from 03/2022 and the editor in 2022/03.  <-- '2022/03'
```

```pass
ITU-T A.1 (10/2016) was revised on 13 December 2018 and on 2019-09-23.
| 2023-03-05 | first meeting |
```

```pass
# 2 References
[1] Decision 5376 of 4.8.2015 on a request.
# 3 History
| 2023-03-05 | first meeting |
```
)md";

constexpr std::string_view kIncompleteDoc = R"md(
The minutes of a meeting are read years later: a weekday with day and month has its year. A date
such as "early June 2019" is told as information; what took place has a day.

```fail
The session took place on Thursday 13th of December at 18:00.  <-- the year is missing
A workshop was held in early June 2019.  <-- no day is told
```

```pass
The session took place on Thursday 13 December 2018 and closed on 14 December 2018.
```
)md";

void report_first_group(SharedScan& shared, const std::vector<std::string>& patterns,
                        std::string_view what, Report& report) {
  for (const std::string& pattern : patterns) {
    for (const PlacedMatch& hit : shared.matches(pattern)) {
      if (group_of(hit.match) == 0) continue;
      const std::string_view date = hit.group(group_of(hit.match));
      report.add_at(hit.block, report.range_of(date), fmt::format("'{}': {}", date, what));
    }
  }
}

void check_incomplete(const Subject& in, Report& report) {
  Report info = report.at_most(Severity::info);
  report_first_group(in.shared, in.config.list("dates"), "the year is missing", report);
  report_first_group(in.shared, in.config.list("vague"), "no day is told", info);
}

constexpr RuleOption kIncompleteOptions[] = {
    {"dates", "[]", "patterns; a date that took a group has no year", true},
    {"vague", "[]", "patterns; a date that took a group has no day", true},
};

constexpr std::string_view kEntityDoc = R"md(
A committee has one spelling, and a person the same accents wherever the name stands: what is
written in two ways is found in half of its places. Reported at the first place of the rarer one.

```fail
The group coordinates with ISO/IEC JTC1/SC 35.
Experts of ISO/IEC JTC1/SC 35 came.
A liaison statement went to ISO/IEC JTC1 SC35.  <-- 'JTC1 SC35' here
```

```fail
The meeting was chaired by Mr Luis ÁLVAREZ (Utopia).
Rapporteur: Mr Alvarez Luis (Utopia)  <-- 'Alvarez Luis' here, 'Luis ÁLVAREZ' elsewhere
```

```pass
ISO/IEC JTC 1/SC 35 and ISO/IEC JTC 1/SC 27 replied to Mr Luis ÁLVAREZ, and Mr Álvarez thanked.
```
)md";

// Letters and digits only: "ISO/IEC JTC1 SC35" and "ISO/IEC JTC 1/SC 35" have one key.
std::string bare_key(std::string_view text) {
  std::string key;
  for (const char c : text) {
    if (is_alpha(c) || is_digit(c)) key += c;
  }
  return key;
}

void check_committees(const Subject& in, Report& report) {
  for (const std::string& pattern : in.config.list("committees")) {
    std::map<std::string, std::vector<Variant>> by_key;
    for (const PlacedMatch& hit : in.shared.matches(pattern)) {
      const std::string written(hit.text());
      variant_of(by_key[bare_key(written)], written).places.push_back({hit.block, hit.text()});
    }
    for (const auto& [key, variants] : by_key) report_variants(variants, report);
  }
}

// The words of a name in one order, without case; `spelled` keeps which letters have accents.
struct NameKey {
  std::string folded;
  std::string spelled;
};

NameKey name_key(std::string_view name) {
  std::set<std::pair<std::string, std::string>> parts;
  for (const std::string_view word : words(name)) {
    std::string plain;  // an accented letter is left out: "Martínez" is "martnez" in any case
    for (const char c : word) {
      if ((static_cast<unsigned char>(c) & 0x80U) == 0) plain += c;
    }
    parts.emplace(search_key(word), lower_ascii(plain));
  }
  NameKey key;
  for (const auto& [folded, spelled] : parts) {
    key.folded += folded + " ";
    key.spelled += spelled + " ";
  }
  return key;
}

void check_persons(const Subject& in, Report& report) {
  const std::string person = in.config.text("person", "");
  if (person.empty()) return;
  std::map<std::string, std::vector<Variant>> by_name;
  for (const PlacedMatch& hit : in.shared.matches(person)) {
    const NameKey key = name_key(hit.group(1));
    variant_of(by_name[key.folded], key.spelled).places.push_back({hit.block, hit.group(1)});
  }
  for (const auto& [name, variants] : by_name) report_variants(variants, report);
}

void check_entities(const Subject& in, Report& report) {
  check_committees(in, report);
  check_persons(in, report);
}

constexpr RuleOption kEntityOptions[] = {
    {"committees", "[]", "patterns of committees' names", true},
    {"person", "", "pattern of a person's title and name; group 1 is the name", true}};

constexpr Rule kRules[] = {
    {.id = "role-word-consistent",
     .group = "F",
     .severity = Severity::info,
     .summary = "an office has one word in a document",
     .check = check_groups,
     .doc = kRoleDoc,
     .options = kWordOptions},
    {.id = "date-style-mixed",
     .group = "F",
     .severity = Severity::info,
     .summary = "dates in figures have one style",
     .check = check_groups,
     .doc = kDateDoc,
     .options = kWordOptions},
    {.id = "date-incomplete",
     .group = "F",
     .severity = Severity::warning,
     .summary = "a weekday with day and month has its year",
     .check = check_incomplete,
     .doc = kIncompleteDoc,
     .options = kIncompleteOptions},
    {.id = "entity-name-variant",
     .group = "H",
     .severity = Severity::info,
     .summary = "a committee and a person have one spelling",
     .check = check_entities,
     .doc = kEntityDoc,
     .options = kEntityOptions},
};

}  // namespace

std::span<const Rule> variant_rules() { return kRules; }

}  // namespace rapporteur
