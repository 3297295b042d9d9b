// Rules about what the entries of a list of references say: their dates, form and documents.

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"
#include "validators/references/entry_reading.hpp"

namespace rapporteur {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

constexpr std::string_view kDatedDoc = R"md(
A Recommendation in a list of references carries its year: without it the reader does not know
which edition the text was written against. Only the clause of normative references is looked at;
what names a whole series has no year.

```fail
%kind recommendation
# 2 References
[ITU-T Y.3800] Recommendation ITU-T Y.3800, Overview on networks.  <-- names no year
```

```pass
%kind recommendation
# 2 References
[ITU-T Y.3800] Recommendation ITU-T Y.3800 (2019), Overview on networks.
[ITU-T Q.700] Recommendations ITU-T Q.700-series, Signalling system.
# Bibliography
[b-ITU-T A.8] Recommendation ITU-T A.8, Alternative approval process.
```
)md";

constexpr RuleOption kDatedOptions[] = {
    {"families", "[]", "identifier families that carry a year"},
    {"dated", "", "pattern in an entry that needs no year more", true}};

void check_dated(const Subject& in, Report& report) {
  const std::string dated = in.config.text("dated", "");
  for (const ListedReference& entry : in.shared.references()) {
    if (!entry.document || !contains(in.config.list("families"), entry.document->family)) continue;
    if (is_in_bibliography(in, entry)) continue;
    const std::string_view named = entry.words.substr(0, entry.words.find(','));
    if (!dated.empty() && found_in(named, dated)) continue;
    report.add_at(entry.block, report.range_of(shown(entry.words)),
                  fmt::format("{} names no year of its edition", entry.document->canonical));
  }
}

constexpr std::string_view kInternalDoc = R"md(
A published text refers to no working document (a TD, a contribution): the reader outside the group
cannot get it.

```fail
%kind recommendation
# Bibliography
[b-SG13-TD44] SG13-TD44 (2023), Report of the editor.  <-- SG13-TD44
```

```pass
%kind recommendation
# Bibliography
[b-ITU-T A.8] Recommendation ITU-T A.8 (2008), Alternative approval process.
```
)md";

constexpr RuleOption kInternalOptions[] = {
    {"families", "[]", "identifier families of working documents"}};

void check_internal(const Subject& in, Report& report) {
  for (const ListedReference& entry : in.shared.references()) {
    if (!entry.document || !contains(in.config.list("families"), entry.document->family)) continue;
    report.add_at(entry.block, report.range_of(shown(entry.words)),
                  fmt::format("{} is a working document", entry.document->canonical));
  }
}

constexpr std::string_view kFormDoc = R"md(
An entry of an ETSI deliverable is tag, number, colon and the title in quotation marks.

```fail
%profile etsi
%kind etsi-deliverable
# 2 References
## 2.2 Informative references
[i.4] ETSI TS 119 441 - Policy requirements  <-- title in quotation marks
```

```pass
%profile etsi
%kind etsi-deliverable
# 2 References
## 2.2 Informative references
[i.4] ETSI TS 119 441: "Policy requirements".
[i.5] ETSI EN 319 401 (V3.2.1): "General policy requirements".
[i.6] Regulation (EU) No 910/2014 on electronic identification.
```
)md";

constexpr RuleOption kFormOptions[] = {
    {"families", "[]", "identifier families whose entries have this form"},
    {"form", "", "what an entry without its tag begins with", true},
    {"wanted", "", "the form in words"},
    {"since", "", "documents dated before this (year-month) are not checked"},
};

void check_form(const Subject& in, Report& report) {
  const std::string form = in.config.text("form", "");
  if (form.empty() || older_than(in, "since")) return;
  for (const ListedReference& entry : in.shared.references()) {
    if (!entry.document || !contains(in.config.list("families"), entry.document->family)) continue;
    if (entry.tag.empty() || found_in(entry.words, form)) continue;
    report.add_at(entry.block, report.range_of(shown(entry.words)),
                  fmt::format("the entry is not {}", in.config.text("wanted", form)));
  }
}

constexpr std::string_view kPrefixDoc = R"md(
In a list of references a Recommendation is "Recommendation ITU-T", its number and its year.

```fail
%kind recommendation
# Bibliography
[b-ITU-T X.1710] ITU-T X.1710 (2020), Security framework.  <-- 'Recommendation ITU-T'
```

```pass
%kind recommendation
# Bibliography
[b-ITU-T X.1710] Recommendation ITU-T X.1710 (2020), Security framework.
```
)md";

constexpr Rule kRules[] = {
    {.id = "ref-itu-dated",
     .group = "G",
     .severity = Severity::warning,
     .summary = "a Recommendation in the references carries its year",
     .check = check_dated,
     .doc = kDatedDoc,
     .options = kDatedOptions},
    {.id = "ref-internal-document",
     .group = "G",
     .severity = Severity::error,
     .summary = "no working document is among the references",
     .check = check_internal,
     .doc = kInternalDoc,
     .options = kInternalOptions},
    {.id = "ref-etsi-form",
     .group = "G",
     .severity = Severity::warning,
     .summary = "an entry is tag, number, colon and quoted title",
     .check = check_form,
     .doc = kFormDoc,
     .options = kFormOptions},
    {.id = "rec-prefix-form",
     .group = "A",
     .severity = Severity::info,
     .summary = "a Recommendation in a list of references has its full name",
     .check = check_form,
     .doc = kPrefixDoc,
     .options = kFormOptions},
};

}  // namespace

std::span<const Rule> reference_entry_rules() { return kRules; }

}  // namespace rapporteur
