#include <algorithm>

#include "extractors/extractor.hpp"
#include "extractors/reading/records.hpp"
#include "extractors/reading/relative_date.hpp"
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

```document
# Action items
AP37-1: R. Probe to contact SG13 on terms - closed.
Action 2: Secretariat – publish the list on the page (due 30 November 2026).
- Ada First and the editors to revise the text by the next meeting
# Reports
The meeting thanked the editor. The secretariat was requested to circulate the list within two weeks after the meeting.
SG13 asked Mr Case (Alba) to explain the figures.
The Chair asked delegates to comment.
# Next meeting
The next meeting of SG13 will be held in Geneva, 6-10 July 2026.
```

```facts
{"reference": "AP37-1", "owner": "R. Probe", "what": "contact SG13 on terms", "status": "closed", "due": ""}
{"reference": "2", "owner": "Secretariat", "what": "publish the list on the page", "due": "2026-11-30"}
{"owner": "Ada First and the editors", "what": "revise the text", "due": "the next meeting"}
{"owner": "The secretariat", "what": "circulate the list", "due": "two weeks after the meeting"}
```

A date that is told relative to the meeting of the document, or to the next one, is worked out.

```document
| Example Group | Geneva, 9-20 March 2026 |
| Title: | Report of the third meeting of Study Group 13 |

# 1 Actions
TSB was asked to publish the list within two weeks after the meeting.
Action 3: Rapporteur to send the text by the next meeting.
# 2 Next meeting
The next meeting of Study Group 13 will be held in Geneva, 6-17 July 2026.
```

```facts
{"owner": "TSB", "what": "publish the list", "due": "2026-04-03"}
{"owner": "Rapporteur", "what": "send the text", "due": "2026-07-06", "reference": "3"}
```

```document
Table 3 - Open action points
|| Action point | Description | Assigned to | Due | Status |
| AP7-1 | Collect the figures | Editor | next meeting | open |
Table 4 - Outstanding actions
|| Ref | Description | Owner |
| A12 | Check the annex | TSB |
```

```facts
{"reference": "AP7-1", "what": "Collect the figures", "owner": "Editor", "due": "next meeting", "status": "open"}
{"reference": "A12", "what": "Check the annex", "owner": "TSB"}
```
)md";

constexpr ColumnSpec kColumns[] = {{"what-column", true}, {"owner-column"},
                                   {"due-column"},        {"status-column"},
                                   {"number-column"},     {"description-column"}};
// A list that its caption announces needs no column that is called after actions.
constexpr ColumnSpec kAnnounced[] = {{"description-column", true},
                                     {"owner-column", true},
                                     {"due-column"},
                                     {"status-column"},
                                     {"number-column"}};
constexpr int kFromText = 95;
constexpr int kFromSentence = 85;
constexpr int kInferred = 80;
constexpr int kMostTails = 3;  // what may stand behind an action: its state, its date
constexpr std::size_t kLeastLetters = 4;

// When something is due; words where they name no date.
struct Due {
  std::string date;
  std::string reason;  // when the date was worked out
};

class ActionReader {
 public:
  ActionReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        relative_(scan),
        year_(year_of(scan.doc())) {}

  void read(const Table& table) {
    std::optional<Records> records = Records::find(scan_, table, wording_, kColumns);
    const bool has_people = records && (records->has("owner-column") || records->has("due-column"));
    if (!has_people) {
      if (!matches(words_above(doc_, table), wording_.named("caption"))) return;
      records = Records::find(scan_, table, wording_, kAnnounced);
    }
    if (!records) return;
    for (std::uint32_t row = records->first_row(); row < records->end_row(); ++row) {
      if (!records->is_empty_row(row)) read_row(*records, row);
    }
  }

  void read(BlockId id) {
    const Match* const line = scan_.match(id, wording_.named("line"));
    if (line != nullptr && read_line(id, line->where, *line, "line")) return;
    if (scan_.found(id, wording_.named("trigger")) && may_request() && read_requests(id)) return;
    if (is_listed(id)) {
      const TextRange words = trimmed(doc_, doc_.block(id).text);
      const auto match = find_match(doc_, words, wording_.named("listed"));
      if (match) read_line(id, words, *match, "listed");
    }
  }

 private:
  void read_row(const Records& records, std::uint32_t row) {
    Action action;
    action.what = records.text(row, "what-column");
    action.reference = records.text(row, "number-column");
    const std::string description = records.text(row, "description-column");
    // The column named after actions may hold their numbers.
    if (!description.empty() && (action.what.empty() || is_reference(action.what))) {
      if (action.reference.empty()) action.reference = action.what;
      action.what = description;
    }
    if (action.what.empty()) return;
    action.owner = records.text(row, "owner-column");
    action.status = records.text(row, "status-column");
    Due due = due_of(records.text(row, "due-column"));
    action.due = std::move(due.date);
    facts_.add(std::move(action), records.block(row), records.range(row), "action-table",
               due.reason.empty() ? 100 : kInferred, std::move(due.reason));
  }

  bool is_reference(const std::string& words) const {
    return matches(words, wording_.named("reference"));
  }

  bool is_listed(BlockId id) const {
    const ClauseId clause = doc_.clause_of(id);
    const BlockKind kind = doc_.block(id).kind;
    return clause && kind != BlockKind::heading && kind != BlockKind::caption &&
           matches(doc_.clause(clause).title, wording_.named("heading"));
  }

  // Whom a letter or a liaison statement asks for something is its reader.
  bool may_request() const {
    const std::vector<std::string>& kinds = wording_.list("no-requests");
    return std::ranges::find(kinds, doc_.identity().kind) == kinds.end();
  }

  // "The secretariat was requested to …"
  bool read_requests(BlockId id) {
    bool found = false;
    for (const TextRange sentence : sentences(doc_, doc_.block(id).text)) {
      const auto match = find_match(doc_, sentence, wording_.named("request"));
      if (!match || matches(doc_.text(match->group("what")), wording_.named("no-task"))) continue;
      found = read_line(id, sentence, *match, "request") || found;
    }
    return found;
  }

  bool read_line(BlockId id, TextRange where, const Match& match, std::string pattern) {
    Action action;
    action.owner = words_at(doc_, match.group("owner"));
    if (!matches(action.owner, wording_.named("is-owner"))) return false;
    if (matches(action.owner, wording_.named("no-owner"))) return false;
    action.reference = words_at(doc_, match.group("reference"));
    std::string what = words_at(doc_, match.group("what"));
    Due due;
    for (int i = 0; i < kMostTails; ++i) cut_tail(what, action, due);
    while (what.ends_with('.') || what.ends_with(',')) what.pop_back();
    if (std::ranges::count_if(what, is_alpha) < static_cast<std::ptrdiff_t>(kLeastLetters)) {
      return false;
    }
    action.what = std::move(what);
    action.due = std::move(due.date);
    const bool inferred = !due.reason.empty();
    const int confidence = pattern == "request" ? kFromSentence : kFromText;
    facts_.add(std::move(action), id, where, std::move(pattern), inferred ? kInferred : confidence,
               inferred ? std::move(due.reason) : "read from running text");
    return true;
  }

  // "… - closed", "… (due 30 November 2026)", "… by the next meeting"
  void cut_tail(std::string& what, Action& action, Due& due) const {
    const Capture status = capture(what, wording_.named("status"));
    const Capture until = status ? Capture{} : capture(what, wording_.named("due"));
    const Capture& tail = status ? status : until;
    if (!tail) return;
    if (status && action.status.empty()) action.status = status.words("status");
    if (until && due.date.empty()) due = due_of(until.words("due"));
    what.resize(static_cast<std::size_t>(tail.groups.front().data() - what.data()));
  }

  Due due_of(const std::string& words) const {
    bool inferred = false;
    if (std::string date = date_in(words, year_, &inferred); !date.empty()) {
      return {std::move(date), inferred ? "the year is that of the meeting" : ""};
    }
    if (relative_.is_relative(words)) {
      std::string date = relative_.resolve(words);
      if (!date.empty()) return {std::move(date), "the date is counted from a meeting"};
    }
    return {words, ""};
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  RelativeDates relative_;
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

constexpr WordingKey kLists[] = {{"no-requests", "kinds of documents that ask their readers"}};

constexpr WordingKey kPatterns[] = {
    {"what-column", "header of the column of actions"},
    {"description-column", "header of the column that says what an action is"},
    {"owner-column", "header of the column of those who act"},
    {"due-column", "header of the column of due dates"},
    {"status-column", "header of the column of states"},
    {"number-column", "header of the column of the actions' own numbers"},
    {"caption", "words above a table that announce actions"},
    {"reference", "the number of an action and nothing else"},
    {"line", "a line that gives an action; groups reference, owner and what", LookIn::blocks},
    {"is-owner", "words that name who may act, and nothing else"},
    {"no-owner", "what stands in the place of an owner and is none"},
    {"heading", "title of a clause that lists actions"},
    {"listed", "a line below such a heading; groups reference, owner and what"},
    {"trigger", "a paragraph worth looking at for requests", LookIn::blocks},
    {"request", "a sentence that gives somebody a task; groups owner and what"},
    {"no-task", "what is asked for and done on the spot"},
    {"status", "the end of an action that tells its state; group status"},
    {"due", "the end of an action that tells when it is due; group due"},
};

}  // namespace

extern const Extractor kActionsExtractor;
const Extractor kActionsExtractor = {.id = "actions",
                                     .summary = "who is to do what by when",
                                     .extract = extract_actions,
                                     .doc = kActionsDoc,
                                     .lists = kLists,
                                     .patterns = kPatterns};

}  // namespace rapporteur
