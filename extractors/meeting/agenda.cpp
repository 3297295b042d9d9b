#include <algorithm>
#include <optional>
#include <set>

#include "extractors/extractor.hpp"
#include "extractors/reading/grid.hpp"
#include "extractors/reading/match.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kAgendaDoc = R"md(
The items of an agenda: number, title, time, presenter. They are read from the numbered lines under
a heading that says "agenda", and from tables whose header names an item number and a subject.
A report whose headings happen to follow an agenda has no agenda of its own.

```document
# Annex B
Draft agenda for the first meeting
(Geneva, 22 March 2030)
1. Opening of the meeting
2. Approval of the agenda
2.1 Time plan
3. Closure
___
4. Not an item any more
```

```facts
{"number": "1", "title": "Opening of the meeting", "evidence": "1. Opening of the meeting"}
{"number": "2", "title": "Approval of the agenda"}
{"number": "2.1", "title": "Time plan"}
{"number": "3", "title": "Closure"}
```

Automatic numbers count like typed ones; remarks may stand between the items.

```document
# Provisional agenda
= 1. = - Adoption of the agenda.
The Chair will present the agenda.
= 2. = - Elections.
# Annotations
= 1. = - A remark
```

```facts
{"number": "1", "title": "Adoption of the agenda"}
{"number": "2", "title": "Elections"}
```

In a table the first paragraph of the subject is the title.

```document
Table 1 - Draft agenda
|| No. | Agenda item | Presenter | Time |
| 1 | Opening | | 09:30 |
| 2 | Work items\nOnly new ones | Ms Example | |
| 4 | Closing | | |
```

```facts
{"number": "1", "title": "Opening", "time": "09:30"}
{"number": "2", "title": "Work items", "presenter": "Ms Example"}
{"number": "4", "title": "Closing", "time": ""}
```

```document
A meeting is announced together with:
- the draft agenda
- the place
- the deadline
# Approval of the agenda
1. Nothing was changed.
2. The agenda was approved.
```

```facts
```
)md";

// A remark between two items is short; a text that has long left the agenda is not one.
constexpr int kMostRemarks = 8;
constexpr int kLargestGap = 3;
constexpr std::string_view kGap = "   ";
constexpr std::size_t kLeastRows = 2;
constexpr int kBlocksBeforeList = 6;

struct Line {
  std::string number;
  TextRange title;
};

// "3.1." and "3)" -> "3.1" and "3"; "" for what is no number.
std::string number_alone(std::string_view text) {
  if (text.ends_with(')')) text.remove_suffix(1);
  if (text.starts_with('(')) text.remove_prefix(1);
  const std::string line = std::string(text) + "\tx";
  return std::string(split_number(line).number);
}

// A range up to the first line end in it.
TextRange first_line(const Document& doc, TextRange range) {
  const std::size_t end = std::min(doc.text(range).find('\n'), range.size());
  return trimmed(doc, {range.begin, range.begin + static_cast<std::uint32_t>(end)});
}

// The number that words begin with, and the rest.
Line typed_line(const Document& doc, TextRange words) {
  const std::string_view text = doc.text(words);
  const NumberedText parts = split_number(text);
  if (parts.number.empty() || parts.title.empty()) return {"", words};
  const auto skipped = static_cast<std::uint32_t>(parts.title.data() - text.data());
  return {std::string(parts.number), trimmed(doc, {words.begin + skipped, words.end})};
}

// The number of a block, automatic or typed, and its words.
Line numbered_line(const Document& doc, BlockId id) {
  const TextRange words = trimmed(doc, doc.block(id).text);
  const std::string_view label = trim(doc.label(id));
  if (!label.empty()) return {number_alone(label), words};
  return typed_line(doc, words);
}

// Whether `next` may follow `last` in an agenda: one level deeper from 1, or a little further on
// at the same or a higher level.
bool follows(const std::vector<int>& last, const std::vector<int>& next) {
  if (next.empty()) return false;
  if (last.empty()) return next.size() == 1 && next[0] <= 1;
  std::size_t same = 0;
  while (same < last.size() && same < next.size() && last[same] == next[same]) ++same;
  if (same == next.size()) return false;
  const int before = same < last.size() ? last[same] : 0;
  const bool near = next[same] > before && next[same] - before <= kLargestGap;
  const auto rest = next.begin() + static_cast<std::ptrdiff_t>(same) + 1;
  return near && std::all_of(rest, next.end(), [](int part) { return part <= 1; });
}

// The words before a gap; what stands behind it is in another column of the line.
TextRange before_gap(const Document& doc, TextRange range) {
  const std::size_t gap = std::min(doc.text(range).find(kGap), range.size());
  return {range.begin, range.begin + static_cast<std::uint32_t>(gap)};
}

std::string title_of(const Document& doc, TextRange range) {
  std::string title = words_at(doc, range);
  while (title.ends_with('.') && !title.ends_with("...")) title.pop_back();
  return title;
}

bool has_letter(std::string_view words) { return std::ranges::any_of(words, is_alpha); }

class AgendaReader {
 public:
  AgendaReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        facts_(facts),
        trigger_(wording.named("trigger")),
        headings_(wording.named("heading")),
        ends_(wording.named("end")),
        number_columns_(wording.named("number-column")),
        sure_columns_(wording.named("agenda-number-column")),
        sure_titles_(wording.named("agenda-title-column")),
        title_columns_(wording.named("title-column")),
        presenter_columns_(wording.named("presenter-column")),
        time_columns_(wording.named("time-column")),
        is_agenda_(std::ranges::find(wording.list("kinds"), scan.doc().identity().kind) !=
                   wording.list("kinds").end()) {}

  void read() {
    for (const Table& table : doc_.tables()) read_table(table);
    if (found_) return;
    for (BlockId id{0}; id.index < doc_.blocks().size() && !found_; ++id.index) {
      if (is_heading(id)) read_list(id);
    }
  }

 private:
  bool is_heading(BlockId id) const {
    const Block& block = doc_.block(id);
    if (block.cell || block.kind == BlockKind::toc || block.kind == BlockKind::table) return false;
    // "- the draft agenda" in a list is one of several things.
    const bool item = block.kind == BlockKind::list_item;
    if (item && number_alone(trim(doc_.label(id))).empty()) return false;
    if (!scan_.found(id, trigger_)) return false;
    const TextRange words = trimmed(doc_, block.text);
    return says_agenda(doc_.text(words)) || says_agenda(doc_.text(numbered_line(doc_, id).title));
  }

  // A heading may hold several lines: "Annex B", "Draft agenda", the place and date.
  bool says_agenda(std::string_view text) const {
    for (const std::string_view line : split(text, '\n')) {
      if (matches(trim(line), headings_)) return true;
    }
    return false;
  }

  void read_list(BlockId heading) {
    std::vector<int> last;
    std::vector<std::pair<BlockId, Line>> items;
    int remarks = 0;
    for (BlockId id{heading.index + 1}; id.index < doc_.blocks().size(); ++id.index) {
      const Block& block = doc_.block(id);
      if (block.kind == BlockKind::table || block.cell || block.part != doc_.block(heading).part)
        break;
      const std::string_view text = trim(doc_.text(id));
      if (text.empty()) continue;
      Line line = numbered_line(doc_, id);
      const std::vector<int> parts = number_parts(line.number);
      if (follows(last, parts)) {
        last = parts;
        items.emplace_back(id, std::move(line));
        remarks = 0;
      } else if (ends_list(id, items.empty()) || ++remarks > remarks_allowed(items.empty())) {
        break;
      }
    }
    if (items.size() < kLeastRows) return read_bullets(heading);
    for (const auto& [id, line] : items) add(id, line.number, line.title);
  }

  static int remarks_allowed(bool before_first) {
    return before_first ? kBlocksBeforeList : kMostRemarks;
  }

  bool ends_list(BlockId id, bool before_first) const {
    const bool heading = doc_.block(id).kind == BlockKind::heading;
    // Lines with the place and date may look like headings; the next clause has a number.
    const ClauseId clause = doc_.clause_of(id);
    if (before_first) return heading && clause && !doc_.clause(clause).number.empty();
    return heading || matches(trim(doc_.text(id)), ends_);
  }

  // An agenda whose items have bullets and no numbers, right under its heading.
  void read_bullets(BlockId heading) {
    std::vector<BlockId> items;
    for (BlockId id{heading.index + 1}; id.index < doc_.blocks().size(); ++id.index) {
      if (trim(doc_.text(id)).empty()) continue;
      if (doc_.block(id).kind != BlockKind::list_item || doc_.block(id).cell) break;
      items.push_back(id);
    }
    if (items.size() < kLeastRows) return;
    for (const BlockId id : items) {
      const Line line = numbered_line(doc_, id);
      add(id, line.number, line.title);
    }
  }

  void add(BlockId id, const std::string& number, TextRange title) {
    found_ = true;
    AgendaItem item;
    item.number = number;
    item.title = title_of(doc_, before_gap(doc_, title));
    facts_.add(std::move(item), id, {}, "agenda-list");
  }

  void read_table(const Table& table) {
    const Grid grid(doc_, table);
    for (std::uint32_t row = 0; row < std::min(grid.rows(), kDeepestHeader); ++row) {
      const Columns columns = columns_of(grid, row);
      if (columns.title == kNoColumn) continue;
      read_rows(grid, columns, row + 1);
      return;
    }
  }

  struct Columns {
    std::uint32_t number = kNoColumn;
    std::uint32_t title = kNoColumn;
    std::uint32_t presenter = kNoColumn;
    std::uint32_t time = kNoColumn;
  };

  // The columns, when the header, what stands above the table or the document speak of an agenda;
  // without a column of numbers these stand before the subjects.
  Columns columns_of(const Grid& grid, std::uint32_t row) const {
    Columns columns;
    const bool titled = scan_.column(grid.table(), row, sure_titles_) != kNoColumn;
    const bool announced = titled || announced_as_agenda(grid) || (is_agenda_ && !found_);
    columns.number = scan_.column(grid.table(), row, sure_columns_);
    if (columns.number == kNoColumn && !announced) return {};
    if (columns.number == kNoColumn)
      columns.number = scan_.column(grid.table(), row, number_columns_);
    const std::uint32_t from = columns.number == kNoColumn ? 0 : columns.number + 1;
    columns.title = scan_.column(grid.table(), row, title_columns_, from);
    // "Agenda item" may head the numbers with their subjects.
    if (columns.title == kNoColumn && titled) columns.title = columns.number;
    if (columns.title == columns.number) columns.number = kNoColumn;
    columns.presenter = scan_.column(grid.table(), row, presenter_columns_);
    columns.time = scan_.column(grid.table(), row, time_columns_);
    return columns;
  }

  bool announced_as_agenda(const Grid& grid) const {
    const std::string caption = grid.caption();
    const std::size_t dash = caption.find_first_of("-:");
    if (says_agenda(caption)) return true;
    if (dash != std::string::npos && says_agenda(caption.substr(dash + 1))) return true;
    if (grid.table().caption) return mentions_agenda(caption);
    for (std::uint32_t back = 1; back <= kDeepestHeader && back <= grid.table().block.index;
         ++back) {
      if (is_heading({grid.table().block.index - back})) return true;
    }
    return false;
  }

  static bool mentions_agenda(std::string_view caption) {
    return lower_ascii(caption).find("agenda") != std::string::npos;
  }

  void read_rows(const Grid& grid, const Columns& columns, std::uint32_t from) {
    std::set<std::string> numbers;
    std::vector<std::pair<AgendaItem, std::uint32_t>> items;
    for (std::uint32_t row = from; row < grid.rows(); ++row) {
      for (const Line& line : lines_of(grid, row, columns)) {
        const std::vector<int> parts = number_parts(line.number);
        if (parts.empty() || line.title.empty() || !numbers.insert(line.number).second) continue;
        AgendaItem item{.number = line.number, .title = title_of(doc_, line.title)};
        if (columns.presenter != kNoColumn) item.presenter = grid.text(row, columns.presenter);
        if (columns.time != kNoColumn) item.time = grid.text(row, columns.time);
        if (has_letter(item.title)) items.emplace_back(std::move(item), row);
      }
    }
    if (items.size() < kLeastRows) return;
    found_ = true;
    for (auto& [item, row] : items) {
      const std::uint32_t first = columns.number == kNoColumn ? columns.title : columns.number;
      facts_.add(std::move(item), grid.first_block(row, first), grid.row_range(row),
                 "agenda-table");
    }
  }

  // The item of a row, or each of those that stand in the cell of its subject.
  std::vector<Line> lines_of(const Grid& grid, std::uint32_t row, const Columns& columns) const {
    const BlockId title = grid.first_block(row, columns.title);
    if (!title) return {};
    if (columns.number != kNoColumn) {
      const TextRange words = first_line(doc_, trimmed(doc_, doc_.block(title).text));
      return {{number_alone(grid.text(row, columns.number)), words}};
    }
    std::vector<Line> out;
    const CellId cell = doc_.block(title).cell;
    for (BlockId id = title; id.index < doc_.blocks().size() && doc_.block(id).cell == cell;
         ++id.index) {
      Line line = numbered_line(doc_, id);
      TextRange left = line.title;
      line.title = first_line(doc_, left);
      left.begin = line.title.end;
      out.push_back(std::move(line));
      for (left = trimmed(doc_, left); !left.empty(); left = trimmed(doc_, left)) {
        const TextRange words = first_line(doc_, left);
        out.push_back(typed_line(doc_, words));
        left.begin = words.end;
      }
    }
    return out;
  }

  const DocumentScan& scan_;
  const Document& doc_;
  Facts& facts_;
  const Patterns trigger_;
  const Patterns headings_;
  const Patterns ends_;
  const Patterns number_columns_;
  const Patterns sure_columns_;
  const Patterns sure_titles_;
  const Patterns title_columns_;
  const Patterns presenter_columns_;
  const Patterns time_columns_;
  const bool is_agenda_;  // the document is one
  bool found_ = false;
};

void extract_agenda(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  AgendaReader(scan, wording, facts).read();
}

constexpr WordingKey kLists[] = {{"kinds", "kinds of documents that are agendas"}};

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph that can hold such a line", LookIn::blocks},
    {"heading", "a line that announces the agenda's items"},
    {"end", "a line that ends the list of items"},
    {"agenda-number-column", "header of a column of item numbers that no other table has"},
    {"agenda-title-column", "header of a column of subjects that no other table has"},
    {"number-column", "header of a column of numbers, in a table announced as an agenda"},
    {"title-column", "header of the column of subjects"},
    {"presenter-column", "header of the column of people who present"},
    {"time-column", "header of the column of times"},
};

}  // namespace

extern const Extractor kAgendaExtractor;
const Extractor kAgendaExtractor = {.id = "agenda",
                                    .summary = "agenda items with number, title and presenter",
                                    .extract = extract_agenda,
                                    .doc = kAgendaDoc,
                                    .lists = kLists,
                                    .patterns = kPatterns};

}  // namespace rapporteur
