// Rules about clauses that are empty or not divided.

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/outline_reading.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kEmptyOptions[] = {
    {"titles", "[]", "patterns of number and title of clauses that must have words", true}};

constexpr std::string_view kEmptyDoc = R"md(
A clause that a Recommendation must have and that has nothing to say, says so: "None." An empty one
looks like one that was lost.

```fail
%kind recommendation
# 4 Abbreviations and acronyms
None.
# 5 Conventions  <-- is empty
# 6 Architecture
```

```pass
%kind recommendation
# 3 Definitions
## 3.1 Terms defined elsewhere
None.
# 5 Conventions
None.
# 6 Architecture
```
)md";

bool has_subclause(const std::vector<PartLine>& lines, std::size_t line) {
  for (std::size_t next = line + 1; next < lines.size(); ++next) {
    if (lines[next].heading) return lines[next].number.starts_with(lines[line].number + ".");
  }
  return false;
}

bool has_anything(const Document& doc, BlockRange blocks) {
  for (std::uint32_t i = blocks.begin.index; i < blocks.end.index; ++i) {
    if (doc.block(BlockId{i}).kind == BlockKind::table) return true;
  }
  return static_cast<bool>(first_words(doc, blocks));
}

void check_empty(const Subject& in, Report& report) {
  const std::vector<PartLine>& lines = in.shared.part_lines();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].heading || lines[i].number.empty()) continue;
    const std::string shown = lines[i].number + " " + lines[i].title;
    if (!matches_any(shown, in.config.list("titles"))) continue;
    if (has_subclause(lines, i) || has_anything(in.doc, under(in.doc, lines, i))) continue;
    report.add(lines[i].block, "clause {} is empty; where there is nothing to say, it says 'None.'",
               lines[i].number);
  }
}

constexpr RuleOption kSplitOptions[] = {
    {"title", "", "pattern of number and title of the clause of definitions", true},
    {"parts", "[]", "patterns of the titles of its two parts", true},
    {"empty", "[]", "patterns of what says that there is nothing to say", true},
};

constexpr std::string_view kSplitDoc = R"md(
The clause of definitions is divided into terms that other texts define and terms that this one
defines: the first are looked up there, the second are owned here.

```fail
%kind recommendation
# 3 Definitions  <-- is not divided
3.1 key relay: method of passing keys.
# 4 Abbreviations and acronyms
```

```pass
%kind recommendation
# 3 Definitions
## 3.1 Terms defined elsewhere
None.
## 3.2 Terms defined in this Recommendation
# 4 Abbreviations and acronyms
```
)md";

// No words at all, or those that say that there is nothing to say.
bool says_nothing(const Subject& in, BlockRange blocks) {
  const BlockId first = first_words(in.doc, blocks);
  return !first || matches_any(trim(in.doc.text(first)), in.config.list("empty"));
}

void check_split(const Subject& in, Report& report) {
  const std::vector<PartLine>& lines = in.shared.part_lines();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PartLine& clause = lines[i];
    if (!clause.heading ||
        !found_in(clause.number + " " + clause.title, in.config.text("title", "^$"))) {
      continue;
    }
    const bool divided = std::ranges::any_of(lines, [&](const PartLine& part) {
      return part.number.starts_with(clause.number + ".") &&
             matches_any(part.title, in.config.list("parts"));
    });
    const BlockRange blocks = under(in.doc, lines, i);
    if (divided || says_nothing(in, blocks)) continue;
    report.add(clause.block, "clause {} is not divided into terms of other texts and its own",
               clause.number);
  }
}

constexpr Rule kRules[] = {
    {.id = "rec-empty-clause-text",
     .group = "C",
     .severity = Severity::warning,
     .summary = "a clause with nothing to say says so",
     .check = check_empty,
     .doc = kEmptyDoc,
     .options = kEmptyOptions},
    {.id = "rec-definitions-split",
     .group = "C",
     .severity = Severity::warning,
     .summary = "terms defined elsewhere and here are told apart",
     .check = check_split,
     .doc = kSplitDoc,
     .options = kSplitOptions},
};

}  // namespace

std::span<const Rule> empty_clause_rules() { return kRules; }

}  // namespace rapporteur
