// Rules about the clauses of an ETSI deliverable and their order.

#include "validators/families.hpp"
#include "validators/structure/outline_checks.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kEtsiOrderDoc = R"md(
An ETSI deliverable has its unnumbered clauses in one order (Intellectual Property Rights, Foreword,
Modal verbs terminology, Executive summary, Introduction), then 1 Scope, 2 References and
3 Definitions.

```fail
%profile etsi
%kind etsi-deliverable
# Foreword
# Intellectual Property Rights  <-- stands too late
# 1 Scope
# 2 References
# 3 Definition of terms, symbols and abbreviations
```

```pass
%profile etsi
%kind etsi-deliverable
# Intellectual Property Rights
# Foreword
# Modal verbs terminology
# 1 Scope
# 2 References
# 3 Definition of terms, symbols and abbreviations
# History
```
)md";

constexpr std::string_view kEtsiSplitDoc = R"md(
Clause 2 of an ETSI deliverable is divided into 2.1 Normative references and 2.2 Informative
references: a reader of the text has to know which of them bind.

```fail
%profile etsi
%kind etsi-deliverable  <-- there is no informative references, no normative references
# 1 Scope
# 2 References
[1] ETSI TS 119 441: "Title".
```

```pass
%profile etsi
%kind etsi-deliverable
# 1 Scope
# 2 References
## 2.1 Normative references
## 2.2 Informative references
```
)md";

constexpr std::string_view kEtsiHistoryDoc = R"md(
The last element of an ETSI deliverable is its History, with the versions and their dates.

```fail
%profile etsi
%kind etsi-deliverable  <-- there is no History
# Foreword
# 1 Scope
```

```pass
%profile etsi
%kind etsi-deliverable
# Foreword
# 1 Scope
# History
```
)md";

constexpr Rule kRules[] = {
    {.id = "etsi-clause-order",
     .group = "C",
     .severity = Severity::error,
     .summary = "the clauses of an ETSI deliverable have their order",
     .check = check_part_order,
     .doc = kEtsiOrderDoc,
     .options = kOrderOptions},
    {.id = "etsi-references-split",
     .group = "C",
     .severity = Severity::error,
     .summary = "normative and informative references are told apart",
     .check = check_parts,
     .doc = kEtsiSplitDoc,
     .options = kPartOptions},
    {.id = "etsi-history-missing",
     .group = "C",
     .severity = Severity::warning,
     .summary = "an ETSI deliverable ends with its History",
     .check = check_parts,
     .doc = kEtsiHistoryDoc,
     .options = kPartOptions},
};

}  // namespace

std::span<const Rule> etsi_outline_rules() { return kRules; }

}  // namespace rapporteur
