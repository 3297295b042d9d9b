#include "extractors/decisions/decision_items.hpp"
#include "extractors/decisions/decision_reading.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kDecisionsDoc = R"md(
What was decided: by sentences that tell a decision as done, by lines with a label ("Agreement:",
"Decision:") and what stands under them, and by tables of approvals. What somebody proposes, could
do or would like is no decision.

```document
At its first meeting of the study period, TSAG decided to establish two Working Parties.
The Example Advisory Group (EAG), at its meeting from 24 to 28 November 2025, agreed to establish the group.
The agenda of this meeting in TD439 was approved.
The chairman noted that there was no consensus on the new group and proposed a way forward.
The meeting took note of the terms of reference in TD12.
The draft could be approved at the next meeting. It is proposed to agree the text.
Kestria decided to change its position. If the text is agreed, it is sent out.
```

```facts
{"verb": "decided", "subject": "to establish two Working Parties", "body": "TSAG"}
{"verb": "agreed", "subject": "to establish the group", "body": "EAG", "date": "2025-11-24"}
{"verb": "approved", "subject": "The agenda of this meeting in TD439"}
{"verb": "no-consensus", "subject": "the new group", "body": "chairman"}
{"verb": "noted", "subject": "the terms of reference in TD12", "body": "meeting"}
```

A label may stand alone above what was agreed.

```document
# Conclusion
Agreement:
- A counter for each slice is kept.
- It is optional.
Agreement: The meeting agreed to meet again.
Working assumption: The counter is reset at midnight.
Decision: The document was noted.
```

```facts
{"verb": "agreed", "subject": "A counter for each slice is kept. / It is optional.", "evidence": "Agreement: A counter for each slice is kept. It is optional."}
{"verb": "agreed", "subject": "to meet again", "body": "meeting"}
{"verb": "working-assumption", "subject": "The counter is reset at midnight."}
{"verb": "noted", "subject": "The document was noted."}
```

In a report that goes through documents, a disposition is that of the document named last.

```document
%profile 3gpp
S5-261044\tEnergy counters\tExample Ltd
Decision: The document is noted.
TD S5-261046 New counters. (Source: Alba).
Parallel session:
Revised to TD S5-261050.
S5-261047\tEnergy meters\tAlba
Decision: Continue offline discussion until Wednesday.
```

```facts
{"verb": "noted", "subject": "S5-261044 Energy counters Example Ltd", "documents": ["S5-261044"]}
{"verb": "revised", "subject": "TD S5-261046 New counters. (Source: Alba).", "documents": ["S5-261046"], "evidence": "Revised to TD S5-261050."}
{"verb": "left-open", "documents": ["S5-261047"]}
```

```document
Table 8 - TSAG - Recommendations approved during the study period
|| Recommendation | Approval | Status | Title |
| A.7 | 2024-08-02 | In force | Focus groups |
| None. | | | |
```

```facts
{"verb": "approved", "subject": "A.7 Focus groups", "date": "2024-08-02", "body": "TSAG"}
```
)md";

void extract_decisions(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const std::vector<BlockId> read = extract_decision_blocks(scan, wording, facts);
  extract_decision_tables(scan, wording, read, facts);
  give_agenda_items(scan, wording, facts);
}

constexpr WordingKey kLists[] = {
    {"texts", "kinds of documents that tell of no meeting, but perhaps of their own approval"},
    {"not-documents", "families of identifiers that are no documents"},
    {"quoting", "kinds of documents that decide nothing, and tell what others decided"},
    {"numbered-by-agenda", "kinds of documents whose clauses have the numbers of agenda items"},
};

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph worth looking at for decisions", LookIn::blocks},
    {"later-part", "what a sentence adds that is to be decided another time"},
    {"not", "a sentence that only proposes, asks, or says when something would be decided"},
    {"own-approval", "a sentence that says that the document itself was approved"},
    {"second-part", "what a sentence tells besides, behind the first thing; group rest"},
    {"and-part",
     "what the same body did besides; groups rest, and first with its body where the first part "
     "may "
     "decide nothing"},
    {"counted-results", "a sentence that counts what was decided; groups body and rest"},
    {"counted-part", "one of its counts; groups verb and subject"},
    {"which-part",
     "a document that was revised to another one, and what became of that; groups first, document "
     "and outcome"},
    {"item-heading", "the title of a clause that names the agenda item it is on; group item"},
    {"own-matter", "a decision with a number of its own that says what it is on; group subject"},
    {"goes-on", "a sentence whose end stands in the list below it"},
    {"announces", "a sentence above a list of texts, each of which was decided on"},
    {"announces-table", "a sentence above a table of texts that were decided on"},
    {"text-line", "a paragraph below such a sentence that names a text"},
    {"note-line", "a paragraph that belongs to the items above it"},
    {"subject-lead", "words before a subject that say when or why; group rest"},
    {"document-alone", "the number of a document alone on its line; group document"},
    {"document-heading", "a heading that names the document it is on; groups matter and document"},
    {"document-title", "below it the line of its title; group title"},
    {"other-date", "from where on a sentence has dates on which it was not decided"},
    {"bare-subject", "a subject that names nothing"},
    {"refers", "a subject that is the document which a report has come to"},
    {"not-subject", "words before the verb that make them a rule or a condition"},
    {"body", "who can decide; groups body (without article) and abbreviation"},
    {"label",
     "a line that begins with a label; groups rest, and disposition (decision, where it says that "
     "something was decided), approved, assumption, conclusion, resolution, or proposed for what "
     "is "
     "none",
     LookIn::blocks},
    {"inner-label", "a label inside a paragraph; group rest"},
    {"document-line",
     "the line of a report that names the document it has come to; groups document, title, source, "
     "and rest for what is said of it on the same line",
     LookIn::blocks},
    {"document-lead",
     "words by which a paragraph begins that is about a document; groups matter and document"},
    {"document-cell", "the first cell of a table of one row that names a document"},
    {"document-presented",
     "words by which a paragraph comes to a document; groups matter and document"},
    {"disposed-document", "a disposition that names its own document; groups matter and document"},
    {"names-document", "words that name a document by its number in a sentence"},
    {"refers-inside", "a subject in which the document of the paragraph is meant"},
    {"outcome-line",
     "a line that names a document and says what became of it; groups document, title, outcome, "
     "rest",
     LookIn::blocks},
    {"matter-line", "the line of a report that names what it has come to, such as a motion",
     LookIn::blocks},
    {"no-consensus", "there was no consensus; groups subject and body, as in the verbs below"},
    {"not-agreed", "not agreed, not approved"},
    {"rejected", "rejected, not adopted"},
    {"withdrawn", "withdrawn by its source"},
    {"postponed", "postponed, deferred"},
    {"revised", "revised to another document"},
    {"merged", "merged into another document"},
    {"appointed", "appointed, elected"},
    {"established", "established, created"},
    {"deleted", "deleted, suppressed"},
    {"approved", "approved"},
    {"adopted", "adopted"},
    {"consented", "consented"},
    {"determined", "determined"},
    {"endorsed", "endorsed"},
    {"agreed", "agreed"},
    {"decided", "decided"},
    {"developed", "developed, revised: a text in a list of results"},
    {"noted", "noted, taken note of"},
    {"not-needed", "not pursued, not treated"},
    {"requested", "requested, instructed, invited; groups body and subject"},
    {"recommended", "recommended to others; groups body and subject"},
    {"concluded", "concluded"},
    {"issued", "issued guidance"},
    {"offered", "offered a possibility"},
    {"resolution-preamble", "what stands between the number of a resolution and what it decides"},
    {"resolutions-title", "the title of a paper that is all resolutions, with or without numbers"},
    {"resolution-condition", "a sentence of a resolution that decides only under a condition"},
    {"resolution-approved", "in a resolution: approves; groups as in the verbs above"},
    {"resolution-adopted", "in a resolution: adopts"},
    {"resolution-appointed", "in a resolution: appoints"},
    {"resolution-established", "in a resolution: establishes"},
    {"resolution-deleted", "in a resolution: disbands, withdraws"},
    {"resolution-endorsed", "in a resolution: endorses"},
    {"resolution-agreed", "in a resolution: agrees"},
    {"resolution-decided", "in a resolution: decides"},
    {"resolution-noted", "in a resolution: notes"},
    {"resolution-requested", "in a resolution: requests, instructs"},
    {"resolution-recommended", "in a resolution: recommends"},
    {"label-no-consensus", "words after a disposition label: no consensus"},
    {"label-not-agreed", "words after a disposition label: not agreed"},
    {"label-rejected", "words after a disposition label: rejected"},
    {"label-withdrawn", "words after a disposition label: withdrawn"},
    {"label-postponed", "words after a disposition label: postponed"},
    {"label-revised", "words after a disposition label: revised"},
    {"label-merged", "words after a disposition label: merged"},
    {"label-approved", "words after a disposition label: approved"},
    {"label-adopted", "words after a disposition label: adopted"},
    {"label-endorsed", "words after a disposition label: endorsed"},
    {"label-consented", "words after a disposition label: consented"},
    {"label-determined", "words after a disposition label: determined"},
    {"label-deleted", "words after a disposition label: deleted, discontinued"},
    {"label-agreed", "words after a disposition label: agreed"},
    {"label-noted", "words after a disposition label: noted"},
    {"disposition-line", "a line under a document of a report that says what became of it",
     LookIn::blocks},
    {"opens-list",
     "a sentence above a list of what was decided; group body, and a group by its verb where that "
     "is not decided"},
    {"opened-item", "an item of such a list of what was decided or agreed; group what"},
    {"listed-item", "an item of the other such lists; group what"},
    {"list-disposition", "a line above documents of a report that says what became of all of them",
     LookIn::blocks},
    {"label-replied", "words after a disposition label: a liaison statement was answered"},
    {"label-left-open", "words after a disposition label: to be discussed further"},
    {"label-not-needed", "words after a disposition label: not needed, not pursued"},
    {"table-heading", "the title of a clause whose table lists what was decided"},
    {"matter-document-column", "header of the column of documents that a meeting came to"},
    {"matter-column", "the same of matters without a document"},
    {"matter-number-column", "header of the column of agenda items beside them"},
    {"outcome-column", "header of the column that says what became of each"},
    {"sure-outcome-column", "header of such a column that no other table of documents has"},
    {"action-taken-column", "header of such a column of what was done to texts with their titles"},
    {"decision-number-column", "header of the column of the decisions' own numbers"},
    {"decision-column", "header of the column of decisions"},
    {"table", "caption and heading of a table that lists decisions; group body"},
    {"table-approved", "a status, caption or heading that says that the texts were approved"},
    {"table-consented", "a status, caption or heading that says that the texts were consented"},
    {"table-determined", "a status, caption or heading that says that the texts were determined"},
    {"table-deleted", "a status, caption or heading that says that the texts were deleted"},
    {"text-column", "header of the column of texts"},
    {"announced-column", "the same in a table below a sentence that says what became of its texts"},
    {"title-column", "header of the column of titles"},
    {"date-column", "header of the column of dates"},
    {"status-column", "header of the column of statuses"},
};

}  // namespace

extern const Extractor kDecisionsExtractor;
const Extractor kDecisionsExtractor = {.id = "decisions",
                                       .summary = "what was decided, by whom and when",
                                       .extract = extract_decisions,
                                       .doc = kDecisionsDoc,
                                       .lists = kLists,
                                       .patterns = kPatterns};

}  // namespace rapporteur
