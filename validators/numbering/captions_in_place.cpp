// Rules about captions that are missing or numbered for another place, and the labels of
// appendices.

#include <algorithm>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/caption_reading.hpp"
#include "validators/reading/outline_reading.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kOutlineOptions[] = {
    {"outline", "[]", "patterns of titles of clauses that a text has before it is looked at", true},
};

constexpr std::string_view kPrefixDoc = R"md(
Tables and figures of an annex carry its letter, those of an appendix its numeral, and begin at 1
there: "Table 4" in an annex is taken for the fourth table of the body.

```fail
%kind recommendation
# 1 Scope
Table 1 – Roles
# 2 References
# 3 Definitions
# Annex A Formats
Table 4 – Fields  <-- 'Table 4' in Annex A
```

```pass
%kind recommendation
# 1 Scope
Table 1 – Roles
# 2 References
# 3 Definitions
# Annex A Formats
Table A.1 – Fields
# Appendix II Examples
Figure II.1 – Flow
```
)md";

std::string mark_of(std::string_view label) {
  const std::size_t blank = label.find(' ');
  return blank == std::string_view::npos ? std::string() : std::string(trim(label.substr(blank)));
}

void check_prefix(const Subject& in, Report& report) {
  if (!has_titles(in.doc, in.config.list("outline"))) return;
  for (const Caption& caption : in.shared.captions()) {
    if (!caption.scope || caption.kind == CaptionKind::other) continue;
    const Scope& scope = in.doc.scope(caption.scope);
    const std::string mark = mark_of(scope.label);
    if (scope.kind != ScopeKind::annex || mark.empty()) continue;
    if (starts_with_ignoring_case(caption.number, mark)) continue;
    report.add(caption.block, "'{} {}' in {}: expected {} {}.n", caption.word, caption.number,
               scope.label, caption.word, mark);
  }
}

constexpr RuleOption kMissingOptions[] = {
    {"rows", "3", "rows from which on a grid is a table that needs a caption"},
    {"share", "60", "percent of such tables that have a caption before the others are missed"},
};

constexpr std::string_view kMissingDoc = R"md(
Every table has a number and a title. Grids that lay out a page (those of few rows or one column,
before the first clause, with labels that end in a colon) are none, and a document that gives
captions to few of its tables leads its readers in another way.

```fail
%kind recommendation
# 1 Scope
Table 1 – Roles
|| Role | Duty |
| Chair | opens |
| Editor | writes |
Table 2 – Days
|| Day | Hour |
| one | 9 |
| two | 10 |
# 2 Rooms
The rooms are these.
|| Room | Floor |  <-- a table of 3 rows without number and title
| A | 1 |
| B | 2 |
```

```pass
%kind recommendation
# 1 Scope
Table 1 – Roles
|| Role | Duty |
| Chair | opens |
| Editor | writes |
# 2 Contact
| Tel.: | 1 |
| Fax: | 2 |
| Mail: | 3 |
```
)md";

// Blocks of the table's first cell with words in it.
BlockId first_block(const Document& doc, const Table& table) {
  for (const CellId cell : table.cells) {
    if (!doc.cell(cell).blocks.empty()) return doc.cell(cell).blocks.begin;
  }
  return table.block;
}

bool is_layout(const Document& doc, const Table& table) {
  const ClauseId clause = doc.clause_of(table.block);
  if (doc.block(table.block).cell || !clause) return true;
  if (doc.clause(clause).kind == ClauseKind::references) return true;  // the back cover
  for (const CellId cell : table.cells) {
    const std::string text = collapse(doc.cell_text(cell));
    if (text.ends_with(':')) return true;
  }
  return false;
}

// A caption near it that was not read as the table's own.
bool has_caption_near(const Document& doc, const Table& table) {
  constexpr std::uint32_t kNear = 3;  // blocks
  const std::uint32_t begin = table.block.index > kNear ? table.block.index - kNear : 0;
  for (std::uint32_t i = begin; i < table.block.index; ++i) {
    if (doc.block(BlockId{i}).kind == BlockKind::caption) return true;
  }
  const CellId last = table.cells.empty() ? CellId{} : table.cells.back();
  const std::uint32_t end = last ? doc.cell(last).blocks.end.index : table.block.index + 1;
  for (std::uint32_t i = table.block.index; i < end + kNear && i < doc.blocks().size(); ++i) {
    if (doc.block(BlockId{i}).kind == BlockKind::caption) return true;
  }
  return false;
}

void check_missing(const Subject& in, Report& report) {
  const auto rows = static_cast<std::uint32_t>(in.config.integer("rows", 3));
  std::vector<const Table*> bare;
  std::size_t all = 0;
  for (const Table& table : in.doc.tables()) {
    if (table.rows < rows || table.columns < 2 || is_layout(in.doc, table)) continue;
    ++all;
    if (!table.caption && !has_caption_near(in.doc, table)) bare.push_back(&table);
  }
  const auto share = static_cast<std::size_t>(in.config.integer("share", 60));
  if ((all - bare.size()) * 100 < all * share) return;
  for (const Table* table : bare) {
    report.add(first_block(in.doc, *table), "a table of {} rows without number and title",
               table->rows);
  }
}

constexpr std::string_view kRomanDoc = R"md(
Appendices have capital Roman numerals, so that they are not taken for annexes, which have letters
and belong to the text.

```fail
%kind recommendation
# 1 Scope
# Appendix B Examples  <-- 'Appendix B'
```

```pass
%kind recommendation
# 1 Scope
# Appendix II Examples
```
)md";

void check_roman(const Subject& in, Report& report) {
  for (const PartLine& line : in.shared.part_lines()) {
    if (!line.heading || !starts_with_ignoring_case(line.number, "appendix ")) continue;
    const std::string mark = mark_of(line.number);
    if (roman_value(mark) > 0 && mark.find_first_not_of("IVX") == std::string::npos) continue;
    report.add(line.block, "'{}': appendices have Roman numerals", line.number);
  }
}

constexpr Rule kRules[] = {
    {.id = "table-annex-prefix",
     .group = "D",
     .severity = Severity::warning,
     .summary = "tables and figures of an annex carry its letter",
     .check = check_prefix,
     .doc = kPrefixDoc,
     .options = kOutlineOptions},
    {.id = "caption-missing",
     .group = "D",
     .severity = Severity::info,
     .summary = "every table has a number and a title",
     .check = check_missing,
     .doc = kMissingDoc,
     .options = kMissingOptions},
    {.id = "appendix-label-roman",
     .group = "D",
     .severity = Severity::error,
     .summary = "appendices have Roman numerals",
     .check = check_roman,
     .doc = kRomanDoc},
};

}  // namespace

std::span<const Rule> captions_in_place_rules() { return kRules; }

}  // namespace rapporteur
