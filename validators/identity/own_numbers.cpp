// Rules about a document's own number, in its header and in the name of its file.

#include <algorithm>
#include <string>

#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/cover_fields.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kOwnDoc = R"md(
A document shows its own number in its header or cover: a page that was printed or forwarded can
then be found again. Where no header was read at all, as in text cut out of a document, this is only
told as information, and so it is where the kind of document is not known. A signed letter is no
paper of a meeting and has none.

```fail
%kind td  <-- shows no number of its own
Introduction
The group met on Monday.
```

```pass
%kind td
| SG13-TD88/GEN |
| STUDY PERIOD 2025-2028 |
```

```pass
%kind unknown
Dear Madam,
We thank you for the invitation.
Yours faithfully,
Ines Sample
Director of the Office
```

```pass
%kind liaison-statement
| From: | Study Group 13 |
| To: | The working group on codecs |
| Title: | LS on codecs |
```
)md";

constexpr RuleOption kOwnOptions[] = {
    {"letters", "[]", "kinds that bear no number where they are signed as a letter is"},
    {"other-form", "[]", "labels of a form of another body, which numbers the document", true},
};

void check_own(const Subject& in, Report& report) {
  const Identity& identity = in.doc.identity();
  if (has_label(identity, in.config.list("other-form"))) return;
  if (!identity.number.canonical.empty()) return;
  const std::vector<std::string>& letters = in.config.list("letters");
  const bool may_be_letter = std::ranges::find(letters, identity.kind) != letters.end();
  if (may_be_letter && cover_field(identity, "signature") != nullptr) return;
  const bool unsure = identity.cover.empty() || identity.kind == "unknown";
  const Report level = unsure ? report.at_most(Severity::info) : report;
  Report(level).add(BlockId{}, "the document shows no number of its own");
}

constexpr std::string_view kFileDoc = R"md(
The group, the number and the revision in the name of a file are those of the document in it.

```fail
%path T25-SG13-250310-TD-GEN-0042!R1!MSW-E.docx  <-- SG13-TD42R1/GEN
%kind td
| SG13-TD43/GEN |
Source: Rapporteur
```

```pass
%path T25-SG13-250310-TD-GEN-0042!R1!MSW-E.docx
%kind td
| SG13-TD42R1/GEN |
Source: Rapporteur
```

```fail
%path SG13-TD41.docx  <-- SG13-TD41
%kind td
| SG13-TD42R1/GEN |
```

```pass
%path TD42.docx
%kind td
| SG13-TD42R1/GEN |
```

```pass
%path notes.docx
%kind td
| SG13-TD42R1/GEN |
```
)md";

std::string file_stem(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string bare(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_digit(c) || is_alpha(c)) out += c;
  }
  return out;
}

void check_file(const Subject& in, Report& report) {
  const Identifier& own = in.doc.identity().number;
  if (own.canonical.empty() || own.where.empty()) return;
  const std::string name = file_stem(in.doc.path());
  auto file = in.profile.grammar.parse(name);
  if (!file) file = in.profile.grammar.parse(name.substr(0, name.rfind('.')));
  if (!file) return;
  const auto formal = in.profile.grammar.meant_by(*file);
  const Identifier& named = formal ? *formal : *file;
  if (named.family != own.family) return;
  for (const std::string_view field : {"group", "number", "revision"}) {
    const std::string here = bare(own.field(field));
    const std::string there = bare(named.field(field));
    if (here == there || (here.empty() && field == "group")) continue;
    // A name that somebody gave the file leaves out what is understood.
    if (!formal && field != "number" && (here.empty() || there.empty())) continue;
    report.add(BlockId{}, "the file name says {}, the document {}", named.canonical, own.canonical);
    return;
  }
}

constexpr std::string_view kFileDateDoc = R"md(
The date in the name of a file of a meeting is the opening day of the meeting in its header.

```fail
%path T25-SG13-250312-TD-GEN-0042!R1!MSW-E.docx  <-- 2025-03-12
%kind td
| Meeting: | Geneva, 10-21 March 2025 |
```

```fail
%path T25-SG13-250312-TD-GEN-0042!R1!MSW-E.docx  <-- 2025-03-12
%kind td
| Question(s): | 6/13 | Geneva, 10-21 March 2025 |
| Source: | Rapporteur |
| Title: | Report |
```

```pass
%path T25-SG13-250310-TD-GEN-0042!R1!MSW-E.docx
%kind td
| Meeting: | Geneva, 10-21 March 2025 |
```
)md";

void check_file_date(const Subject& in, Report& report) {
  const auto file = in.profile.grammar.parse(file_stem(in.doc.path()));
  if (!file || file->field("date").size() != 6) return;
  const std::string digits(file->field("date"));
  const std::string iso =
      "20" + digits.substr(0, 2) + "-" + digits.substr(2, 2) + "-" + digits.substr(4, 2);
  for (const CoverField& field : in.doc.identity().cover) {
    if (field.name != "meeting" && field.name != "date" && field.name != "place-date") continue;
    const std::vector<DateMention> dates = find_dates(field.value);
    if (dates.size() != 1 || dates[0].from.day == 0) continue;
    if (dates[0].from.iso() == iso) return;
    report.add(BlockId{}, "the file name says {}, the header {}", iso, dates[0].from.iso());
    return;
  }
}

constexpr std::string_view kPeriodDoc = R"md(
The study period in the name of a file is the one in the header.

```fail
%path T17-SG13-220310-TD-GEN-0042!R1!MSW-E.docx  <-- T17 is the study period 2017-2020
%kind td
| SG13-TD42R1/GEN | STUDY PERIOD 2022-2024 |
```

```pass
%path T22-SG13-221110-TD-GEN-0042!R1!MSW-E.docx
%kind td
| SG13-TD42R1/GEN | STUDY PERIOD 2022-2024 |
```
)md";

constexpr RuleOption kPeriodOptions[] = {
    {"periods", "{}", "the mark in a file's name and the year that the period begins"},
    {"told", "", "pattern of the period in a head; groups: its first and its last year", true}};

// The study period that the head names, "2022-2024", or "".
std::string period_of(const Document& doc, const std::string& told) {
  constexpr std::uint32_t kHead = 60;  // blocks of a first page
  if (told.empty()) return "";
  const auto count = static_cast<std::uint32_t>(doc.blocks().size());
  for (std::uint32_t i = 0; i < std::min(kHead, count); ++i) {
    const std::vector<PatternMatch> found = matches(doc.text(BlockId{i}), compiled(told));
    if (!found.empty()) {
      return fmt::format("{}-{}", found[0].groups[1], found[0].groups[2]);
    }
  }
  return "";
}

void check_period(const Subject& in, Report& report) {
  const auto file = in.profile.grammar.parse(file_stem(in.doc.path()));
  if (!file) return;
  const std::string mark = "T" + std::string(file->field("period"));
  const std::string there = period_of(in.doc, in.config.text("told", ""));
  for (const auto& [name, period] : in.config.table("periods")) {
    if (name != mark || there.empty() || there.substr(0, 4) == period.substr(0, 4)) continue;
    report.add(BlockId{}, "{} is the study period {}, the header says {}", mark, period, there);
  }
}

constexpr Rule kRules[] = {
    {.id = "docid-own-number-missing",
     .group = "A",
     .severity = Severity::error,
     .summary = "a document shows its own number",
     .check = check_own,
     .doc = kOwnDoc,
     .options = kOwnOptions},
    {.id = "docid-filename-mismatch",
     .group = "A",
     .severity = Severity::error,
     .summary = "the number in a file's name is the document's",
     .check = check_file,
     .doc = kFileDoc},
    {.id = "docid-file-meeting-date",
     .group = "A",
     .severity = Severity::warning,
     .summary = "the date in a file's name is the opening day of the meeting",
     .check = check_file_date,
     .doc = kFileDateDoc},
    {.id = "docid-study-period",
     .group = "A",
     .severity = Severity::warning,
     .summary = "the study period in a file's name is the header's",
     .check = check_period,
     .doc = kPeriodDoc,
     .options = kPeriodOptions},
};

}  // namespace

std::span<const Rule> own_number_rules() { return kRules; }

}  // namespace rapporteur
