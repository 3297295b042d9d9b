// Rules about what the first page tells: the head of a letter, a cover.

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/cover_fields.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kLetterDoc = R"md(
A letter of the Bureau names its number, those it is for and its subject. All that is missing is
told in one finding; where little of a head was read, as information.

```fail
%kind circular  <-- subject
| Ref: | TSB Circular 512 |
| To: | Administrations of Member States |
| Contact: | A. Ray |
| Tel: | +99 1 234 567 |
```

```pass
%kind circular
| Ref: | TSB Circular 512 |
| To: | Administrations of Member States |
| Contact: | A. Ray |
| Subject: | Meeting of the group |
```

```pass
%kind circular
| Ref: | TSB Circular 512 | To Administrations of Member States |
| Contact: | A. Ray | |
| Subject: | Meeting of the group | |
```
)md";

constexpr RuleOption kLetterOptions[] = {
    {"required", "[]", "cover fields that must be there; 'a/b' is either"},
    {"stated", "{}", "a field, and the pattern of words that do without its label", true}};

// Whether the first page has such words.
bool first_page_tells(const Document& doc, const std::string& pattern) {
  constexpr std::uint32_t kHead = 80;  // blocks of a first page
  const std::uint32_t end = std::min(kHead, static_cast<std::uint32_t>(doc.blocks().size()));
  for (std::uint32_t i = 0; i < end; ++i) {
    if (found_in(doc.text(BlockId{i}), pattern)) return true;
  }
  return false;
}

bool has_one_of(const Identity& identity, std::string_view names) {
  return std::ranges::any_of(split(names, '/'), [&](std::string_view name) {
    return cover_field(identity, name) != nullptr;
  });
}

void check_letter(const Subject& in, Report& report) {
  const Identity& identity = in.doc.identity();
  std::vector<std::string> missing;
  for (const std::string& names : in.config.list("required")) {
    if (!has_one_of(identity, names)) missing.push_back(names);
  }
  for (const auto& [name, pattern] : in.config.table("stated")) {
    if (std::ranges::find(missing, name) != missing.end() && first_page_tells(in.doc, pattern)) {
      std::erase(missing, name);
    }
  }
  if (missing.empty()) return;
  Report level = identity.cover.size() < 4 ? report.at_most(Severity::info) : report;
  level.add(BlockId{}, "the letter's head has no {}", join(missing, ", "));
}

constexpr std::string_view kLanguageDoc = R"md(
The first page says in which language the text was written: "Original: English", or "English only".

```fail
%kind td  <-- language
| SG13-TD88/GEN | STUDY PERIOD 2025-2028 |
| Question(s): | 16/13 |
| Source: | ACME |
| Title: | Proposed text |
```

```pass
%kind td
| SG13-TD88/GEN | Original: English |
| Question(s): | 16/13 |
| Source: | ACME |
| Title: | Proposed text |
```
)md";

constexpr RuleOption kStatedOptions[] = {
    {"stated", "{}", "what the first page tells, and the pattern by which it is known", true}};

void check_first_page(const Subject& in, Report& report) {
  if (in.doc.identity().cover.size() < 3) return;
  std::vector<std::string> missing;
  for (const auto& [what, pattern] : in.config.table("stated")) {
    if (!first_page_tells(in.doc, pattern)) missing.push_back(what);
  }
  if (!missing.empty()) report.add(BlockId{}, "the first page has no {}", join(missing, ", "));
}

constexpr std::string_view kEtsiCoverDoc = R"md(
The first pages of a deliverable show its number with version and date, the work item as
"Reference", and keywords.

```fail
%profile etsi
%kind etsi-deliverable  <-- work item
Draft ETSI TS 103 999 V1.2.1 (2025-03)
Keywords: radio, keys
| Tel.: | +99 1 234 567 |
| Fax: | +99 1 234 568 |
```

```pass
%profile etsi
%kind etsi-deliverable
Draft ETSI TS 103 999 V1.2.1 (2025-03)
Reference: RTS/ABC-0103999
Keywords: radio, keys
| Tel.: | +99 1 234 567 |
| Fax: | +99 1 234 568 |
```
)md";

constexpr Rule kRules[] = {
    {.id = "circular-header-missing",
     .group = "B",
     .severity = Severity::warning,
     .summary = "a letter has number, addressees and subject",
     .check = check_letter,
     .doc = kLetterDoc,
     .options = kLetterOptions},
    {.id = "language-undeclared",
     .group = "B",
     .severity = Severity::info,
     .summary = "the language of the original is stated",
     .check = check_first_page,
     .doc = kLanguageDoc,
     .options = kStatedOptions},
    {.id = "etsi-cover-fields",
     .group = "B",
     .severity = Severity::info,
     .summary = "the first pages show number, work item and keywords",
     .check = check_first_page,
     .doc = kEtsiCoverDoc,
     .options = kStatedOptions},
};

}  // namespace

std::span<const Rule> first_page_rules() { return kRules; }

}  // namespace rapporteur
