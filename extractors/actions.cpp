#include "extractors/extractor.hpp"
#include "extractors/records.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kActionsDoc = R"md(
Who is to do what by when: from lists of actions and from lines that begin with "ACTION".

```document
Table 2 - List of actions
|| No. | Action | Responsible | Due | Status |
| AP1 | Send the text | TSB | 2026-03-27 | open |
| AP2 | Set up a list | | 3 April 2026 | done |
ACTION: Ines Example to send the draft to the secretariat by 20 February 2026.
Action: the secretariat will check the list.
The action was successful.
```

```facts
{"reference": "AP1", "what": "Send the text", "owner": "TSB", "due": "2026-03-27", "status": "open"}
{"reference": "AP2", "what": "Set up a list", "owner": "", "due": "2026-04-03", "status": "done"}
{"what": "send the draft to the secretariat", "owner": "Ines Example", "due": "2026-02-20"}
{"what": "check the list", "owner": "the secretariat", "due": ""}
```
)md";

constexpr ColumnSpec kColumns[] = {
    {"what-column", true}, {"owner-column"}, {"due-column"}, {"status-column"}, {"number-column"}};

class ActionReader {
 public:
  ActionReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        line_(wording.named("line")),
        year_(year_of(scan.doc())) {}

  void read(const Table& table) {
    const std::optional<Records> records = Records::find(scan_, table, wording_, kColumns);
    if (!records || (!records->has("owner-column") && !records->has("due-column"))) return;
    for (std::uint32_t row = records->first_row(); row < records->end_row(); ++row) {
      Action action;
      action.what = records->text(row, "what-column");
      if (action.what.empty() || records->is_empty_row(row)) continue;
      action.owner = records->text(row, "owner-column");
      const std::string due = records->text(row, "due-column");
      action.due = date_in(due, year_);
      if (action.due.empty()) action.due = due;
      action.status = records->text(row, "status-column");
      action.reference = records->text(row, "number-column");
      facts_.add(std::move(action), records->block(row), records->range(row), "action-table");
    }
  }

  void read(BlockId id) {
    const Match* const match = scan_.match(id, line_);
    if (!match) return;
    Action action;
    action.owner = words_at(doc_, match->group("owner"));
    action.what = words_at(doc_, match->group("what"));
    bool inferred = false;
    action.due = date_in(doc_.text(match->group("due")), year_, &inferred);
    action.reference = words_at(doc_, match->group("reference"));
    facts_.add(std::move(action), id, match->where, "line", inferred ? 80 : 95,
               inferred ? "the year is that of the meeting" : "read from running text");
  }

 private:
  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  Patterns line_;
  int year_;
};

void extract_actions(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const Document& doc = scan.doc();
  ActionReader reader(scan, wording, facts);
  for (const Table& table : doc.tables()) reader.read(table);
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    const Block& block = doc.block({i});
    if (!block.cell && block.kind != BlockKind::table) reader.read(BlockId{i});
  }
}

constexpr WordingKey kPatterns[] = {
    {"what-column", "header of the column of actions"},
    {"owner-column", "header of the column of those who act"},
    {"due-column", "header of the column of due dates"},
    {"status-column", "header of the column of states"},
    {"number-column", "header of the column of the actions' own numbers"},
    {"line", "a line that gives an action; groups owner, what, due and reference", LookIn::blocks},
};

}  // namespace

extern const Extractor kActionsExtractor;
const Extractor kActionsExtractor = {.id = "actions",
                                     .summary = "who is to do what by when",
                                     .extract = extract_actions,
                                     .doc = kActionsDoc,
                                     .patterns = kPatterns};

}  // namespace rapporteur
