// Rules about the numbers of tables and figures.

#include <algorithm>
#include <map>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/caption_reading.hpp"
#include "validators/reading/sequence.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

// A text with more holes than one in this many captions is an excerpt.
constexpr std::size_t kCaptionsPerHole = 4;

struct NumberedCaptions {
  ScopeKind scope = ScopeKind::body;
  std::vector<Numbered> all;
};

// The numbers of one kind in each scope, cut where a numbering starts anew. Each caption's `index`
// is its place in `from`.
std::vector<NumberedCaptions> numbered_texts(const Document& doc, const std::vector<Caption>& from,
                                             CaptionKind kind) {
  std::map<ScopeId, std::vector<Numbered>> scopes;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (from[i].kind != kind) continue;
    scopes[from[i].scope].push_back(numbered(from[i].number, from[i].block, i));
  }
  std::vector<NumberedCaptions> texts;
  for (const auto& [scope, all] : scopes) {
    for (std::vector<Numbered>& text : restarts(all)) {
      texts.push_back({doc.scope(scope).kind, std::move(text)});
    }
  }
  return texts;
}

// A table that goes on over a page may repeat its caption, and one of the two may say more: "(see
// clause 6)", "(continued)".
bool same_caption(const Document& doc, BlockId one, BlockId other) {
  const std::string_view a = doc.text(one);
  const std::string_view b = doc.text(other);
  return a.starts_with(b) || b.starts_with(a);
}

void report_duplicates(const Subject& in, Report& report, CaptionKind kind, std::string_view word) {
  const std::vector<Caption>& all = in.shared.captions();
  for (const NumberedCaptions& text : numbered_texts(in.doc, all, kind)) {
    for (const SequenceFault& fault : duplicates(text.all)) {
      if (same_caption(in.doc, fault.first.block, fault.at.block)) continue;
      report.add_at(fault.at.block, {},
                    fmt::format("{} {} stands twice in this text", word, fault.at.number),
                    {in.doc.block(fault.first.block).text});
    }
  }
}

// "Table 1a" and "Table 1b" leave no hole before "Table 2".
std::vector<Numbered> without_letters(std::vector<Numbered> all) {
  for (Numbered& one : all) {
    const std::size_t size = one.number.size();
    if (one.last >= 0 || size < 2 || !is_alpha(one.number.back())) continue;
    const std::string number = one.number.substr(0, size - 1);
    if (is_digit(number.back())) one = numbered(number, one.block, one.index);
  }
  return all;
}

// "Table 8-7" alone, in a text with numbered clauses and no clause 8, stands in a passage of
// another.
bool is_of_other_text(const Document& doc, const Numbered& one) {
  if (one.parent.empty() || !is_digit(one.parent[0])) return false;
  bool numbered_clauses = false;
  for (const Clause& clause : doc.clauses()) {
    if (clause.number == one.parent) return false;
    numbered_clauses = numbered_clauses || !number_parts(clause.number).empty();
  }
  return numbered_clauses;
}

void report_holes(const Subject& in, Report& report, CaptionKind kind, std::string_view word) {
  const std::vector<Caption>& all = in.shared.captions();
  for (const NumberedCaptions& text : numbered_texts(in.doc, all, kind)) {
    if (text.scope == ScopeKind::excerpt) continue;
    // The tables of an annex may continue those of the body.
    const std::vector<SequenceFault> faults =
        holes(without_letters(text.all), text.scope != ScopeKind::body);
    if (faults.size() > 1 && faults.size() * kCaptionsPerHole > text.all.size()) continue;
    for (const SequenceFault& fault : faults) {
      if (is_of_other_text(in.doc, fault.at)) continue;
      const std::string& parent = fault.at.parent;
      const std::string before = fault.at.number.substr(0, parent.empty() ? 0 : parent.size() + 1);
      report.add(fault.at.block, "{} {}: expected {}{}", word, fault.at.number, before,
                 fault.expected);
    }
  }
}

void report_disorders(const Subject& in, Report& report, CaptionKind kind, std::string_view word) {
  const std::vector<Caption>& all = in.shared.captions();
  for (const NumberedCaptions& text : numbered_texts(in.doc, all, kind)) {
    for (const SequenceFault& fault : disorders(text.all)) {
      report.add_at(
          fault.at.block, {},
          fmt::format("{} {} stands after {} {}", word, fault.at.number, word, fault.first.number),
          {in.doc.block(fault.first.block).text});
    }
  }
}

constexpr std::string_view kDuplicateDoc = R"md(
A table number stands for one table of its text. A caption that continues a table on the next page
says so, or repeats the caption word for word, and is not counted; annexes and quoted texts number for themselves.

```fail
Table 2 – Members
| Name | Country |
Table 3 – Meetings
| Date | Place |
Table 3 – Reports  <-- table 3
| Number | Title |
```

```pass
Table 1 – Members
| Name | Country |
Table 1 (continued)
| Name | Country |
Table 1 – Members
| Name | Country |
# Annex A
Table 1 – Meetings
| Date | Place |
```
)md";

void check_duplicates(const Subject& in, Report& report) {
  report_duplicates(in, report, CaptionKind::table, "table");
}

constexpr std::string_view kGapDoc = R"md(
Table numbers start at 1 and run on. The tables of an annex may go on from those of the body; tables
with a letter behind the number are parts of one. What a column of a form says is no title of a table.

```fail
Table 1 – Members
Table 3 – Reports  <-- expected 2
```

```fail
Table 5-2 – Timers  <-- expected 5-1
Table 5-3 – Messages
```

```pass
Table 1 – Members
Table 2 – Meetings
# Annex 1 Publications
Table 3 – Supplements
Table 4 – Papers
```

```pass
Table 1 – Members
Table 2a – Meetings of the first year
Table 2b – Meetings of the second year
Table 3 – Papers
```

```pass
# 1 Changes to clause 2
# 2 Changes to clause 8
Table 8-7 – States of the clock
```

```pass
|| Member | Clause | Table | Comment |
| CH 01 | 5.2 | | The term is not used. |
| DE 01 | 5.3 | Table 2 | The unit is missing. |
```
)md";

void check_gaps(const Subject& in, Report& report) {
  report_holes(in, report, CaptionKind::table, "table");
}

constexpr std::string_view kOrderDoc = R"md(
Tables appear in the order of their numbers.

```fail
Table 1 – Members
Table 3 – Meetings
Table 2 – Reports  <-- table 2 stands after table 3
```

```pass
Table 1 – Members
Table 2 – Meetings
Table 2.1 – Rooms
```
)md";

void check_order(const Subject& in, Report& report) {
  report_disorders(in, report, CaptionKind::table, "table");
}

constexpr std::string_view kFigureDoc = R"md(
What holds for table numbers holds for figures: each number once in its text, no gaps, in order.

```fail
Figure 1 – Overview
Figure 2 – Layers
Figure 2 – Interfaces  <-- figure 2 stands twice
```

```fail
Figure 1 – Overview
Figure 3 – Layers  <-- expected 2
```

A text that corrects another may show a figure before and after the change; this is therefore told
as information. A title in two lines hid its number once; of the first two findings judged none was
right.

```pass
Figure 1 – Overview
Figure 2 – Layers
# Annex A
Figure A.1 – Interfaces
```
)md";

void check_figures(const Subject& in, Report& report) {
  report_duplicates(in, report, CaptionKind::figure, "figure");
  report_holes(in, report, CaptionKind::figure, "figure");
  report_disorders(in, report, CaptionKind::figure, "figure");
}

constexpr Rule kRules[] = {
    {.id = "table-number-duplicate",
     .group = "D",
     .severity = Severity::error,
     .summary = "a table number occurs once in its text",
     .check = check_duplicates,
     .doc = kDuplicateDoc},
    {.id = "table-number-gap",
     .group = "D",
     .severity = Severity::warning,
     .summary = "table numbers start at 1 and run on",
     .check = check_gaps,
     .doc = kGapDoc},
    {.id = "table-number-order",
     .group = "D",
     .severity = Severity::warning,
     .summary = "tables appear in the order of their numbers",
     .check = check_order,
     .doc = kOrderDoc},
    {.id = "figure-number-consistency",
     .group = "D",
     .severity = Severity::error,
     .summary = "figure numbers are unique, run without gaps and are in order",
     .check = check_figures,
     .doc = kFigureDoc},
};

}  // namespace

std::span<const Rule> caption_number_rules() { return kRules; }

}  // namespace rapporteur
