// Rules about the clauses of a Recommendation and their order.

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/outline_reading.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"
#include "validators/structure/outline_checks.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kRecOrderDoc = R"md(
The first clauses of a Recommendation are 1 Scope, 2 References, 3 Definitions, 4 Abbreviations and
acronyms, 5 Conventions, so that a reader of any Recommendation finds them. A text with fewer than
three of them follows another outline and is not looked at.

```fail
%kind recommendation
# 1 Scope
# 2 Definitions  <-- 'Definitions' is clause 3, not 2
# 3 References  <-- 'References' stands too late
```

```pass
%kind recommendation
# 1 Scope
# 2 References
# 3 Definitions
# 4 Abbreviations and acronyms
# 5 Conventions
# 6 Architecture
```
)md";

constexpr std::string_view kRecMissingDoc = R"md(
A Recommendation has its first five clauses, Scope, References, Definitions, Abbreviations and
acronyms, and Conventions, also where one of them only says "None." A text that has not even three of
them follows another outline (the A series, older texts) and is not looked at.

```fail
%kind recommendation  <-- there is no Conventions
# 1 Scope
# 2 References
# 3 Definitions
# 4 Abbreviations and acronyms
# 6 Architecture
```

```pass
%kind recommendation
# 1 Scope
# 2 References
# 3 Definitions
# 4 Abbreviations and acronyms
# 5 Conventions
None.
```

```pass
%kind draft-recommendation
# 1 Scope
# 2 References
# 3 Terms and definitions
# 4 Abbreviations and acronyms
# 5 Conventions
None.
```
)md";

constexpr std::string_view kAnnexOrderDoc = R"md(
After the clauses of a Recommendation stand its annexes, then the appendices, then the Bibliography:
what belongs to the text comes before what does not.

```fail
%kind recommendation
# 1 Scope
# Appendix I Examples
# Annex A Formats  <-- 'Annex A' stands behind an appendix
```

```pass
%kind recommendation
# 1 Scope
# Annex A Formats
# Appendix I Examples
# Bibliography
```
)md";

void check_annex_order(const Subject& in, Report& report) {
  std::string later;
  for (const PartLine& line : in.shared.part_lines()) {
    if (!line.heading) continue;
    const std::string word = lower_ascii(line.number.substr(0, 6));
    if (word == "append") later = "an appendix";
    if (found_in(line.title, "(?i)^bibliography$")) later = "the Bibliography";
    if (word == "annex " && !later.empty()) {
      report.add(line.block, "'{}' stands behind {}", line.number, later);
    }
    if (word == "append" && later == "the Bibliography") {
      report.add(line.block, "'{}' stands behind {}", line.number, later);
    }
  }
}

constexpr Rule kRules[] = {
    {.id = "rec-clause-order",
     .group = "C",
     .severity = Severity::error,
     .summary = "the first clauses of a Recommendation are 1 Scope to 5 Conventions",
     .check = check_part_order,
     .doc = kRecOrderDoc,
     .options = kOrderOptions},
    {.id = "rec-clause-missing",
     .group = "C",
     .severity = Severity::error,
     .summary = "a Recommendation has its first five clauses",
     .check = check_parts,
     .doc = kRecMissingDoc,
     .options = kPartOptions},
    {.id = "annex-appendix-order",
     .group = "C",
     .severity = Severity::error,
     .summary = "annexes stand before appendices, and these before the Bibliography",
     .check = check_annex_order,
     .doc = kAnnexOrderDoc},
};

}  // namespace

std::span<const Rule> recommendation_outline_rules() { return kRules; }

}  // namespace rapporteur
