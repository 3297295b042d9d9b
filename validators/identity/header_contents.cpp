// Rules about what the fields of a header say: contacts, keywords, abstracts,
// page headers.

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/cover_fields.hpp"
#include "validators/reading/outline_reading.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kContactDoc = R"md(
A contact can be reached: the header gives a telephone number or an e-mail address. Copies on the
web often leave the address out, so this is told as information.

```fail
%kind td
| Source: | ACME |
| Title: | Proposed text |
| Contact: | A. Ray |  <-- neither telephone nor e-mail
```

```pass
%kind td
| Source: | ACME |
| Title: | Proposed text |
| Contact: | A. Ray, ACME, Utopia, a.ray@acme.example |
```

```pass
%kind td
| Source: | ACME |
| Title: | Proposed text |
| Contact: | A. Ray, ACME, Utopia | Tel: +99 1 234 567 |
```
)md";

constexpr RuleOption kContactOptions[] = {
    {"none", "[]", "patterns of a contact that names nobody", true},
    {"ways", "[]", "patterns of an address or a number", true}};

void check_contact(const Subject& in, Report& report) {
  const Identity& identity = in.doc.identity();
  const CoverField* const contact = cover_field(identity, "contact");
  if (contact == nullptr || trim(contact->value).empty()) return;
  if (matches_any(trim(contact->value), in.config.list("none"))) return;
  const std::vector<std::string>& ways = in.config.list("ways");
  for (const CoverField& one : identity.cover) {
    const bool may_tell = one.name == "tel" || one.name == "email" || one.name == "contact";
    if (may_tell && matches_any(one.value, ways)) return;
  }
  const Block& block = in.doc.block(contact->block);
  if (block.cell) {
    // The ways to reach somebody often stand in the cell beside the name.
    const TableId table = in.doc.cell(block.cell).table;
    for (std::uint32_t i = contact->block.index; i < in.doc.blocks().size(); ++i) {
      const Block& beside = in.doc.block(BlockId{i});
      if (!beside.cell || in.doc.cell(beside.cell).table != table) break;
      if (matches_any(in.doc.text(BlockId{i}), ways)) return;
    }
  }
  report.add(contact->block, "the contact has neither telephone nor e-mail");
}

constexpr std::string_view kPurposeDoc = R"md(
The purpose is a word of the template's list. The full list was not seen, so the rule is off unless
a profile switches it on.

```fail
%kind td
| Source: | ACME |
| Purpose: | to inform everybody |  <-- 'to inform everybody'
```

```pass
%kind td
| Source: | ACME |
| Purpose: | Information |
```
)md";

constexpr RuleOption kPurposeOptions[] = {{"purposes", "[]", "the words of the list"}};

void check_purpose(const Subject& in, Report& report) {
  const CoverField* const purpose = cover_field(in.doc.identity(), "purpose");
  if (purpose == nullptr || trim(purpose->value).empty()) return;
  const std::vector<std::string>& known = in.config.list("purposes");
  std::string value = collapse(purpose->value);
  const bool listed = std::ranges::any_of(
      known, [&](const std::string& one) { return equals_ignoring_case(one, value); });
  if (!listed) report.add(purpose->block, "'{}' is no purpose of the template", value);
}

// A field that the template asks for is there and not blank. One that is not there at all may be of
// an older template, unless `companion`, a field of the same template, is.
void check_filled(const Subject& in, Report& report, std::string_view name,
                  std::string_view companion) {
  const Identity& identity = in.doc.identity();
  const CoverField* const one = cover_field(identity, name);
  if (one != nullptr) {
    if (trim(one->value).empty()) report.add(one->block, "the field '{}' is blank", name);
    return;
  }
  const CoverField* const other = cover_field(identity, companion);
  if (other == nullptr || has_bare_source(identity)) return;
  Report info = report.at_most(Severity::info);
  info.add(other->block, "the header has no {}", name);
}

constexpr std::string_view kKeywordsDoc = R"md(
The keywords of a header are filled in. A header without such a field passes: the templates of some
study periods ask for an abstract only, or for neither.

```fail
%kind td
| Source: | ACME |
| Title: | Proposed text |
| Keywords: | |  <-- blank
```

```pass
%kind td
| Source: | ACME |
| Title: | Proposed text |
| Abstract: | Proposes two key states. |
```

```pass
%kind td
| Source: | ACME |
| Title: | Proposed text |
| Keywords: | key relay; trust |
| Abstract: | Proposes two key states. |
```
)md";

void check_keywords(const Subject& in, Report& report) { check_filled(in, report, "keywords", ""); }

constexpr std::string_view kAbstractDoc = R"md(
The abstract of a header is filled in. A header of the older template, which asks for neither
keywords nor abstract, passes; one that asks for keywords only is told as information.

```fail
%kind contribution
| Source: | ACME |
| Title: | Proposed text |
| Keywords: | trust |
| Abstract: | |  <-- blank
```

```pass
%kind contribution
| Source: | ACME |
| Title: | Proposed text |
| Keywords: | key relay; trust |
| Abstract: | Proposes two new key states. |
```
)md";

void check_abstract(const Subject& in, Report& report) {
  check_filled(in, report, "abstract", "keywords");
}

constexpr std::string_view kLengthDoc = R"md(
An abstract says in about 150 to 200 words what is proposed. The edition read is old, so this is
told as information.

```options
most = 8
```

```fail
%kind contribution
| Source: | ACME |
| Abstract: | Proposes two new key states and a timer for each of them. |  <-- 12 words
```

```pass
%kind contribution
| Source: | ACME |
| Abstract: | Proposes two new key states. |
```
)md";

constexpr RuleOption kLengthOptions[] = {{"most", "200", "words"}};

void check_length(const Subject& in, Report& report) {
  const CoverField* const abstract = cover_field(in.doc.identity(), "abstract");
  if (abstract == nullptr) return;
  const auto most = static_cast<std::size_t>(in.config.integer("most", 200));
  const std::size_t count = tokens(abstract->value).size();
  if (count > most) report.add(abstract->block, "the abstract has {} words", count);
}

constexpr std::string_view kRunningDoc = R"md(
Every page header repeats the number of the cover with its version and date: a page that is of
another version was left behind when the document was made new.

```options
families = ["etsi-deliverable"]
```

```pass
%profile etsi
%kind etsi-deliverable
ETSI TS 103 999 V1.2.1 (2025-03)
# 1 Scope
```

```fail
%profile etsi
%kind etsi-deliverable
ETSI TS 103 999 V1.2.1 (2025-03)
[header: ETSI TS 103 999 V1.1.1 (2024-03)]  <-- ETSI TS 103 999 V1.1.1 (2024-03)
# 1 Scope
```
)md";

constexpr RuleOption kRunningOptions[] = {{"families", "[]", "identifier families of covers"}};

void check_running(const Subject& in, Report& report) {
  const Identifier& own = in.doc.identity().number;
  const std::vector<std::string>& families = in.config.list("families");
  if (std::ranges::find(families, own.family) == families.end()) return;
  for (std::uint32_t i = 0; i < in.doc.blocks().size(); ++i) {
    const BlockId block{i};
    if (in.doc.part_kind(block) != PartKind::header) continue;
    for (const Identifier& one : in.profile.grammar.scan(in.doc.text(block))) {
      const bool other = one.family == own.family && one.canonical != own.canonical;
      if (!other || one.field("version").empty()) continue;
      report.add(block, "the page header says {}, the cover {}", one.canonical, own.canonical);
      return;
    }
  }
}

constexpr Rule kRules[] = {
    {.id = "header-contact-incomplete",
     .group = "B",
     .severity = Severity::info,
     .summary = "a contact has a telephone number or an e-mail address",
     .check = check_contact,
     .doc = kContactDoc,
     .options = kContactOptions},
    {.id = "header-purpose-enum",
     .group = "B",
     .severity = Severity::info,
     .summary = "the purpose is a word of the template",
     .check = check_purpose,
     .doc = kPurposeDoc,
     .options = kPurposeOptions},
    {.id = "keywords-missing",
     .group = "B",
     .severity = Severity::warning,
     .summary = "keywords are given",
     .check = check_keywords,
     .doc = kKeywordsDoc},
    {.id = "abstract-missing",
     .group = "B",
     .severity = Severity::warning,
     .summary = "an abstract is given",
     .check = check_abstract,
     .doc = kAbstractDoc},
    {.id = "abstract-length",
     .group = "B",
     .severity = Severity::info,
     .summary = "an abstract is short",
     .check = check_length,
     .doc = kLengthDoc,
     .options = kLengthOptions},
    {.id = "etsi-running-header-mismatch",
     .group = "B",
     .severity = Severity::error,
     .summary = "page headers repeat the number of the cover",
     .check = check_running,
     .doc = kRunningDoc,
     .options = kRunningOptions},
};

}  // namespace

std::span<const Rule> header_content_rules() { return kRules; }

}  // namespace rapporteur
