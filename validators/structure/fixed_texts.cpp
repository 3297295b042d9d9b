// Rules about the words with which parts of a document begin.

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/outline_reading.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kOpeningOptions[] = {
    {"openings", "{}", "pattern of a heading = pattern of the words below it", true},
    {"within", "1", "paragraphs below the heading that are looked at"},
    {"empty", "[]", "patterns of what says that there is nothing to say", true},
    {"outline", "[]", "patterns of headings that a document has before it is looked at", true},
    {"except", "[]", "patterns of the titles of documents that begin in other words", true},
};

constexpr RuleOption kRequiredOptions[] = {
    {"name", "", "the part, as messages call it"},
    {"title", "", "pattern of the heading", true},
    {"words", "", "pattern of the words below it", true},
    {"within", "1", "paragraphs below the heading that are looked at"},
    {"empty", "[]", "patterns of what says that there is nothing to say", true},
    {"outline", "[]", "patterns of headings that a document has before it is looked at", true},
};

bool is_called(const PartLine& line, const std::string& title) {
  return found_in(line.whole(), title);
}

// Whether one of the first paragraphs reads so, or says that there is nothing to say.
bool opens_with(const Subject& in, BlockRange blocks, const std::string& words) {
  for (std::int64_t i = in.config.integer("within", 1); i > 0; --i) {
    const BlockId first = first_words(in.doc, blocks);
    if (!first) return false;
    const std::string text = collapse(in.doc.text(first));
    if (found_in(text, words) || matches_any(text, in.config.list("empty"))) return true;
    blocks.begin.index = first.index + 1;
  }
  return false;
}

// A heading without words of its own is another rule's.
void check_openings(const Subject& in, Report& report) {
  const std::vector<PartLine>& lines = in.shared.part_lines();
  if (!has_titles(in.doc, in.config.list("outline"))) return;
  if (matches_any(in.doc.identity().title, in.config.list("except"))) return;
  for (const auto& [title, words] : in.config.table("openings")) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].heading || !is_called(lines[i], title)) continue;
      const BlockRange blocks = under(in.doc, lines, i);
      // A line break may set the fixed words below the title, in one paragraph with it.
      if (found_in(collapse(in.doc.text(lines[i].block)), words)) continue;
      if (!first_words(in.doc, blocks) || opens_with(in, blocks, words)) continue;
      report.add(lines[i].block, "'{}' does not begin with its fixed words",
                 lines[i].number.empty() ? lines[i].title : lines[i].number);
    }
  }
}

void check_required(const Subject& in, Report& report) {
  const std::vector<PartLine>& lines = in.shared.part_lines();
  if (!has_titles(in.doc, in.config.list("outline"))) return;
  const std::string title = in.config.text("title", "^$");
  const std::string words = in.config.text("words", R"(\w)");
  BlockId there;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_called(lines[i], title)) continue;
    if (opens_with(in, under(in.doc, lines, i), words)) return;
    if (!there) there = lines[i].block;
  }
  const std::string name = in.config.text("name", "such part");
  if (there) {
    report.add(there, "the words that belong below '{}' are not there", name);
  } else {
    report.add(BlockId{}, "there is no {}", name);
  }
}

constexpr std::string_view kReferencesDoc = R"md(
The clause of references begins with the fixed paragraph that says what a reference means. Compared
are the words by which that paragraph is known, so that a changed "Recommendation" or comma passes.

```fail
%kind recommendation
# 2 References  <-- does not begin with its fixed words
This text cites the following:
[ITU-T A.5] Recommendation ITU-T A.5 (2016), Title.
```

```pass
%kind recommendation
# 2 References
The texts below contain provisions which, through reference in this text, constitute provisions of it.
```

```pass
%kind recommendation
# 2 References
None.
```

```pass
%kind draft-recommendation
| Title: | Draft new Supplement 99 to Q-series Recommendations |
# 2 References
[ITU-T A.5] Recommendation ITU-T A.5 (2016), Title.
```

```pass
%kind draft-recommendation
| Title: | Draft new Supplement ITU-T Q.Suppl.99 (ex Q.sup.edge) |
# 2 References
[ITU-T A.5] Recommendation ITU-T A.5 (2016), Title.
```
)md";

constexpr std::string_view kTermsDoc = R"md(
The clauses on terms and on abbreviations begin with their fixed sentences, or say "None."

```fail
%kind recommendation
# 3 Definitions
## 3.1 Terms defined elsewhere
This Recommendation uses the following terms defined elsewhere:
## 3.2 Terms defined in this Recommendation  <-- does not begin with its fixed words
Terms:
```

```pass
%kind recommendation
# 3 Definitions
## 3.1 Terms defined elsewhere
None.
## 3.2 Terms defined in this Recommendation
This Recommendation defines the following terms:
# 4 Abbreviations and acronyms
This Recommendation uses the following abbreviations and acronyms:
```
)md";

constexpr std::string_view kAnnexDoc = R"md(
Below the title of an annex of a Recommendation stands the line that says that it is an integral part
of it. Annexes of reports, circulars and Questions have none.

```fail
%kind recommendation
# 1 Scope
# 2 References
# Annex A Formats  <-- 'Annex A' does not begin with its fixed words
The formats are these.
```

```pass
%kind recommendation
# 1 Scope
# 2 References
# Annex A Formats
(This annex forms an integral part of this Recommendation.)
The formats are these.
```

```pass
%kind recommendation
# 1 Scope
# 2 References
# Annex A Formats (This annex forms an integral part of this Recommendation.)
The formats are these.
```
)md";

constexpr std::string_view kAppendixDoc = R"md(
Below the title of an appendix of a Recommendation stands the line that says that it is not an
integral part of it. The Bibliography has none.

```fail
%kind recommendation
# 1 Scope
# 2 References
# Appendix I Examples  <-- 'Appendix I' does not begin with its fixed words
(This annex forms an integral part of this Recommendation.)
An example follows.
```

```pass
%kind recommendation
# 1 Scope
# 2 References
# Appendix I Examples
(This appendix does not form an integral part of this Recommendation.)
An example follows.
# Bibliography
```
)md";

constexpr std::string_view kModalDoc = R"md(
An ETSI deliverable says in an unnumbered clause how its modal verbs are to be read.

```fail
%profile etsi
%kind etsi-deliverable  <-- there is no Modal verbs terminology
# Foreword
# 1 Scope
```

```pass
%profile etsi
%kind etsi-deliverable
# Foreword
# Modal verbs terminology
Here "shall" and "should" are to be interpreted as the rules for drafting say.
# 1 Scope
```
)md";

constexpr std::string_view kSummaryDoc = R"md(
A Recommendation has a summary, with words in it, before its first clause: without one a draft is
not ready for approval.

```fail
%kind recommendation
Summary  <-- the words that belong below 'Summary' are not there
# 1 Scope
This text is about relays.
# 2 References
```

```pass
%kind recommendation
Summary
This text defines the relay of keys.
# 1 Scope
# 2 References
```
)md";

constexpr Rule kRules[] = {
    {.id = "rec-boilerplate-references",
     .group = "C",
     .severity = Severity::warning,
     .summary = "the clause of references begins with its fixed paragraph",
     .check = check_openings,
     .doc = kReferencesDoc,
     .options = kOpeningOptions},
    {.id = "rec-boilerplate-terms",
     .group = "C",
     .severity = Severity::warning,
     .summary = "the clauses on terms and abbreviations begin with their fixed sentences",
     .check = check_openings,
     .doc = kTermsDoc,
     .options = kOpeningOptions},
    {.id = "annex-status-line",
     .group = "C",
     .severity = Severity::warning,
     .summary = "an annex says that it is an integral part",
     .check = check_openings,
     .doc = kAnnexDoc,
     .options = kOpeningOptions},
    {.id = "appendix-status-line",
     .group = "C",
     .severity = Severity::warning,
     .summary = "an appendix says that it is not an integral part",
     .check = check_openings,
     .doc = kAppendixDoc,
     .options = kOpeningOptions},
    {.id = "etsi-modal-clause-missing",
     .group = "C",
     .severity = Severity::error,
     .summary = "an ETSI deliverable says how its modal verbs are read",
     .check = check_required,
     .doc = kModalDoc,
     .options = kRequiredOptions},
    {.id = "rec-summary-missing",
     .group = "C",
     .severity = Severity::error,
     .summary = "a Recommendation has a summary",
     .check = check_required,
     .doc = kSummaryDoc,
     .options = kRequiredOptions},
};

}  // namespace

std::span<const Rule> fixed_text_rules() { return kRules; }

}  // namespace rapporteur
