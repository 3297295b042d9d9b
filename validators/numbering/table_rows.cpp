// Rules about the rows and cells of tables.

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "pipeline/text/whole_number.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/caption_reading.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

std::string cell_text(const Document& doc, const Table& table, std::uint32_t row,
                      std::uint32_t column) {
  const CellId cell = table.at(row, column);
  return cell ? collapse(doc.cell_text(cell)) : std::string();
}

BlockId block_of(const Document& doc, const Table& table, std::uint32_t row) {
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    const CellId cell = table.at(row, column);
    if (cell && !doc.cell(cell).blocks.empty()) return doc.cell(cell).blocks.begin;
  }
  return table.block;
}

// "3", "3.", "3)".
std::optional<int> row_number(std::string_view text) {
  while (text.ends_with('.') || text.ends_with(')')) text.remove_suffix(1);
  return whole_number(text);
}

constexpr std::string_view kRowGapDoc = R"md(
A column that numbers the rows of a table has no hole: the reader of row 19 looks for row 17. A
numbering that begins elsewhere than at 0 or 1, or that leaves more holes than it has rows, is a
column of numbers and not looked at.

```fail
|| No | Item |
| 1 | Opening |
| 2 | Agenda |
| 3 | Reports |
| 6 | Closing |  <-- 4 and 5 are missing before 6
```

```pass
|| No | Item | Year |
| 01 | Opening | 2021 |
| 02 | Agenda | 2024 |
| 03 | Reports | 2029 |
| 03 | Reports of groups | 2029 |
| 04 | Closing | 2030 |
```
)md";

struct RowNumber {
  int value = 0;
  std::uint32_t row = 0;
};

std::vector<RowNumber> first_column(const Document& doc, const Table& table) {
  std::vector<RowNumber> numbers;
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    const std::string text = cell_text(doc, table, row, 0);
    if (const std::optional<int> value = row_number(text)) {
      numbers.push_back({*value, row});
    } else if (row > table.header_rows && !text.empty() && !numbers.empty()) {
      return {};  // words among numbers: no running number
    }
  }
  return numbers;
}

bool runs_upwards(const std::vector<RowNumber>& numbers) {
  if (numbers.size() < 4 || numbers.front().value > 1) return false;
  const auto falls = [](const RowNumber& a, const RowNumber& b) { return b.value < a.value; };
  if (std::ranges::adjacent_find(numbers, falls) != numbers.end()) return false;
  const int span = numbers.back().value - numbers.front().value + 1;
  return span <= static_cast<int>(numbers.size()) * 3 / 2;
}

std::string missing(int after, int before) {
  std::vector<std::string> all;
  for (int i = after + 1; i < before; ++i) all.push_back(std::to_string(i));
  if (all.size() == 1) return all[0] + " is";
  const std::string last = all.back();
  all.pop_back();
  return join(all, ", ") + " and " + last + " are";
}

void check_row_gap(const Subject& in, Report& report) {
  for (const Table& table : in.doc.tables()) {
    const std::vector<RowNumber> numbers = first_column(in.doc, table);
    if (!runs_upwards(numbers)) continue;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
      if (numbers[i].value - numbers[i - 1].value <= 1) continue;
      report.add(block_of(in.doc, table, numbers[i].row), "row numbers: {} missing before {}",
                 missing(numbers[i - 1].value, numbers[i].value), numbers[i].value);
    }
  }
}

constexpr std::string_view kRaggedDoc = R"md(
Each row of a table has the columns of its header, merged cells counted as often as they span. A
row that is short lost its last cells.

```fail
|| No | Item | Owner |
| 1 | Opening | Chair |
| 2 | Agenda |  <-- 2 of 3 cells
| 3 | Closing | Chair |
```

```pass
|| No | Item | Owner |
| 1 | Opening | < |
| 2 | Agenda | Chair |
| 3 | Reports | ^ |
```
)md";

std::uint32_t covered(const Table& table, std::uint32_t row) {
  std::uint32_t count = 0;
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    if (table.at(row, column)) ++count;
  }
  return count;
}

void check_ragged(const Subject& in, Report& report) {
  for (const Table& table : in.doc.tables()) {
    if (table.rows < 3 || table.columns < 3 || covered(table, 0) != table.columns) continue;
    // A grid without caption or header row lays out a letter's head.
    if (!table.caption && table.header_rows == 0) continue;
    std::vector<std::uint32_t> ragged;
    for (std::uint32_t row = 1; row < table.rows; ++row) {
      if (covered(table, row) != table.columns) ragged.push_back(row);
    }
    // Where many rows are short, the table is drawn in steps.
    if (ragged.size() * 4 > table.rows) continue;
    for (const std::uint32_t row : ragged) {
      report.add(block_of(in.doc, table, row), "row has {} of {} cells", covered(table, row),
                 table.columns);
    }
  }
}

constexpr std::string_view kBoundaryDoc = R"md(
The text after a table is not part of its last cell. An annex heading inside the last cell is the
next page, swallowed. The last entry of a table of contents that is set in a table ends with its page.

```fail
|| Question | Found in |
| A | Document 8 |
| B | Document 24\nAnnex A (to Resolution 2) |  <-- Annex A
```

```pass
|| Question | Found in |
| A | Document 8 |
| B | Annex A of Document 24 |
```

```pass
|| Contents |
| 1 Scope 3 |
| 2 Roles 12\nAnnex A Forms 17 |
```
)md";

constexpr RuleOption kBoundaryOptions[] = {
    {"parts", "", "pattern of a line that begins a part of the document; groups: label and rest",
     true}};

void check_boundary(const Subject& in, Report& report) {
  const std::string parts = in.config.text("parts", "");
  if (parts.empty()) return;
  for (const Table& table : in.doc.tables()) {
    if (table.cells.empty() || table.rows < 2) continue;
    const BlockRange blocks = in.doc.cell(table.cells.back()).blocks;
    for (std::uint32_t i = blocks.begin.index; i < blocks.end.index; ++i) {
      const std::string_view text = in.doc.text(BlockId{i});
      for (const PatternMatch& match : matches(text, compiled(parts))) {
        const bool first = match.text().data() == text.data() && i == blocks.begin.index;
        const bool entry = found_in(match.groups[2], R"(\D\s\d{1,3}\s*$)");  // of contents
        if (first || entry) continue;
        report.add_at(BlockId{i}, report.range_of(match.groups[1]),
                      fmt::format("'{}' stands in the last cell of a table", match.groups[1]));
      }
    }
  }
}

constexpr std::string_view kMarkDoc = R"md(
The columns of one table in which rows are ticked use one mark.

```fail
|| Item | WP1 | WP2 |  <-- 'x' and 'X'
| Roadmap | x | X |
| Terms | X | x |
```

```pass
|| Item | WP1 | WP2 |
| Roadmap | x | |
| Terms | | x |
```
)md";

void check_marks(const Subject& in, Report& report) {
  for (const Table& table : in.doc.tables()) {
    const auto has = [&](std::string_view mark) {
      return std::ranges::any_of(table.cells, [&](CellId cell) {
        const BlockRange blocks = in.doc.cell(cell).blocks;
        return blocks.size() == 1 && trim(in.doc.text(blocks.begin)) == mark;
      });
    };
    if (has("x") && has("X")) {
      report.add(block_of(in.doc, table, 0), "the ticks of this table are 'x' and 'X'");
    }
  }
}

constexpr std::string_view kClaimDoc = R"md(
A number of rows that a caption tells is the number of rows.

```fail
Table 2 – List of 3 Questions  <-- 2 rows
|| Question | Title |
| 1 | Security |
| 2 | Networks |
```

```pass
Table 2 – List of 3 Questions for the period 2025
|| Question | Title |
| 1 | Security |
| 2 | Networks |
| 3 | Terms |
```
)md";

constexpr RuleOption kClaimOptions[] = {
    {"claims", "", "pattern of a caption that tells how many rows there are; its group", true}};

void check_claim(const Subject& in, Report& report) {
  const std::string claims = in.config.text("claims", "");
  if (claims.empty()) return;
  for (const Table& table : in.doc.tables()) {
    if (!table.caption) continue;
    const std::vector<PatternMatch> found = matches(in.doc.text(table.caption), compiled(claims));
    if (found.empty()) continue;
    const int told = whole_number(found[0].groups[1]).value_or(0);
    const std::uint32_t head = std::max<std::uint32_t>(table.header_rows, 1);
    const int rows = static_cast<int>(table.rows) - static_cast<int>(head);
    const bool all_rows = table.header_rows == 0 && told == static_cast<int>(table.rows);
    if (told == rows || all_rows) continue;
    report.add_at(table.caption, report.range_of(found[0].text()),
                  fmt::format("the caption tells {}, the table has {} rows", told, rows));
  }
}

constexpr Rule kRules[] = {
    {.id = "table-row-number-gap",
     .group = "D",
     .severity = Severity::warning,
     .summary = "a column of running numbers has no hole",
     .check = check_row_gap,
     .doc = kRowGapDoc},
    {.id = "table-ragged-row",
     .group = "D",
     .severity = Severity::warning,
     .summary = "each row has the columns of its header",
     .check = check_ragged,
     .doc = kRaggedDoc},
    {.id = "table-boundary",
     .group = "J",
     .severity = Severity::warning,
     .summary = "the last cell of a table does not swallow the text behind it",
     .check = check_boundary,
     .doc = kBoundaryDoc,
     .options = kBoundaryOptions},
    {.id = "mark-matrix-normalised",
     .group = "J",
     .severity = Severity::info,
     .summary = "the ticks of a table are one mark",
     .check = check_marks,
     .doc = kMarkDoc},
    {.id = "caption-claim-count",
     .group = "D",
     .severity = Severity::error,
     .summary = "a number told in a caption is the number of rows",
     .check = check_claim,
     .doc = kClaimDoc,
     .options = kClaimOptions},
};

}  // namespace

std::span<const Rule> table_row_rules() { return kRules; }

}  // namespace rapporteur
