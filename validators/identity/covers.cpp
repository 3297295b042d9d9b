// Rules about headers and covers, and what a letter says of its own annexes and deadlines.

#include <algorithm>
#include <set>

#include "pipeline/normalise/kind_of.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/cover_fields.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kFieldOptions[] = {
    {"required", "[]", "cover fields that must be there"},
    {"always", "[]", "kinds that have a header; others only where the first field was read"},
    {"without", "[]", "a family of numbers and a field that its documents need not have"},
    {"other-form", "[]", "labels of a form that has fields of its own", true},
};

constexpr std::string_view kFieldDoc = R"md(
The header of a contribution or TD has its fields: question, source, title, contact. All that is
missing is told in one finding, where no header was read at all as information. Groups without
Questions have none in their headers. Other papers with the header of a contribution, whatever they
are, have its fields too.

```fail
%kind td  <-- contact
| Question(s): | 16/13 |
| Meeting, date: | Geneva, 10-21 March 2025 |
| Source: | Rapporteur Q16/13 |
| Title: | Report of the meeting |
```

```fail
%kind agenda  <-- contact
| Question(s): | N/A |
| Source: | Chair |
| Title: | Agenda |
```

```pass
%kind agenda
Agenda of the meeting
Source: Chair
```

```pass
%kind td
| Question(s): | N/A |
| Meeting, date: | Geneva, 10-21 March 2025 |
| Source: | Rapporteur Q16/13 |
| Title: | Report of the meeting |
| Contact: | A. Ray, ACME, Utopia |
```

The form for a new work item alone has fields of its own.

```pass
%kind work-item-template
| Question: | 6/13 | Proposed new Recommendation | Geneva, 9-20 March 2026 |
| Base text: | C88 | Timing: | 2027 |
```

A head that says whose the paper is without a label is no form.

```pass
%kind contribution
| PLENARY MEETING | Document 48-E |
|  | Original: English |
| Norland (Republic of) | < |
| PROPOSED MODIFICATION OF RESOLUTION 9 | < |
| Contact: | A. Ray |
```
)md";

void check_fields(const Subject& in, Report& report) {
  const Identity& identity = in.doc.identity();
  if (has_bare_source(identity) || has_label(identity, in.config.list("other-form"))) return;
  std::vector<std::string> missing;
  const auto has = [&](const std::string& field) {
    return std::ranges::find(identity.cover, field, &CoverField::name) != identity.cover.end();
  };
  const std::vector<std::string>& required = in.config.list("required");
  const bool always = std::ranges::any_of(in.config.list("always"), [&](const std::string& kind) {
    return is_kind(identity.kind, kind, in.profile);
  });
  if (required.empty() || (!always && !has(required.front()))) return;
  const std::vector<std::string>& without = in.config.list("without");
  for (const std::string& field : required) {
    const bool needed =
        std::ranges::find(without, identity.number.family + ' ' + field) == without.end();
    if (needed && !has(field)) missing.push_back(field);
  }
  if (missing.empty()) return;
  Report level = identity.cover.size() < 3 ? report.at_most(Severity::info) : report;
  level.add(BlockId{}, "the header has no {}", join(missing, ", "));
}

constexpr std::string_view kAnnexCountDoc = R"md(
"Annexes: n" at the end of a letter is the number of annexes that follow.

```fail
%kind circular
Annexes: 3  <-- 2 annexes follow
# Annex A Terms of reference
# Annex B Agenda
```

```pass
%kind circular
Annexes: 2
# Annex A Terms of reference
# Annex B Agenda
```

```fail
%kind circular
Anexos: 3  <-- 2 annexes follow
# ANEXO 1 Programa
# ANEXO 2 Hoteles
```
)md";

std::size_t annexes_after(const Document& doc, BlockId block) {
  std::set<std::string> labels;
  for (const Clause& clause : doc.clauses()) {
    if (clause.kind == ClauseKind::annex && clause.heading > block) {
      labels.insert(lower_ascii(clause.number));
    }
  }
  return labels.size();
}

constexpr RuleOption kAnnexCountOptions[] = {
    {"annexes", "", "pattern of the line that tells how many annexes there are; its group", true}};

void check_annex_count(const Subject& in, Report& report) {
  const std::string annexes = in.config.text("annexes", "");
  if (annexes.empty()) return;
  for (const PlacedMatch& hit : in.shared.matches(annexes)) {
    const std::size_t there = annexes_after(in.doc, hit.block);
    if (there == 0 || std::to_string(there) == hit.group(1)) continue;
    report.add_at(hit.block, report.range_of(hit.text()),
                  fmt::format("'{}', but {} annexes follow", hit.text(), there));
  }
}

constexpr std::string_view kDeadlineDoc = R"md(
The deadlines of a list stand in the order of time: the first line read is the first thing to do.

```fail
Key deadlines:
| 2023-03-20 | Registration |
| 2023-03-13 | Inputs |  <-- 2023-03-13 after 2023-03-20
```

```pass
Key deadlines:
| 2023-03-13 | Inputs |
| 2023-03-20 | Registration |
```
)md";

constexpr RuleOption kDeadlineOptions[] = {
    {"titles", "[]", "patterns of the line above a list of deadlines", true}};

void check_from(const Subject& in, std::uint32_t start, Report& report) {
  constexpr std::uint32_t kReach = 40;  // blocks of a list of deadlines
  const std::uint32_t end =
      std::min(start + kReach, static_cast<std::uint32_t>(in.doc.blocks().size()));
  Date before;
  for (std::uint32_t i = start; i < end; ++i) {
    if (in.doc.block(BlockId{i}).kind == BlockKind::heading) return;
    const std::string_view text = trim(in.doc.text(BlockId{i}));
    const std::vector<DateMention> dates = find_dates(text);
    if (dates.size() != 1 || dates[0].end - dates[0].begin != text.size()) continue;
    if (dates[0].from < before) {
      report.add(BlockId{i}, "deadline {} after {}", dates[0].from.iso(), before.iso());
    }
    before = dates[0].from;
  }
}

void check_deadlines(const Subject& in, Report& report) {
  constexpr std::size_t kLongestTitle = 40;  // bytes
  for (std::uint32_t i = 0; i < in.doc.blocks().size(); ++i) {
    const std::string_view text = trim(in.doc.text(BlockId{i}));
    if (text.size() < kLongestTitle && matches_any(text, in.config.list("titles"))) {
      check_from(in, i + 1, report);
    }
  }
}

constexpr std::string_view kQuoteDoc = R"md(
What a quotation mark opens is closed in its paragraph, and nothing is closed that was not opened.
Looked at are closing marks; a quotation may run over paragraphs.

```fail
The group held the Industry Workshop" (19 April 2024).  <-- closing quotation mark
```

```pass
The group held the "Industry Workshop" (19 April 2024) on a 19" screen.
"A quotation of two paragraphs begins here
and ends in the second one.
```
)md";

bool opens(std::string_view text, std::size_t at) {
  return at == 0 || is_space(text[at - 1]) || text[at - 1] == '(' || text[at - 1] == '[' ||
         text[at - 1] == '/' || text[at - 1] == '-';
}

void check_quotes(const Subject& in, Report& report) {
  for (std::uint32_t i = 0; i < in.doc.blocks().size(); ++i) {
    const BlockId id{i};
    const std::string_view text = in.doc.text(id);
    if (!is_prose(in.doc, id) || std::ranges::count(text, '"') != 1) continue;
    const std::size_t at = text.find('"');
    if (opens(text, at) || is_digit(text[at - 1]) || text.find("“") != text.npos) continue;
    // Only the end of a name or a word, in a paragraph that does not go on with a quotation.
    const bool word = is_alpha(text[at - 1]);
    const bool last = at + 1 == text.size();
    if (!word || last) continue;
    report.add_at(id, report.range_of(text.substr(at, 1)),
                  "closing quotation mark without an opening one");
  }
}

constexpr Rule kRules[] = {
    {.id = "header-field-missing",
     .group = "B",
     .severity = Severity::error,
     .summary = "a header has its fields",
     .check = check_fields,
     .doc = kFieldDoc,
     .options = kFieldOptions},
    {.id = "circular-annex-count",
     .group = "B",
     .severity = Severity::error,
     .summary = "a letter has as many annexes as it says",
     .check = check_annex_count,
     .doc = kAnnexCountDoc,
     .options = kAnnexCountOptions},
    {.id = "deadline-list-order",
     .group = "I",
     .severity = Severity::info,
     .summary = "deadlines are listed in the order of time",
     .check = check_deadlines,
     .doc = kDeadlineDoc,
     .options = kDeadlineOptions},
    {.id = "quote-unbalanced",
     .group = "F",
     .severity = Severity::info,
     .summary = "quotation marks balance in a paragraph",
     .check = check_quotes,
     .doc = kQuoteDoc},
};

}  // namespace

std::span<const Rule> cover_rules() { return kRules; }

}  // namespace rapporteur
