// Rules about the parts of the documents of meetings and of groups.

#include "validators/families.hpp"
#include "validators/structure/outline_checks.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kJcaDoc = R"md(
The terms of reference of a joint coordination activity or another group tell its scope, its
objectives, who leads it, how long it lives and which group it reports to. The lifetime may be told
by a reference to another text.

```fail
%kind terms-of-reference  <-- there is no lifetime
# 1 Scope
# 2 Objectives
# 3 Participation
# 4 Leadership
# 5 Parent group
```

```pass
%kind terms-of-reference
# 1 Scope
# 2 Objectives
# 3 Participation
# 4 Leadership
# 5 Parent group
# 6 Lifetime
```
)md";

constexpr std::string_view kQuestionDoc = R"md(
The text of a Question has its motivation, its study items, its tasks and its relationships.

```fail
%kind question  <-- there is no tasks
# 1 Motivation
# 2 Study items
# 3 Relationships
```

```pass
%kind question
# 1 Motivation
# 2 Study items
# 3 Tasks
# 4 Relationships
```
)md";

constexpr std::string_view kWorkItemDoc = R"md(
The justification of a new work item has every field of its template: Question, title, base text,
timing, editors, approval process, scope, summary, relations, liaisons and supporting members.

```fail
%kind work-item-template  <-- there is no supporting members, no timing
| Question: | 16/13 | Proposed new ITU-T Recommendation | |
| Reference and title: | X.abc, Key relay | |
| Base text: | C42 | Editor(s): | A. Ray |
| Approval process: | AAP | |
| Scope: | the relay | |
| Summary: | a relay | |
| Relations to ITU-T Recommendations: | Y.3800 | |
| Liaisons with other study groups: | none | |
```

```pass
%kind work-item-template
| Question: | 16/13 | Proposed new ITU-T Recommendation | |
| Reference and title: | X.abc, Key relay | |
| Base text: | C42 | Timing: | 2026-12 |
| Editor(s): | A. Ray | Approval process: | AAP |
| Scope: | the relay | |
| Summary: | a relay | |
| Relations to ITU-T Recommendations: | Y.3800 | |
| Liaisons with other study groups: | none | |
| Supporting members: | ACME | |
```
)md";

constexpr std::string_view kRapporteurDoc = R"md(
The report of a rapporteur's meeting tells who was there, what was on the agenda, which documents
were discussed and what came out of it. The notes of an ad hoc session of an hour have less; for
them this is a warning.

```fail
%kind rapporteur-report  <-- there is no attendance
# 1 Opening
# 2 Approval of the agenda
# 3 Documents
# 4 Results
```

```pass
%kind rapporteur-report
# 1 Opening and participants
# 2 Approval of the agenda
# 3 Documents
# 4 Results
```

```pass
%kind rapporteur-report
# 1 Introduction
The list of participants is given in Annex A. The agenda in SG13-TD380/WP2 was approved without changes.
# 2 Documents
# 3 Results
```
)md";

constexpr std::string_view kWtsaDoc = R"md(
The report of a study group or of TSAG to the assembly lists what it approved, deleted and submits,
its Questions and its management. A report that has fewer than four of these lists is another report.

```fail
%kind report  <-- there is no texts deleted
# 1 Management
Table 1 – Organization of the group
Table 2 – Meetings of the group
Table 3 – Recommendations approved during the study period
Table 4 – Recommendations submitted to the assembly
Table 5 – New Questions adopted
```

```pass
%kind report
# 1 Management
Table 1 – Organization of the group
Table 2 – Meetings of the group
Table 3 – Recommendations approved during the study period
Table 4 – Recommendations submitted to the assembly
Table 5 – New Questions adopted
Table 6 – Recommendations deleted
```
)md";

constexpr std::string_view kProposalDoc = R"md(
A contribution ends with a proposal or, failing that, a conclusion: the meeting has to know what it
is asked for. A sentence such as "it is proposed" or "for information" does as well.

```fail
%kind contribution  <-- there is no proposal or conclusion
# 1 Background
The relay was discussed.
# 2 Analysis
It works.
```

```pass
%kind contribution
# 1 Background
The relay was discussed.
# 2 Proposal
The group adopts the text.
```
)md";

constexpr Rule kRules[] = {
    {.id = "jca-tor-incomplete",
     .group = "C",
     .severity = Severity::warning,
     .summary = "terms of reference have all their parts",
     .check = check_parts,
     .doc = kJcaDoc,
     .options = kPartOptions},
    {.id = "question-text-incomplete",
     .group = "C",
     .severity = Severity::warning,
     .summary = "a Question has motivation, study items, tasks and relationships",
     .check = check_parts,
     .doc = kQuestionDoc,
     .options = kPartOptions},
    {.id = "work-item-template-incomplete",
     .group = "C",
     .severity = Severity::warning,
     .summary = "the template of a new work item has all its fields",
     .check = check_parts,
     .doc = kWorkItemDoc,
     .options = kPartOptions},
    {.id = "rapporteur-report-incomplete",
     .group = "C",
     .severity = Severity::warning,
     .summary = "the report of a rapporteur has all its parts",
     .check = check_parts,
     .doc = kRapporteurDoc,
     .options = kPartOptions},
    {.id = "wtsa-report-incomplete",
     .group = "C",
     .severity = Severity::warning,
     .summary = "a report to the assembly has all its lists",
     .check = check_parts,
     .doc = kWtsaDoc,
     .options = kPartOptions},
    {.id = "contribution-proposal-missing",
     .group = "C",
     .severity = Severity::warning,
     .summary = "a contribution says what it asks for",
     .check = check_parts,
     .doc = kProposalDoc,
     .options = kPartOptions},
};

}  // namespace

std::span<const Rule> meeting_outline_rules() { return kRules; }

}  // namespace rapporteur
