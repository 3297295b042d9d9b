#include "extractors/extractor.hpp"
#include "extractors/reading/records.hpp"
#include "extractors/works/roadmap_entry.hpp"
#include "pipeline/text/words.hpp"

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
{"body": "ITU-T", "number": "X.1283", "relation": "X.tsm", "status": "determined", "title": "Threshold secrets"}
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
{"body": "ITU-T", "number": "X.1478", "relation": "X.5Gex-vs", "status": "consented"}
{"body": "ITU-T", "number": "X.1450", "relation": "X.exi", "title": "Guidelines on identifiers", "status": "approved"}
```

```document
|| Document | Source | Title |
| TD12 | Example | Report |
```

```facts
```
)md";

constexpr ColumnSpec kColumns[] = {
    {"number-column", true}, {"title-column", true}, {"status-column"},   {"date-column"},
    {"group-column"},        {"body-column"},        {"relation-column"}, {"editors-column"},
    {"change-column"},       {"approval-column"}};
// "ISO/IEC 27991-1, Metering": the number stands before the title, in the same cell.
constexpr ColumnSpec kTitled[] = {{"numbered-title-column", true},
                                  {"status-column"},
                                  {"date-column"},
                                  {"group-column"},
                                  {"body-column"},
                                  {"editors-column"},
                                  {"relation-column"},
                                  {"approval-column"}};

constexpr int kMostClauses = 8;  // around a table, whose titles are looked at

class RoadmapReader {
 public:
  RoadmapReader(const DocumentScan& scan, const Wording& wording, const RoadmapEntries& entries,
                Facts& facts)
      : scan_(scan), doc_(scan.doc()), wording_(wording), entries_(entries), facts_(facts) {}

  void read(const Table& table) {
    const std::optional<Records> records = records_of(table);
    if (!records || matches(records->header_text("number-column"), wording_.named("never-number")))
      return;
    around_ = {words_above(doc_, table)};
    if (matches(around_.front(), wording_.named("never-caption"))) return;
    if (is_work_plan(*records) || records->has("change-column")) return;
    const bool announced = is_announced(*records, table);
    status_ = status_around();
    const bool has_status =
        records->has("status-column") || records->has("date-column") || !status_.empty();
    if (!announced || !has_status) return;
    clause_body_ = body_of_clauses(table);
    number_ = number_column(*records);
    for (std::uint32_t row = records->first_row(); row < records->end_row(); ++row) {
      read_row(*records, row);
    }
  }

 private:
  // Numbers have a column of their own, or stand before the titles.
  std::optional<Records> records_of(const Table& table) const {
    if (auto records = Records::find(scan_, table, wording_, kColumns)) return records;
    return Records::find(scan_, table, wording_, kTitled);
  }

  // Work items have editors and no status of their own.
  static bool is_work_plan(const Records& records) {
    return records.has("editors-column") && !records.has("status-column") &&
           !records.has("approval-column");
  }

  // By its header, its caption, or the title of a clause around it, which then tells the status.
  bool is_announced(const Records& records, const Table& table) {
    const std::string& above = around_.front();
    const std::string header = records.header_text("number-column");
    const bool named = matches(header, wording_.named("sure-number-column")) ||
                       matches(above, wording_.named("caption")) ||
                       (records.has("body-column") && records.has("status-column"));
    if (!status_in(above, wording_).empty() && named) return true;
    ClauseId clause = doc_.clause_of(table.block);
    for (int depth = 0; clause && depth < kMostClauses; ++depth) {
      const std::string& title = doc_.clause(clause).title;
      if (matches(title, wording_.named("never-caption"))) return named;
      if (matches(title, wording_.named("caption"))) {
        around_.push_back(title);
        return true;
      }
      clause = doc_.clause(clause).parent;
    }
    return named || matches(doc_.identity().title, wording_.named("caption-document"));
  }

  // What the nearest words around the table tell: a clause of texts "approved and consented" may
  // have a table of those consented.
  std::string status_around() const {
    for (const std::string& words : around_) {
      std::string status = status_in(words, wording_);
      if (!status.empty()) return status;
    }
    return {};
  }

  // A clause that is called after a body lists its texts.
  std::string body_of_clauses(const Table& table) const {
    ClauseId clause = doc_.clause_of(table.block);
    for (int depth = 0; clause && depth < kMostClauses; ++depth) {
      const Clause& around = doc_.clause(clause);
      std::string body = matched_group(around.title, wording_.named("clause-body"), "body");
      if (!body.empty()) return body;
      clause = around.parent;
    }
    return {};
  }

  // The first of the columns called after numbers that holds more than the numbers of its rows.
  std::uint32_t number_column(const Records& records) const {
    const Table& table = records.grid().table();
    const Patterns patterns = wording_.named("number-column");
    const std::uint32_t header = records.first_row() - 1;
    const std::uint32_t first = records.column_of("number-column");
    for (std::uint32_t at = first; at != kNoColumn;
         at = scan_.column(table, header, patterns, at + 1)) {
      for (std::uint32_t row = records.first_row(); row < records.end_row(); ++row) {
        if (matches(records.grid().text(row, at), wording_.named("identifies"))) return at;
      }
    }
    return first;
  }

  void read_row(const Records& records, std::uint32_t row) {
    RoadmapEntry entry;
    give_name(records, row, entry);
    if (records.is_empty_row(row) || entry.number.empty() || entry.title.empty()) return;
    if (matches(entry.number, wording_.named("no-entry"))) return;
    give_status(records, row, entry);
    entry.body = records.text(row, "body-column");
    if (entry.body.empty())
      entry.body = matched_group(entry.number, wording_.named("body"), "body");
    if (entry.body.empty()) entry.body = clause_body_;
    entry.group = records.text(row, "group-column");
    entry.relation = records.text(row, "relation-column");
    entries_.complete(entry, words_around());
    facts_.add(std::move(entry), records.block(row), records.range(row), "roadmap-table");
  }

  void give_name(const Records& records, std::uint32_t row, RoadmapEntry& entry) const {
    if (records.has("number-column")) {
      entry.number = records.grid().text(row, number_);
      entry.title = records.text(row, "title-column");
      return;
    }
    const std::string both = records.text(row, "numbered-title-column");
    const Capture named = capture(both, wording_.named("number-and-title"));
    entry.number = named.words("number");
    entry.title = named.words("title");
  }

  void give_status(const Records& records, std::uint32_t row, RoadmapEntry& entry) const {
    entry.status_as_written = records.text(row, "status-column");
    entry.status = status_in(entry.status_as_written, wording_);
    if (entry.status.empty()) entry.status = status_;
    const std::string date = records.text(row, "date-column");
    entry.date = date_in(date);
    if (entry.date.empty()) entry.date = date;
    const std::string header = records.header_text("date-column");
    const bool published = matches(header, wording_.named("publication-column"));
    if (entry.status.empty() && published && !date.empty()) entry.status = "published";
  }

  // The title of the clause, then the words above the table.
  std::string words_around() const {
    std::string out;
    for (const std::string& words : around_) out = out.empty() ? words : words + " " + out;
    return out;
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  const RoadmapEntries& entries_;
  Facts& facts_;
  std::vector<std::string> around_;  // the words that tell what the table lists, nearest first
  std::string status_;               // that they tell
  std::string clause_body_;          // the body that a clause around the table is called after
  std::uint32_t number_ = kNoColumn;
};

void extract_roadmap(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const RoadmapEntries entries(scan, wording);
  RoadmapReader reader(scan, wording, entries, facts);
  for (const Table& table : scan.doc().tables()) reader.read(table);
  read_roadmap_sentences(scan, wording, entries, facts);
}

constexpr WordingKey kLists[] = {
    {"body", "the body whose documents these are"},
    {"deliverables", "families of identifiers that are texts with a status"},
};

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph worth looking at for texts with a status", LookIn::blocks},
    {"sentence", "a sentence that tells the status of texts; groups objects, verb and title"},
    {"not", "a sentence that tells of no status reached"},
    {"by", "who decided, behind the verb; group group"},
    {"former", "what stands behind a text with its former name; group note"},
    {"number-in-text", "a number that is no identifier; group number"},
    {"part", "what stands before the text that this one is a part of; group part"},
    {"not-yet", "words that tell of a status yet to be reached"},
    {"body-and-group", "a body and its group in one cell; groups body and group"},
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
