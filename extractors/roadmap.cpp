#include "extractors/extractor.hpp"
#include "extractors/records.hpp"
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

```document
|| Document | Source | Title |
| TD12 | Example | Report |
```

```facts
```
)md";

constexpr ColumnSpec kColumns[] = {
    {"number-column", true}, {"title-column", true}, {"status-column"},  {"date-column"},
    {"group-column"},        {"body-column"},        {"relation-column"}};

// The common scale, in the order in which its patterns are tried.
constexpr std::string_view kStatuses[] = {"deleted",  "superseded", "in-force",   "published",
                                          "approved", "consented",  "determined", "last-call",
                                          "draft",    "proposed"};

std::string status_of(std::string_view words, const Wording& wording) {
  for (const std::string_view status : kStatuses) {
    if (matches(words, wording.named("status-" + std::string(status)))) return std::string(status);
  }
  return {};
}

class RoadmapReader {
 public:
  RoadmapReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan), doc_(scan.doc()), wording_(wording), facts_(facts) {}

  void read(const Table& table) {
    const std::optional<Records> records = Records::find(scan_, table, wording_, kColumns);
    if (!records || (!records->has("status-column") && !records->has("date-column"))) return;
    if (matches(records->header_text("number-column"), wording_.named("never-number"))) return;
    const std::string above = words_above(doc_, table);
    const bool announced =
        matches(records->header_text("number-column"), wording_.named("sure-number-column")) ||
        matches(above, wording_.named("caption"));
    if (!announced) return;
    for (std::uint32_t row = records->first_row(); row < records->end_row(); ++row) {
      read_row(*records, row, above);
    }
  }

 private:
  // "A.18 (New, ex A.JCA)": the text, and how it came to be.
  void give_note(RoadmapEntry& entry) const {
    const Patterns patterns = wording_.named("note");
    const Capture noted = capture(entry.number, patterns);
    std::string number = noted.words("number");
    if (number.empty()) return;
    if (entry.relation.empty()) entry.relation = noted.words("note");
    entry.number = std::move(number);
  }

  // Whose text it is: from its number, the words above, or the body whose document this is.
  void give_body(RoadmapEntry& entry, const std::string& above) const {
    const Patterns patterns = wording_.named("body");
    if (entry.body.empty()) entry.body = matched_group(entry.number, patterns, "body");
    if (entry.body.empty())
      entry.body = matched_group(above, wording_.named("caption-body"), "body");
    const std::vector<std::string>& own = wording_.list("body");
    if (entry.body.empty() && !own.empty()) entry.body = own.front();
    if (entry.group.empty()) {
      entry.group = matched_group(above, wording_.named("caption-group"), "group");
    }
  }

  void read_row(const Records& records, std::uint32_t row, const std::string& above) {
    RoadmapEntry entry;
    entry.number = records.text(row, "number-column");
    entry.title = records.text(row, "title-column");
    if (records.is_empty_row(row) || entry.number.empty() || entry.title.empty()) return;
    if (matches(entry.number, wording_.named("no-entry"))) return;
    entry.status_as_written = records.text(row, "status-column");
    entry.status = status_of(entry.status_as_written, wording_);
    if (entry.status.empty()) entry.status = status_of(above, wording_);
    const std::string date = records.text(row, "date-column");
    entry.date = date_in(date);
    if (entry.date.empty()) entry.date = date;
    entry.body = records.text(row, "body-column");
    entry.group = records.text(row, "group-column");
    entry.relation = records.text(row, "relation-column");
    give_note(entry);
    give_body(entry, above);
    facts_.add(std::move(entry), records.block(row), records.range(row), "roadmap-table");
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
};

void extract_roadmap(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  RoadmapReader reader(scan, wording, facts);
  for (const Table& table : scan.doc().tables()) reader.read(table);
}

constexpr WordingKey kLists[] = {{"body", "the body whose documents these are"}};

constexpr WordingKey kPatterns[] = {
    {"note", "a number with a note in brackets; groups number and note"},
    {"body", "the body that a number names; group body"},
    {"caption-body", "the body that the words above a table name; group body"},
    {"caption-group", "the group that the words above a table name; group group"},
    {"number-column", "header of the column of texts"},
    {"sure-number-column", "header of a column of texts that no list of documents has"},
    {"never-number", "header of a column of numbers that are no texts"},
    {"caption", "words above a table that announce a list of texts"},
    {"title-column", "header of the column of titles"},
    {"status-column", "header of the column of statuses"},
    {"date-column", "header of the column of dates"},
    {"group-column", "header of the column of groups"},
    {"body-column", "header of the column of bodies"},
    {"relation-column", "header of the column that says how a text relates to another"},
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
