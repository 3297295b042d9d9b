// Rules about the tags by which a report points to the rows of a list of its own: IWX-09.

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/text/whole_number.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

int number_in(std::string_view text) { return whole_number(text).value_or(-1); }

// A table whose first column numbers its rows: number and the row's first block.
using Rows = std::map<int, BlockId>;

Rows numbered_rows(const Document& doc, const Table& table) {
  Rows rows;
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    const CellId cell = table.at(row, 0);
    if (!cell || doc.cell(cell).blocks.empty()) continue;
    const int number = number_in(doc.cell_text(cell));
    if (number >= 0) rows.emplace(number, doc.cell(cell).blocks.begin);
  }
  return rows;
}

struct Tag {
  int number = 0;
  PlacedMatch hit;
};

// Every "ABC-12" by its letters.
std::map<std::string, std::vector<Tag>> tags_of(SharedScan& shared) {
  std::map<std::string, std::vector<Tag>> tags;
  for (const PlacedMatch& hit : shared.matches(R"(\b([A-Z]{2,5})-(\d{2,3})(?:\b|[a-z]))")) {
    const int number = number_in(hit.group(2));
    tags[std::string(hit.group(1))].push_back({number, hit});
  }
  return tags;
}

// A list and the tags that point into it.
struct Pointers {
  std::string letters;
  const std::vector<Tag>* tags = nullptr;
  Rows rows;
  std::set<int> used;
};

// The tags belong to a list when nearly all of their numbers are rows of it and more than half of
// its rows are pointed to. Few tags prove nothing.
bool point_into(const std::set<int>& used, const Rows& rows) {
  constexpr std::size_t kFewest = 6;
  if (used.size() < kFewest || rows.size() < kFewest) return false;
  const auto hit = [&](int number) { return rows.contains(number); };
  const auto met = static_cast<std::size_t>(std::ranges::count_if(used, hit));
  return met * 10 >= used.size() * 9 && met * 2 > rows.size();
}

std::vector<Pointers> pointers(const Document& doc,
                               const std::map<std::string, std::vector<Tag>>& tags) {
  std::vector<Pointers> found;
  for (const auto& [letters, places] : tags) {
    std::set<int> used;
    for (const Tag& tag : places) used.insert(tag.number);
    for (const Table& table : doc.tables()) {
      Rows rows = numbered_rows(doc, table);
      if (point_into(used, rows)) found.push_back({letters, &places, std::move(rows), used});
    }
  }
  return found;
}

constexpr std::string_view kUnresolvedDoc = R"md(
A tag that points to a row of a list of the document ("ACT-09") has such a row. Tags are known by
what they do: at least six numbers with the same letters, nine of ten of them rows of one table whose
first column numbers its rows, and more than half of its rows pointed to.

```fail
|| No | Point |
| 01 | Rooms |
| 02 | Time |
| 03 | Tools |
| 04 | Roles |
| 05 | Cost |
| 06 | Scope |
| 07 | Names |
| 08 | Links |
| 09 | Media |
The plan takes up ACT-01, ACT-02, ACT-03, ACT-04, ACT-05, ACT-06, ACT-07, ACT-08 and ACT-09.
Further to ACT-22 the group will meet.  <-- no row 22
```

```pass
|| No | Point |
| 01 | Rooms |
| 02 | Time |
| 03 | Tools |
| 04 | Roles |
| 05 | Cost |
| 06 | Scope |
The plan takes up ACT-01, ACT-02, ACT-03, ACT-04, ACT-05 and ACT-06; see also WTSA-20.
```
)md";

void check_unresolved(const Subject& in, Report& report) {
  const std::map<std::string, std::vector<Tag>> tags = tags_of(in.shared);
  for (const Pointers& one : pointers(in.doc, tags)) {
    for (const Tag& tag : *one.tags) {
      if (one.rows.contains(tag.number)) continue;
      report.add_at(tag.hit.block, report.range_of(tag.hit.text()),
                    fmt::format("'{}': the list has no row {}", tag.hit.text(), tag.number));
    }
  }
}

constexpr std::string_view kOrphanDoc = R"md(
Every row of a list that tags point into is taken up somewhere, or is told to be dropped: a row
that nobody points to was perhaps forgotten.

```fail
|| No | Point |
| 01 | Rooms |
| 02 | Time |
| 03 | Tools |
| 04 | Roles |
| 05 | Cost |
| 06 | Scope |
| 07 | Names |  <-- no ACT tag points to row 7
The plan takes up ACT-01, ACT-02, ACT-03, ACT-04, ACT-05 and ACT-06.
```

```pass
|| No | Point |
| 01 | Rooms |
| 02 | Time |
| 03 | Tools |
| 04 | Roles |
| 05 | Cost |
| 06 | Scope |
The plan takes up ACT-01, ACT-02, ACT-03, ACT-04, ACT-05 and ACT-06.
```
)md";

void check_orphans(const Subject& in, Report& report) {
  const std::map<std::string, std::vector<Tag>> tags = tags_of(in.shared);
  for (const Pointers& one : pointers(in.doc, tags)) {
    for (const auto& [number, block] : one.rows) {
      if (one.used.contains(number)) continue;
      report.add(block, "no {} tag points to row {}", one.letters, number);
    }
  }
}

constexpr Rule kRules[] = {
    {.id = "xref-tag-unresolved",
     .group = "E",
     .severity = Severity::warning,
     .summary = "a tag that points to a row of a list has that row",
     .check = check_unresolved,
     .doc = kUnresolvedDoc},
    {.id = "xref-tag-orphan",
     .group = "E",
     .severity = Severity::info,
     .summary = "every row of a list with tags is taken up",
     .check = check_orphans,
     .doc = kOrphanDoc},
};

}  // namespace

std::span<const Rule> tag_rules() { return kRules; }

}  // namespace rapporteur
