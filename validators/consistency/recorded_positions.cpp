// Rules about tables of positions and of meetings, and what the text says beside them.

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

std::string cell_at(const Document& doc, const Table& table, std::uint32_t row,
                    std::uint32_t column) {
  const CellId cell = table.at(row, column);
  return cell ? collapse(doc.cell_text(cell)) : std::string();
}

BlockId block_at(const Document& doc, const Table& table, std::uint32_t row, std::uint32_t column) {
  const CellId cell = table.at(row, column);
  const bool filled = cell && !doc.cell(cell).blocks.empty();
  return filled ? doc.cell(cell).blocks.begin : table.block;
}

// A table whose header names a party and a stance.
struct PositionTable {
  const Table* table = nullptr;
  std::uint32_t party = 0;
  std::uint32_t stance = 0;
};

bool any_found(std::string_view text, const std::vector<std::string>& patterns) {
  return std::ranges::any_of(patterns,
                             [&](const std::string& pattern) { return found_in(text, pattern); });
}

std::vector<PositionTable> position_tables(const Subject& in) {
  std::vector<PositionTable> found;
  for (const Table& table : in.doc.tables()) {
    std::optional<std::uint32_t> party;
    std::optional<std::uint32_t> stance;
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      const std::string head = cell_at(in.doc, table, 0, column);
      if (!party && any_found(head, in.config.list("party"))) party = column;
      if (any_found(head, in.config.list("stance"))) stance = column;
    }
    if (party && stance && party != stance) found.push_back({&table, *party, *stance});
  }
  return found;
}

constexpr RuleOption kOptions[] = {
    {"party", "[]", "heads of the column of parties", true},
    {"stance", "[]", "heads of the column of positions", true},
    {"told", "[]", "how a sentence tells a position; group 1 is the party", true},
    {"not-parties", "[]", "words that begin such a sentence and are no party"},
    {"offices", "[]", "what names an office in the column of parties", true},
};

constexpr std::string_view kMissingDoc = R"md(
Everybody whose position the text tells is a row of the table of positions. A reader of the table
alone would not learn of the others.

```fail
%kind report
Kestria explained that it decided to change its position and object to the new group.  <-- Kestria
Table 1 – Positions
|| Delegation | Object/Support |
| Norland | Object |
| Sundmark | Support |
```

```pass
%kind report
Norland decided to change its position and object to the new group.
The Chairman said that some object to the group. Objections were voiced.
Table 1 – Positions
|| Delegation | Object/Support |
| Norland | Object |
| Sundmark | Support |
```
)md";

std::string all_parties(const Subject& in, const std::vector<PositionTable>& tables) {
  std::string all;
  for (const PositionTable& one : tables) {
    for (std::uint32_t row = 1; row < one.table->rows; ++row) {
      all += cell_at(in.doc, *one.table, row, one.party) + "\n";
    }
  }
  return all;
}

void check_missing(const Subject& in, Report& report) {
  const std::vector<PositionTable> tables = position_tables(in);
  if (tables.empty()) return;
  const std::string parties = all_parties(in, tables);
  std::set<std::string> told;
  for (const Sentence& sentence : in.shared.sentences()) {
    if (in.doc.block(sentence.block).cell) continue;
    for (const std::string& pattern : in.config.list("told")) {
      const std::vector<PatternMatch> found = matches(sentence.text, compiled(pattern));
      if (found.empty()) continue;
      const std::string party(found[0].groups.at(1));
      const std::vector<std::string>& others = in.config.list("not-parties");
      const std::string_view first = words(party).front();
      if (std::ranges::find(others, first) != others.end()) continue;
      if (parties.find(party) != std::string::npos || !told.insert(party).second) continue;
      report.add_at(sentence.block, report.range_of(found[0].groups.at(1)),
                    fmt::format("{} has a position here and no row in the table", party));
    }
  }
}

constexpr std::string_view kValueDoc = R"md(
The positions of a table come from one list of words in one spelling.

```fail
|| Delegation | Object/Support |
| Norland | Object |
| Kestria | abstain |  <-- 'abstain'
| Sundmark | Support |
```

```pass
|| Delegation | Object/Support |
| Norland | Object |
| Kestria | Abstain |
| Sundmark | N/A |
```
)md";

void check_value(const Subject& in, Report& report) {
  for (const PositionTable& one : position_tables(in)) {
    std::vector<std::uint32_t> small;
    std::size_t capital = 0;
    for (std::uint32_t row = 1; row < one.table->rows; ++row) {
      const std::string value = cell_at(in.doc, *one.table, row, one.stance);
      if (value.empty() || words(value).size() > 2) continue;
      if (is_upper(value[0])) {
        ++capital;
      } else if (is_alpha(value[0])) {
        small.push_back(row);
      }
    }
    if (small.size() >= capital) continue;
    for (const std::uint32_t row : small) {
      report.add(block_at(in.doc, *one.table, row, one.stance),
                 "'{}': the other positions begin with a capital",
                 cell_at(in.doc, *one.table, row, one.stance));
    }
  }
}

constexpr std::string_view kRoleDoc = R"md(
A row of a table of positions names a delegation or an office, not now one and now the other: who
speaks for a group and who for a country would be counted alike.

```fail
|| Delegation | Object/Support |
| Norland | Object |
| Kestria (SG13 Chairman) | Support |  <-- SG13 Chairman
```

```pass
|| Delegation | Object/Support |
| Norland | Object |
| Kestria | Support |
```
)md";

void check_role(const Subject& in, Report& report) {
  for (const PositionTable& one : position_tables(in)) {
    for (std::uint32_t row = 1; row < one.table->rows; ++row) {
      const std::string party = cell_at(in.doc, *one.table, row, one.party);
      if (!any_found(party, in.config.list("offices"))) continue;
      report.add(block_at(in.doc, *one.table, row, one.party),
                 "'{}' is or holds an office, among delegations", party);
    }
  }
}

constexpr std::string_view kMeetingDoc = R"md(
A numbered meeting has one date. Rows that give one number two dates more than a month apart confuse
two meetings.

```fail
|| Document | Meeting | Date |
| DOC1 | RG-X #4 | 05/05/2023 |
| DOC2 | RG-X #5 | 07/06/2023 |
| DOC6 | RG-X #4 | 07/05/2024 |  <-- RG-X #4
```

```pass
|| Document | Meeting | Date |
| DOC1 | RG-X #4 | 05/05/2023 |
| DOC2 | RG-X #4 | 06/05/2023 |
| DOC3 | RG-X #5 | 07/06/2023 |
```
)md";

struct Held {
  Date date;
  BlockId block;
};

void check_row(const Subject& in, const Table& table, std::uint32_t row,
               std::map<std::string, Held>& first, Report& report) {
  std::string meeting;
  std::optional<Date> date;
  BlockId block;
  constexpr std::size_t kLongest = 40;  // bytes of a meeting's name or a date
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    const std::string text = cell_at(in.doc, table, row, column);
    if (text.empty() || text.size() > kLongest) continue;
    if (found_in(text, R"(^[A-Z][\w-]+(?: [A-Z][\w-]+)? ?#\d+$)")) meeting = text;
    const std::vector<DateMention> dates = find_dates(text);
    if (dates.size() != 1 || dates[0].end - dates[0].begin != text.size()) continue;
    date = dates[0].from;
    block = block_at(in.doc, table, row, column);
  }
  if (meeting.empty() || !date || date->day == 0) return;
  const auto [earlier, fresh] = first.emplace(meeting, Held{*date, block});
  constexpr int kMonth = 31;
  if (fresh || std::abs(day_number(*date) - day_number(earlier->second.date)) <= kMonth) return;
  report.add_at(
      block, {},
      fmt::format("{} on {} here, on {} above", meeting, date->iso(), earlier->second.date.iso()),
      {in.doc.block(earlier->second.block).text});
}

void check_meetings(const Subject& in, Report& report) {
  std::map<std::string, Held> first;
  std::set<std::pair<TableId, std::uint32_t>> rows;  // that may name such a meeting
  for (const PlacedMatch& hit : in.shared.matches(R"([\w-] ?#\d+\s*$)")) {
    const CellId cell = in.doc.block(hit.block).cell;
    if (cell) rows.emplace(in.doc.cell(cell).table, in.doc.cell(cell).row);
  }
  for (const auto& [table, row] : rows) check_row(in, in.doc.table(table), row, first, report);
}

constexpr Rule kRules[] = {
    {.id = "position-missing-from-table",
     .group = "J",
     .severity = Severity::error,
     .summary = "whose position the text tells is a row of the table",
     .check = check_missing,
     .doc = kMissingDoc,
     .options = kOptions},
    {.id = "position-value-invalid",
     .group = "J",
     .severity = Severity::warning,
     .summary = "positions come from one list in one spelling",
     .check = check_value,
     .doc = kValueDoc,
     .options = kOptions},
    {.id = "role-as-delegation",
     .group = "J",
     .severity = Severity::info,
     .summary = "a row of positions names a delegation, not an office",
     .check = check_role,
     .doc = kRoleDoc,
     .options = kOptions},
    {.id = "meeting-number-date-conflict",
     .group = "J",
     .severity = Severity::error,
     .summary = "a numbered meeting has one date",
     .check = check_meetings,
     .doc = kMeetingDoc},
};

}  // namespace

std::span<const Rule> recorded_position_rules() { return kRules; }

}  // namespace rapporteur
