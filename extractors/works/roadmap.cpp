#include "extractors/extractor.hpp"
#include "extractors/works/roadmap_entry.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kRoadmapDoc = R"md(
The texts that a table lists with their status or date: Recommendations, supplements,
specifications, drafts. A row that says "None." is no entry.

```document
TABLE 8
EXAG - Recommendations approved during the study period
|| Recommendation | Approval | Status | TAP/AAP | Title |
| A.7 (Rev.) | 2024-08-02 | In force | TAP | Focus groups |
| None. | | | | |
```

```facts
{"body": "ITU-T", "group": "EXAG", "number": "A.7", "relation": "Rev.", "title": "Focus groups", "status": "in-force", "status_as_written": "In force", "date": "2024-08-02", "evidence": "A.7 (Rev.) 2024-08-02 In force TAP Focus groups"}
```

Where no column has the status, the caption may say it.

```document
Table 10 - Recommendations deleted during the study period
|| Recommendation | Last version | Withdrawal date | Title |
| A.4 | 2012 | 2024-08-02 | Communication process |
```

```facts
{"number": "A.4", "status": "deleted", "status_as_written": "", "date": "2024-08-02"}
```

```document
Table 2 - Texts of other bodies
|| No. | Body | Document | Title | Status | Date |
| 01 | ETSI | GS EX 001 | Example; Use cases | Stable draft | 2026-09 |
```

```facts
{"body": "ETSI", "number": "GS EX 001", "status": "draft", "status_as_written": "Stable draft", "date": "2026-09"}
```

The title of the clause may tell what a table lists; sentences tell of others.

```document
# 2 Recommendations determined
|| No. | Rec # | Title | Question |
| 1 | X.1283 (X.tsm) | Threshold secrets | Q10/17 |
# 3 Consent
SG17 consented two draft Recommendations: X.1471 (ex X.5Gsec-x), X.1815.
Draft Recommendation X.1234 was not determined.
SG17 agreed Supplement 38 to X.1231 (TD1640) on 3 March 2026.
# 4 Other bodies
|| Body | No. | Title | State |
| ISO/IEC JTC 1/SC 41 | ISO/IEC 30141:2024 | Reference architecture | Published |
| 3GPP SA2 | TR 23.700-13 | Study | Rel-19, 70 % complete |
| ETSI EX | TS 103 999 V3.2.1 | Sample | Published (2024-02) |
# 5 New work items
|| Acronym | Title | Editors | Timing |
| X.ex | Example | J. Doe | 2026-03 |
```

```facts
{"body": "ITU-T", "number": "X.1283", "relation": "ex X.tsm", "status": "determined", "title": "Threshold secrets"}
{"body": "ITU-T", "number": "X.1471", "relation": "ex X.5Gsec-x", "status": "consented", "status_as_written": "consented"}
{"body": "ITU-T", "number": "X.1815", "status": "consented"}
{"number": "Supplement 38 to X.1231", "status": "approved", "date": "2026-03-03"}
{"body": "ISO/IEC", "group": "JTC 1/SC 41", "number": "ISO/IEC 30141:2024", "status": "published"}
{"body": "3GPP", "group": "SA2", "number": "TR 23.700-13", "status": "draft"}
{"body": "ETSI", "group": "EX", "number": "TS 103 999 V3.2.1", "status": "published", "date": "2024-02"}
```

Roadmaps of several bodies name the body in the title of a clause or beside its group, and put the
number before the title.

```document
# 2 Published standards
## 2.1 ISO/IEC JTC 1
|| Committee | Document number | Document title | Publication date |
| SC 98 | 30999-1 | Reference architecture | 2024-08 |
# 3 Ongoing work
## 3.1 oneM2M
|| WG | Work item | Document title | Expected completion date |
| SDS | WI-0999 | Interworking of examples | 2027-03 |
# 4 Work of others
Table 4 - Deliverables of others
|| Title of deliverable | Current status | Target date |
| ISO/IEC 27999-2, Levels - Part 2: Metrics | DIS | 10/2027 |
| A text without number | WD | 10/2028 |
Table 5 - Related standards
|| Organisation (Subgroup responsible) | Number | Title | Publication date |
| IETF (exmp) | RFC 9998 | Framework of examples | 12/2024 |
```

```facts
{"body": "ISO/IEC", "group": "SC 98", "number": "30999-1", "status": "published", "date": "2024-08"}
{"body": "oneM2M", "group": "SDS", "number": "WI-0999", "title": "Interworking of examples", "status": "draft", "date": "2027-03"}
{"body": "ISO/IEC", "number": "ISO/IEC 27999-2", "title": "Levels - Part 2: Metrics", "status": "last-call", "status_as_written": "DIS", "date": "2027-10"}
{"body": "IETF", "group": "exmp", "number": "RFC 9998", "status": "published", "date": "2024-12"}
```

Where a table has a column for groups, a text without one is of a group that is not told, and not of
the document's own.

```document
| STUDY GROUP 13 |
# 1 Texts of ITU-T
|| Group | Document | Title | Status |
| SG5 | ITU-T L.1399 | Metrics of networks | In force |
|  | ITU-T L.1398 | Metrics of nodes | In force |
```

```facts
{"body": "ITU-T", "group": "SG5", "number": "ITU-T L.1399", "status": "in-force"}
{"body": "ITU-T", "group": "", "number": "ITU-T L.1398", "status": "in-force"}
```

The nearest words tell the status; what was not approved is none.

```document
# 5 Approved and consented Recommendations
The following table shows the consented draft Recommendations.
|| # | Q | Draft new/revised Rec. No. | Title | Final TD |
| 1. | Q2/17 | X.1478 (X.5Gex-vs) | Vaults | TD604 |
b) TAP Recommendations not approved
|| Rec. No. | Title | Question |
| X.exa-1 | Threats | Q3/17 |
c) Decisions of the plenary
- New Recommendation ITU-T X.1450 (X.exi): Guidelines on identifiers – APPROVED
- Draft new Recommendation ITU-T X.1099: NOT APPROVED, and sent back to Question 7/17
```

```facts
{"body": "ITU-T", "number": "X.1478", "relation": "ex X.5Gex-vs", "status": "consented"}
{"body": "ITU-T", "number": "X.1450", "relation": "ex X.exi", "title": "Guidelines on identifiers", "status": "approved"}
```

```document
|| Document | Source | Title |
| TD12 | Example | Report |
```

```facts
```
)md";

void extract_roadmap(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const RoadmapEntries entries(scan, wording);
  read_roadmap_tables(scan, wording, entries, facts);
  read_roadmap_lists(scan, wording, entries, facts);
  read_roadmap_sentences(scan, wording, entries, facts);
}

constexpr WordingKey kLists[] = {
    {"body", "the body whose documents these are"},
    {"deliverables", "families of identifiers that are texts with a status"},
    {"bodies-in-numbers", "bodies whose name is part of the numbers of their texts"},
    {"former-mark", "what is put before a former name"},
    {"work-item-mark", "what is put before the name of a work item"},
};

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph worth looking at for texts with a status", LookIn::blocks},
    {"sentence", "a sentence that tells the status of texts; groups objects, verb and title"},
    {"not", "a sentence that tells of no status reached"},
    {"by", "who decided, behind the verb; group group"},
    {"title-behind", "a title behind the number of a text in a sentence; group title"},
    {"former", "what stands behind a text with its former name; group note"},
    {"number-in-text", "a number that is no identifier; group number"},
    {"part", "what stands before the text that this one is a part of; group part"},
    {"not-yet", "words that tell of a status yet to be reached"},
    {"body-and-group", "a body and its group in one cell; groups body and group"},
    {"of-others", "a number that is none of the body whose document this is"},
    {"provisional-name", "the name of a text that has no number yet"},
    {"work-item-name", "the name of a work item, where it is no name of the text"},
    {"list-lead", "words that tell the status of the texts listed below; group status"},
    {"list-mixed", "words above a list that tell several statuses, or one that was not reached"},
    {"list-not", "an item that tells its status itself, which sentences are read for"},
    {"list-item", "a text in such a list; groups number, former and behind"},
    {"item-title", "what stands behind its number; groups title and rest"},
    {"item-title-behind-former", "the same where its former name stands before it"},
    {"sure-proposed", "words of a status, tried first: new work"},
    {"sure-last-call", "words of a status, tried first: in approval"},
    {"sure-approved", "words of a status, tried first: approved"},
    {"status-withdrawn", "a status: given up, withdrawn"},
    {"note", "a number with a note in brackets; groups number and note"},
    {"body", "the body that a number names; group body"},
    {"caption-body", "the body that the words above a table name; group body"},
    {"caption-group", "the group that the words above a table name; group group"},
    {"number-column", "header of the column of texts"},
    {"sure-number-column", "header of a column of texts that no list of documents has"},
    {"never-number", "header of a column of numbers that are no texts"},
    {"identifies", "a cell that names a text and is not only a count"},
    {"never-caption", "words above a table that announce other things"},
    {"caption-document", "a title of a document whose tables list texts"},
    {"caption", "words above a table that announce a list of texts"},
    {"title-column", "header of the column of titles"},
    {"status-column", "header of the column of statuses"},
    {"date-column", "header of the column of dates"},
    {"group-column", "header of the column of groups"},
    {"body-column", "header of the column of bodies"},
    {"editors-column", "header of the column of editors"},
    {"approval-column", "header of the column of approval dates"},
    {"edition-column", "header of the column of versions"},
    {"edition", "what is an edition in such a column"},
    {"work-item-column", "header of the column of work items, beside that of numbers"},
    {"relation-column", "header of the column that says how a text relates to another"},
    {"change-column", "header of a column that only lists of changes have"},
    {"plain-number", "a number behind the word for its kind; group number"},
    {"numbered-title-column", "header of a column of titles with the number before each"},
    {"number-and-title", "a cell of such a column; groups number and title"},
    {"publication-column", "header of a column of dates on which texts were published"},
    {"clause-body", "a title of a clause that is the name of a body; group body"},
    {"no-entry", "what stands in the first cell of a table without entries"},
    {"status-deleted", "a status: withdrawn, deleted"},
    {"status-superseded", "a status: replaced by a later text"},
    {"status-in-force", "a status: in force"},
    {"status-published", "a status: published"},
    {"status-approved", "a status: approved, new"},
    {"status-consented", "a status: consented"},
    {"status-determined", "a status: determined"},
    {"status-last-call", "a status: in last call or additional review"},
    {"status-draft", "a status: being drafted"},
    {"status-proposed", "a status: proposed, not started"},
};

}  // namespace

extern const Extractor kRoadmapExtractor;
const Extractor kRoadmapExtractor = {.id = "roadmap",
                                     .summary = "texts with status and date, from tables",
                                     .extract = extract_roadmap,
                                     .doc = kRoadmapDoc,
                                     .lists = kLists,
                                     .patterns = kPatterns};

}  // namespace rapporteur
