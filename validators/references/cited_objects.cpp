// Rules about what a text says of its own tables and figures.

#include <algorithm>
#include <set>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/caption_reading.hpp"
#include "validators/reading/sequence.hpp"
#include "validators/reading/shared_scan.hpp"
#include "validators/references/citation_reading.hpp"

namespace rapporteur {
namespace {

struct Targets {
  std::set<std::string> numbers;
  std::set<std::string> shapes;
};

Targets targets(const Subject& in, CaptionKind kind) {
  Targets found;
  for (const Caption& caption : in.shared.captions()) {
    if (caption.kind != kind) continue;
    found.numbers.insert(caption.number);
    found.shapes.insert(number_shape(caption.number));
  }
  return found;
}

// "Table 2" is there in parts where "Table 2a" is.
bool has_parts(const Targets& targets, const std::string& number) {
  return std::ranges::any_of(targets.numbers, [&](const std::string& one) {
    return one.size() == number.size() + 1 && one.starts_with(number) && is_alpha(one.back());
  });
}

// "3.2-3.13" is a range, "5.2-1" a number.
bool resolves(const Targets& targets, const std::string& number) {
  if (targets.numbers.contains(number) || has_parts(targets, number)) return true;
  const std::size_t hyphen = number.find('-');
  if (hyphen == std::string::npos) return false;
  const std::vector<std::string> all =
      spelled_out(number.substr(0, hyphen), number.substr(hyphen + 1));
  return std::ranges::all_of(all,
                             [&](const std::string& one) { return targets.numbers.contains(one); });
}

// A number below one that exists: its caption may well be there and not be read as one.
bool lies_below(const Targets& targets, const std::string& number) {
  const Numbered wanted = numbered(number, {});
  return std::ranges::any_of(targets.numbers, [&](const std::string& one) {
    const Numbered there = numbered(one, {});
    return there.parent == wanted.parent && there.last > wanted.last;
  });
}

void check_captions(const Subject& in, Report& report, CaptionKind kind, std::string_view word) {
  const Targets known = targets(in, kind);
  if (known.numbers.size() < least_targets(in, 2)) return;
  for (const Citation& citation : citations(in)) {
    if (citation.external) continue;
    for (const std::string& number : citation.numbers) {
      if (!known.shapes.contains(number_shape(number)) || resolves(known, number)) continue;
      // Part of a figure: "Figure 6a".
      if (is_alpha(number.back()) && known.numbers.contains(number.substr(0, number.size() - 1))) {
        continue;
      }
      Report level = lies_below(known, number) ? report.at_most(Severity::info) : report;
      level.add_at(citation.block, report.range_of(citation.text),
                   fmt::format("there is no {} {} in this text", word, number));
    }
  }
}

constexpr std::string_view kTableDoc = R"md(
A table that is cited by its number exists; ranges are spelled out. Tables of another document are
cited with that document.

```fail
Table 1 – Members
Table 2 – Meetings
The results are in Tables 1 to 3.  <-- no table 3
The chairs are in Table 2 and the dates in Table 4.  <-- no table 4
```

```pass
Table 1 – Members
Table 2 – Meetings
Table 3 – Reports
See Tables 1-3, Table 2 and Tables 2 onwards, and Table 9 of ITU-T G.8260.
```

```pass
Table 1a – Members from Europe
Table 1b – Other members
Table 2 – Meetings
Table 3 – Reports
The members are in Table 1, the rest in Tables 1 to 3.
```

```pass
Table 1 – Members
Table 2 – Meetings
* * * First change * * *
The timers are those of Table 9.
* * * End of changes * * *
```
)md";

void check_tables(const Subject& in, Report& report) {
  check_captions(in, report, CaptionKind::table, "table");
}

constexpr std::string_view kFigureDoc = R"md(
A figure that is cited by its number exists. Figures of another document are cited with that
document.

```fail
Figure 1 – Overview
Figure 2 – Layers
The interfaces are shown in Figure 9.  <-- no figure 9
```

```pass
Figure 1 – Overview
Figure 2 – Layers
Figures 1 and 2 and part b of Figure 2b show the layers; see also Figure 9 of ITU-T G.8260.
```

```pass
%profile 3gpp
%kind 3gpp-cr
Figure 5.2-1 – Overview
Figure 5.2-2 – Layers
The steps are those of Figure 4.15-1.
```
)md";

void check_figures(const Subject& in, Report& report) {
  check_captions(in, report, CaptionKind::figure, "figure");
}

constexpr std::string_view kUncitedDoc = R"md(
Each numbered table and figure is cited by its number in the text. A document that cites none of
them passes: it has another way of leading its readers.

```fail
%kind report
The meetings are in Table 1 and the officers in Table 3.
Table 1 – Meetings
Table 2 – Groups  <-- table 2 is never cited
Table 3 – Officers
```

```pass
%kind report
The meetings are in Table 1, the rest in Tables 2 to 4.
Table 1 – Meetings
Table 2 – Groups
Table 3 – Officers
Table 4 – Texts
```

```pass
%kind report
The meetings are in Table 1 and the officers in Table 2.
Table 1 – Meetings
Table 2a – Chairs
Table 2b – Rapporteurs
```
)md";

struct Cited {
  std::set<std::string> numbers;
  std::vector<std::string> onwards;  // from this one on
};

Cited cited(const Subject& in) {
  Cited all;
  for (const Citation& citation : citations(in)) {
    for (const std::string& number : citation.numbers) {
      const std::string word = lower_ascii(citation.word.substr(0, 3));
      all.numbers.insert(word + number);
      const std::size_t hyphen = number.find('-');
      if (hyphen == std::string::npos) continue;
      for (const std::string& one :
           spelled_out(number.substr(0, hyphen), number.substr(hyphen + 1))) {
        all.numbers.insert(word + one);
      }
    }
    if (citation.onwards) all.onwards.push_back(citation.numbers.front());
  }
  return all;
}

bool follows(std::string_view number, const std::vector<std::string>& starts) {
  return std::ranges::any_of(starts, [&](const std::string& start) {
    const std::vector<int> a = number_parts(number);
    const std::vector<int> b = number_parts(start);
    return a.size() == b.size() && !a.empty() && a >= b;
  });
}

void check_uncited(const Subject& in, Report& report) {
  const Cited all = cited(in);
  std::vector<const Caption*> uncited;
  const std::vector<Caption>& known = in.shared.captions();
  for (const Caption& caption : known) {
    const std::string key = lower_ascii(caption.word.substr(0, 3)) + caption.number;
    if (caption.kind == CaptionKind::other || all.numbers.contains(key)) continue;
    // Who cites table 3 cites table 3a.
    const std::string whole = key.substr(0, key.size() - 1);
    if (is_alpha(key.back()) && all.numbers.contains(whole)) continue;
    if (follows(caption.number, all.onwards)) continue;
    uncited.push_back(&caption);
  }
  if (uncited.size() * 2 > known.size()) return;
  for (const Caption* caption : uncited) {
    report.add(caption->block, "{} {} is never cited by its number",
               caption->kind == CaptionKind::table ? "table" : "figure", caption->number);
  }
}

constexpr Rule kRules[] = {
    {.id = "xref-table-unresolved",
     .group = "E",
     .severity = Severity::error,
     .summary = "a table that is cited exists",
     .check = check_tables,
     .doc = kTableDoc,
     .options = kCitationOptions},
    {.id = "xref-figure-unresolved",
     .group = "E",
     .severity = Severity::error,
     .summary = "a figure that is cited exists",
     .check = check_figures,
     .doc = kFigureDoc,
     .options = kCitationOptions},
    {.id = "xref-object-uncited",
     .group = "E",
     .severity = Severity::warning,
     .summary = "each table and figure is cited by its number",
     .check = check_uncited,
     .doc = kUncitedDoc,
     .options = kCitationOptions},
};

}  // namespace

std::span<const Rule> cited_object_rules() { return kRules; }

}  // namespace rapporteur
