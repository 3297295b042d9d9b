#include <algorithm>
#include <array>

#include "extractors/extractor.hpp"
#include "extractors/reading/form.hpp"
#include "extractors/reading/people.hpp"
#include "extractors/reading/records.hpp"
#include "extractors/works/work_description.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kWorkItemsDoc = R"md(
A piece of work: its reference and title, who edits it, when it shall be done and who supports it.
From the form that proposes one and from lists of work items.

```document
| Question: | 6/13 | Proposed new Recommendation | Geneva, 9-20 March 2026 |
| Reference and title: | Draft new Recommendation ITU-T Y.ex-exp, Exposure of information | < | < |
| Base text: | C45 | Timing: | 2027-11 |
| Editor(s): | Dan Sample, Example Ltd\n<name of the second editor> | Approval process: | AAP |
| Supporting members that are committing to contributing actively to the work item: | < | < | < |
| Kestria, Example Ltd | < | < | < |
```

```facts
{"reference": "Y.ex-exp", "title": "Exposure of information", "question": "6/13", "editors": ["Dan Sample, Example Ltd"], "timing": "2027-11", "process": "AAP", "supporters": ["Kestria", "Example Ltd"]}
```

A description that is a document of its own has lines and clauses instead.

```document
%profile 3gpp
3GPP™ Work Item Description
# Title: Metering of stores
## Acronym: FS_Meter
## Unique identifier: {A number to be provided}
## 5 Expected Output and Time scale
|| TS/TR No. | Description of change | Target completion plenary# |
| 23.501 | Meters | SA#114 |
| 23.502 | Meters | SA#115 (March 2027) |
## 6 Work item Rapporteur(s)
Ada Sample (ada@alba.example)
## 9 Supporting Individual Members
|| Supporting IM name |
| Alba |
| Bretta Inc. |
```

```facts
{"reference": "FS_Meter", "title": "Metering of stores", "editors": ["Ada Sample"], "timing": "SA#115 (March 2027)", "supporters": ["Alba", "Bretta Inc."]}
```

```document
Table 1 - Work items of Question 6/13
|| No. | Work item | Title | Editors | Timing |
| 01 | Y.ex-arch | Functional architecture | Dan Sample\nOri Model | 2026-11 |
| 02 | Y.ex-tst | Tests | | 2028-05 |
```

```facts
{"reference": "Y.ex-arch", "title": "Functional architecture", "question": "6/13", "editors": ["Dan Sample", "Ori Model"], "timing": "2026-11"}
{"reference": "Y.ex-tst", "title": "Tests", "editors": [], "timing": "2028-05"}
```

```document
# 6 New work items
|| Acronym | Title | Editors | Question | Type | Timing | AAP/TAP |
| X.ztd-req | Zero trust | J. Doe (Alba), R. Roe (Bretta) | Q2/17 | Recommendation | 2026-03 | TAP |
# 7 Others
SG17 agreed to start a new work item X.ex-sec "Security of examples" in Q3/17 (editors: Ada First (Alba) and Bob Second (Bretta)).
It is proposed to start a new work item X.ex-not.
```

```facts
{"reference": "X.ztd-req", "title": "Zero trust", "question": "Q2/17", "editors": ["J. Doe (Alba)", "R. Roe (Bretta)"], "timing": "2026-03", "process": "TAP"}
{"reference": "X.ex-sec", "title": "Security of examples", "question": "Q3/17", "editors": ["Ada First (Alba)", "Bob Second (Bretta)"]}
```
)md";

constexpr std::array<std::string_view, 10> kFields = {
    "question", "reference-and-title", "reference", "title", "base-text", "timing", "editors",
    "process",  "supporters",          "scope"};
constexpr std::array<std::string_view, 6> kSigns = {"reference-and-title", "timing",  "editors",
                                                    "supporters",          "process", "reference"};
constexpr std::size_t kLeastSigns = 3;
constexpr int kFromText = 90;

constexpr ColumnSpec kColumns[] = {
    {"reference-column", true}, {"title-column", true}, {"editors-column"}, {"timing-column"},
    {"question-column"},        {"status-column"},      {"process-column"}, {"supporters-column"}};

// All of them, where there are no others.
Strings without_placeholders(const std::vector<std::string>& lines) {
  Strings out;
  for (const std::string& line : lines) {
    if (!is_placeholder(line)) out.push_back(line);
  }
  return out.empty() ? lines : out;
}

// Of the clauses around a list, whose titles may announce it.
constexpr int kMostClauses = 8;

class WorkItemReader {
 public:
  WorkItemReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        people_(scan.profile(), ""),
        labels_(wording, kFields),
        shows_forms_(std::ranges::find(wording.list("forms"), scan.doc().identity().kind) !=
                     wording.list("forms").end()) {}

  void read(const Table& table) {
    const std::optional<Records> records = Records::find(scan_, table, wording_, kColumns);
    if (records) return read_list(*records, table);
    const Form form = Form::of_table(scan_, table, labels_);
    const bool titled = form.has("title") || form.has("reference-and-title");
    if (titled && form.count(kSigns) >= kLeastSigns) read_form(form, table);
  }

 private:
  void read_form(const Form& form, const Table& table) {
    WorkItem item;
    const std::string both = form.text("reference-and-title");
    const Capture named = capture(both, wording_.named("reference-in-title"));
    item.reference = named.words("reference");
    item.title = named.words("title");
    if (item.reference.empty()) item.reference = form.text("reference");
    if (item.title.empty()) item.title = both.empty() ? form.text("title") : both;
    item.question = form.text("question");
    if (item.question == "/") item.question.clear();
    Strings editors;
    for (const std::string& line : form.lines("editors")) {
      const Strings names =
          is_placeholder(line) ? Strings{line} : people_.names_as_written(line, false);
      editors.insert(editors.end(), names.begin(), names.end());
    }
    item.editors = without_placeholders(editors);
    item.timing = timing_of(form, table);
    item.process = form.text("process");
    for (const std::string& line : form.lines("supporters")) {
      // A placeholder is one, whatever commas it has.
      if (is_placeholder(line)) {
        item.supporters.push_back(line);
        continue;
      }
      for (const std::string_view name : split(line, ',')) {
        if (!collapse(name).empty()) item.supporters.push_back(collapse(name));
      }
    }
    item.supporters = without_placeholders(item.supporters);
    if (!shows_forms_ && (is_placeholder(item.title) || is_placeholder(item.reference))) {
      return;  // nobody has filled it in
    }
    facts_.add(std::move(item), form.block(), form.where(), "form");
  }

  // The date of the form, or of the last stage in a table inside it.
  std::string timing_of(const Form& form, const Table& table) const {
    std::string words = form.text("timing");
    if (words.empty() || is_placeholder(words)) return words;
    if (std::string stage = last_stage(table); !stage.empty()) return stage;
    const std::string date = date_in(words);
    return date.empty() ? words : date;
  }

  // The last date of a table of stages that stands in a cell of this one.
  std::string last_stage(const Table& outer) const {
    std::string out;
    for (const Table& table : doc_.tables()) {
      const CellId cell = doc_.block(table.block).cell;
      if (!cell || doc_.cell(cell).table.index >= doc_.tables().size()) continue;
      if (doc_.table(doc_.cell(cell).table).block != outer.block) continue;
      const Grid grid(doc_, table);
      for (std::uint32_t row = 0; row < grid.rows(); ++row) {
        const std::string date = date_in(grid.text(row, grid.columns() - 1));
        if (!date.empty()) out = date;
      }
    }
    return out;
  }

  void read_list(const Records& records, const Table& table) {
    // Behind the title stands the work item that something else belongs to.
    const std::string header = records.header_text("reference-column");
    if (records.column_of("reference-column") > records.column_of("title-column") &&
        !matches(header, wording_.named("acronym-column"))) {
      return;
    }
    const std::string above = words_above(doc_, table);
    const bool people = records.has("editors-column") && records.has("timing-column");
    const bool sure = matches(header, wording_.named("sure-column")) ||
                      (people && matches(header, wording_.named("draft-column")));
    if (!sure && !is_announced(table, above)) return;
    for (std::uint32_t row = records.first_row(); row < records.end_row(); ++row) {
      if (!records.is_empty_row(row)) read_row(records, row, above);
    }
  }

  bool is_announced(const Table& table, const std::string& above) const {
    const Patterns caption = wording_.named("caption");
    if (matches(above, caption)) return true;
    ClauseId clause = doc_.clause_of(table.block);
    for (int depth = 0; clause && depth < kMostClauses; ++depth) {
      if (matches(doc_.clause(clause).title, caption)) return true;
      clause = doc_.clause(clause).parent;
    }
    return false;
  }

  void read_row(const Records& records, std::uint32_t row, const std::string& above) {
    WorkItem item;
    item.reference = records.text(row, "reference-column");
    item.title = records.text(row, "title-column");
    if (item.reference.empty() || item.title.empty()) return;
    for (const std::string& line : records.lines(row, "editors-column")) add_people(item, line);
    item.timing = records.text(row, "timing-column");
    if (matches(item.timing, wording_.named("share"))) item.timing.clear();
    item.question = records.text(row, "question-column");
    if (item.question.empty()) {
      item.question = matched_group(above, wording_.named("caption"), "question");
    }
    item.status = records.text(row, "status-column");
    if (item.status.empty()) {
      item.status = matched_group(above, wording_.named("caption-status"), "status");
    }
    item.process = records.text(row, "process-column");
    for (const std::string& line : records.lines(row, "supporters-column")) {
      for (const std::string_view name : split(line, ',')) {
        if (!collapse(name).empty()) item.supporters.push_back(collapse(name));
      }
    }
    facts_.add(std::move(item), records.block(row), records.range(row), "list");
  }

  void add_people(WorkItem& item, const std::string& line) const {
    if (is_placeholder(line)) {
      item.editors.push_back(line);
      return;
    }
    for (std::string& name : people_.names_as_written(line, true)) {
      if (!matches(name, wording_.named("nobody"))) item.editors.push_back(std::move(name));
    }
  }

 public:
  // "SG13 agreed to start work on draft new Recommendation Y.ex, \"Title\" (editors: …)"
  void read(BlockId id) {
    if (read_line(id)) return;
    for (const TextRange sentence : sentences(doc_, doc_.block(id).text)) {
      if (matches(doc_.text(sentence), wording_.named("not"))) continue;
      if (read_several(id, sentence)) continue;
      const auto match = find_match(doc_, sentence, wording_.named("started"));
      if (!match) continue;
      WorkItem item;
      item.reference = words_at(doc_, match->group("reference"));
      item.title = words_at(doc_, match->group("title"));
      const std::string rest = words_at(doc_, {match->where.end, doc_.block(id).text.end});
      item.question = matched_group(doc_.text(sentence), wording_.named("of-question"), "question");
      add_people(item, matched_group(rest, wording_.named("edited-by"), "people"));
      const std::string own = words_at(doc_, {match->where.end, sentence.end});
      item.process = matched_group(own, wording_.named("line-process"), "value");
      item.timing = matched_group(own, wording_.named("line-timing"), "value");
      const std::string supporters = matched_group(rest, wording_.named("supported-by"), "value");
      for (const std::string_view name : split(supporters, ',')) {
        if (!collapse(name).empty()) item.supporters.push_back(collapse(name));
      }
      if (is_known(item.reference)) continue;
      facts_.add(std::move(item), id, sentence, "started", kFromText, "read from running text");
    }
  }

 private:
  // "Y.ex: Requirements of wells (editor: Ada First; AAP; 2028-Q1)", a work item on a line
  bool read_line(BlockId id) {
    const auto line = find_match(doc_, trimmed(doc_, doc_.block(id).text), wording_.named("line"));
    if (!line) return false;
    WorkItem item;
    item.reference = words_at(doc_, line->group("reference"));
    item.title = words_at(doc_, line->group("title"));
    const std::string details = words_at(doc_, line->group("details"));
    const std::string more = details + "; " + words_at(doc_, line->group("more"));
    add_people(item, matched_group(details, wording_.named("line-editors"), "value"));
    item.process = matched_group(details, wording_.named("line-process"), "value");
    item.timing = matched_group(more, wording_.named("line-timing"), "value");
    if (!is_known(item.reference)) {
      facts_.add(std::move(item), id, line->where, "line", kFromText, "a line with its editor");
    }
    return true;
  }

  // "The Question agreed to start two new work items (F.ex-one, F.ex-two)."
  bool read_several(BlockId id, TextRange sentence) {
    const auto match = find_match(doc_, sentence, wording_.named("started-list"));
    if (!match) return false;
    for (const std::string_view part : split(doc_.text(match->group("references")), ',')) {
      WorkItem item;
      item.reference = matched_group(collapse(part), wording_.named("one-reference"), "reference");
      if (item.reference.empty() || is_known(item.reference)) continue;
      item.question = matched_group(doc_.text(sentence), wording_.named("of-question"), "question");
      facts_.add(std::move(item), id, sentence, "started", kFromText, "read from running text");
    }
    return true;
  }

  bool is_known(const std::string& reference) const {
    return std::ranges::any_of(facts_.all(), [&](const Fact& fact) {
      const WorkItem* item = std::get_if<WorkItem>(&fact.value);
      return item != nullptr && item->reference == reference;
    });
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  PeopleReader people_;
  const FormLabels labels_;
  const bool shows_forms_;  // its blanks are what the document tells
};

void extract_work_items(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  read_work_description(scan, wording, facts);
  WorkItemReader reader(scan, wording, facts);
  const Document& doc = scan.doc();
  for (const Table& table : doc.tables()) reader.read(table);
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    if (!doc.block({i}).cell && scan.found({i}, wording.named("trigger"))) reader.read(BlockId{i});
  }
}

constexpr WordingKey kLists[] = {{"forms", "kinds of documents that show forms for others"}};

constexpr WordingKey kPatterns[] = {
    {"label", "a line that can be a label of the form", LookIn::blocks},
    {"question", "label of the Question; group value"},
    {"reference-and-title", "label of reference and title in one; group value"},
    {"reference", "label of the reference; group value"},
    {"title", "label of the title; group value"},
    {"base-text", "label of the base text; group value"},
    {"timing", "label of the planned date; group value"},
    {"editors", "label of the editors; group value"},
    {"process", "label of the approval process; group value"},
    {"supporters", "label of the supporting members; group value"},
    {"scope", "label of the scope; group value"},
    {"reference-in-title", "reference and title in one; groups reference and title"},
    {"caption", "words above a list of work items; group question"},
    {"reference-column", "header of the column of references"},
    {"sure-column", "header of a column of references that no other table has"},
    {"title-column", "header of the column of titles"},
    {"editors-column", "header of the column of editors"},
    {"timing-column", "header of the column of planned dates"},
    {"caption-status", "such words that tell the state of all of them; group status"},
    {"share", "how much is done, in the column of dates"},
    {"question-column", "header of the column of Questions"},
    {"status-column", "header of the column of states"},
    {"supporters-column", "header of the column of supporting members"},
    {"draft-column", "header of references in lists with editors and planned dates"},
    {"nobody", "what stands in place of an editor when there is none"},
    {"line", "a line with a work item and its editor; groups reference, title, details and more"},
    {"line-editors", "in its brackets the editors; group value"},
    {"line-process", "in its brackets the approval process; group value"},
    {"line-timing", "in or behind them the planned date; group value"},
    {"trigger", "a paragraph worth looking at for new work", LookIn::blocks},
    {"started", "a sentence that starts new work; groups reference and title"},
    {"started-list", "a sentence that starts several; group references"},
    {"one-reference", "one of these; group reference"},
    {"acronym-column", "header of references that may stand behind the titles"},
    {"not", "a sentence that starts no work"},
    {"of-question", "the Question that does the work; group question"},
    {"supported-by", "who supports it, behind its title; group value"},
    {"edited-by", "who edits it, behind its title; group people"},
    {"process-column", "header of the column of approval processes"},
    {"description", "a line by which a document calls itself the description of a work item",
     LookIn::blocks},
    {"described-title", "in such a document the line of the title; group value"},
    {"described-reference", "the line of the acronym; group value"},
    {"described-id", "the line of the number; group value"},
    {"described-timing", "the line of the planned date; group value"},
    {"described-editors", "the title of the clause of those who edit"},
    {"described-supporters", "the title of the clause of those who support it"},
    {"described-timing-column", "header of the column that says when its texts shall be done"},
};

}  // namespace

extern const Extractor kWorkItemsExtractor;
const Extractor kWorkItemsExtractor = {.id = "work-items",
                                       .summary = "work items with editor, timing and supporters",
                                       .extract = extract_work_items,
                                       .doc = kWorkItemsDoc,
                                       .lists = kLists,
                                       .patterns = kPatterns};

}  // namespace rapporteur
