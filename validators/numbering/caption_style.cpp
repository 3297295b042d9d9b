// Rules about how captions are written and where they stand.

#include <algorithm>
#include <map>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/caption_reading.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kFamily = 4;  // captions that make a pattern

constexpr std::string_view kStyleDoc = R"md(
The captions of a document have one layout: one dash between number and title, one spelling of the
word. Reported once for each layout that is in the minority.

```fail
Table 1 – Members
Table 2 – Meetings
Table 3 - Reports  <-- 'Table n - …' here, 'Table n – …' in 3 others
Table 4 – Texts
```

```pass
Table 1 – Members
Table 2 – Meetings
Figure 1: Overview
```
)md";

std::string layout(const Caption& caption) {
  std::string out(caption.word);
  out += " n";
  if (!caption.dash.empty()) out += " " + std::string(caption.dash) + " …";
  return out;
}

void report_minorities(const std::map<std::string, std::vector<const Caption*>>& layouts,
                       Report& report) {
  const auto most =
      std::ranges::max_element(layouts, {}, [](const auto& entry) { return entry.second.size(); });
  for (const auto& [form, members] : layouts) {
    if (form == most->first) continue;
    report.add(members.front()->block, "captions are mixed: '{}' here, '{}' in {} others", form,
               most->first, most->second.size());
  }
}

void check_style(const Subject& in, Report& report) {
  const std::vector<Caption>& all = in.shared.captions();
  for (const CaptionKind kind : {CaptionKind::table, CaptionKind::figure}) {
    std::map<std::string, std::vector<const Caption*>> layouts;
    for (const Caption& caption : all) {
      if (caption.kind == kind) layouts[layout(caption)].push_back(&caption);
    }
    if (layouts.size() > 1) report_minorities(layouts, report);
  }
}

constexpr std::string_view kDriftDoc = R"md(
Captions that form a family ("Action plan on …") are worded alike. Reported are titles that begin
nearly, but not quite, as at least three others do.

```fail
Table 1 – Action plan on "Awareness"
Table 2 – Action plan on "Vision"
Table 3 – Action plan on "Value"
Table 4 – Action on plan on "Dialogue"  <-- 'Action on plan on'
```

```pass
Table 1 – Action plan on "Awareness"
Table 2 – Action plan on "Vision"
Table 3 – Action plan on "Value"
Table 4 – Contributions and documents
```
)md";

// What a title says before its first quotation mark; empty when it quotes nothing.
std::string stem(std::string_view title) {
  const std::size_t quote = std::min(title.find('"'), title.find("“"));
  return quote == std::string_view::npos ? std::string() : collapse(title.substr(0, quote));
}

bool nearly(std::string_view a, std::string_view b) {
  const std::size_t distance = edit_distance(lower_ascii(a), lower_ascii(b));
  return distance > 0 && distance <= std::max<std::size_t>(3, std::max(a.size(), b.size()) / 3);
}

void check_drift(const Subject& in, Report& report) {
  const std::vector<Caption>& all = in.shared.captions();
  std::map<std::string, std::vector<const Caption*>> stems;
  for (const Caption& caption : all) {
    const std::string text = stem(caption.title);
    if (words(text).size() >= 2) stems[text].push_back(&caption);
  }
  for (const auto& [text, members] : stems) {
    for (const auto& [usual, family] : stems) {
      if (family.size() + 1 < kFamily || members.size() * 2 > family.size()) continue;
      if (!nearly(text, usual)) continue;
      for (const Caption* caption : members) {
        report.add(caption->block, "'{}' here, '{}' in {} other captions", text, usual,
                   family.size());
      }
      break;
    }
  }
}

constexpr std::string_view kSchemeDoc = R"md(
The tables of one text are numbered in one way, plainly or by clause.

```fail
Table 1 – Members
Table 2 – Meetings
Table 3 – Reports
Table 4-2 – Timers  <-- '4-2' among plain numbers
```

```pass
Table 1 – Members
Table 2 – Meetings
# Annex A
Table A.1 – Timers
```

```pass
Table 1 – Members
Table 2 – Meetings
Table 3a – Reports
Table 3b – Papers
```
)md";

// "3" and its parts "3a" and "3b".
bool is_plain(const Caption& caption) { return found_in(caption.number, R"(^\d+[A-Za-z]?$)"); }

void check_scheme(const Subject& in, Report& report) {
  std::map<ScopeId, std::vector<Caption>> scopes;
  for (const Caption& caption : in.shared.captions()) {
    if (caption.kind == CaptionKind::table) scopes[caption.scope].push_back(caption);
  }
  for (const auto& [scope, all] : scopes) {
    const auto plain = static_cast<std::size_t>(std::ranges::count_if(all, is_plain));
    const std::size_t compound = all.size() - plain;
    // "Table A.1" in a text without a scope of its own is an annex that was not seen.
    for (const Caption& caption : all) {
      if (is_alpha(caption.number[0])) continue;
      if (plain > compound && !is_plain(caption)) {
        report.add(caption.block, "table number '{}' among plain numbers", caption.number);
      } else if (plain < compound && plain > 0 && is_plain(caption)) {
        report.add(caption.block, "table number '{}' among numbers by clause", caption.number);
      }
    }
  }
}

constexpr std::string_view kPositionDoc = R"md(
The title of a table stands above the table.

```fail
%kind recommendation
|| Name | Country |
| Ray | Utopia |
| Lee | Arcadia |
Table 1 – Members  <-- below its table

The next clause is about meetings.
```

```pass
%kind recommendation
Table 1 – Members
|| Name | Country |
| Ray | Utopia |
Table 2 – Meetings
|| Date | Place |
| May | Utopia |
```
)md";

void check_position(const Subject& in, Report& report) {
  for (const Caption& caption : in.shared.captions()) {
    if (caption.kind != CaptionKind::table || in.doc.block(caption.block).cell) continue;
    const auto above = [&](const Table& table) { return table.caption == caption.block; };
    if (std::ranges::any_of(in.doc.tables(), above)) continue;
    // The block right before the caption is the last of a table that has no caption of its own.
    if (caption.block.index == 0) continue;
    const BlockId before{caption.block.index - 1};
    const CellId cell = in.doc.block(before).cell;
    if (!cell || in.doc.table(in.doc.cell(cell).table).caption) continue;
    report.add(caption.block, "the title of table {} stands below its table", caption.number);
  }
}

constexpr Rule kRules[] = {
    {.id = "caption-style-mixed",
     .group = "D",
     .severity = Severity::info,
     .summary = "captions have one layout",
     .check = check_style,
     .doc = kStyleDoc},
    {.id = "caption-wording-drift",
     .group = "D",
     .severity = Severity::info,
     .summary = "captions of one family are worded alike",
     .check = check_drift,
     .doc = kDriftDoc},
    {.id = "table-scheme-mixed",
     .group = "D",
     .severity = Severity::warning,
     .summary = "the tables of a text are numbered in one way",
     .check = check_scheme,
     .doc = kSchemeDoc},
    {.id = "caption-position",
     .group = "D",
     .severity = Severity::warning,
     .summary = "the title of a table stands above it",
     .check = check_position,
     .doc = kPositionDoc},
};

}  // namespace

std::span<const Rule> caption_style_rules() { return kRules; }

}  // namespace rapporteur
