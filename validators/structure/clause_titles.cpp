// Rules about the titles of clauses, in the text and in its table of contents.

#include <algorithm>
#include <set>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kUntitledOptions[] = {
    {"longest", "12", "words that a title may have"},
    {"share", "50", "percent of clauses without title from which on that is the document's way"},
};

constexpr std::string_view kUntitledDoc = R"md(
A numbered clause has a title, which a table of contents can show; a number in front of a whole
sentence gives none. A text that numbers its paragraphs throughout, as the A series does, passes.

```fail
%kind recommendation
# 1 Scope
# 2 References
# 3 The relay sends the key to the next node and stores it there for an hour.  <-- clause 3 has no title
# 4 Abbreviations and acronyms
```

```pass
%kind recommendation
# 1 Scope
# 2 References
# 3 Key relay
The relay sends the key to the next node and stores it there for an hour.
```
)md";

void check_untitled(const Subject& in, Report& report) {
  const auto longest = static_cast<std::size_t>(in.config.integer("longest", 12));
  std::vector<const Clause*> untitled;
  std::size_t numbered = 0;
  for (const Clause& clause : in.doc.clauses()) {
    if (number_parts(clause.number).empty()) continue;
    ++numbered;
    const bool sentence = trim(clause.title).ends_with('.');
    if (sentence && words(clause.title).size() > longest) untitled.push_back(&clause);
  }
  const auto share = static_cast<std::size_t>(in.config.integer("share", 50));
  if (untitled.size() * 100 >= numbered * share) return;
  for (const Clause* clause : untitled) {
    report.add(clause->heading, "clause {} has no title but a sentence", clause->number);
  }
}

constexpr RuleOption kTocOptions[] = {
    {"share", "70", "percent of entries that must be found before the others are reported"},
};

constexpr std::string_view kTocDoc = R"md(
The entries of a table of contents are the headings of the text; one that is not was made before its
heading was changed. Looked at are entries with a number, where nearly all of the others are found.

```fail
%kind recommendation
@{toc 1} 1	Scope	3
@{toc 1} 2	References	3
@{toc 1} 3	Terms	4  <-- no heading '3 Terms'
@{toc 1} 4	Abbreviations	5
@{toc 1} 5	Conventions	5
# 1 Scope
# 2 References
# 3 Definitions
# 4 Abbreviations
# 5 Conventions
```

```pass
%kind recommendation
@{toc 1} 1	Scope	3
@{toc 1} 2	References	3
# 1 Scope
# 2 References
# 3 Definitions
```
)md";

struct TocEntry {
  BlockId block;
  std::string shown;  // number and title
  std::string key;
};

std::vector<TocEntry> toc_entries(const Document& doc) {
  std::vector<TocEntry> entries;
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    if (doc.block(BlockId{i}).kind != BlockKind::toc) continue;
    const std::string line = doc.shown_text(BlockId{i});
    const std::vector<PatternMatch> found =
        matches(line, compiled(R"(^\s*(\d+(?:\.\d+)*)\s+(\S.*?)[\s.]*\t?\s*\d+\s*$)"));
    if (found.empty()) continue;
    const std::string shown = std::string(found[0].groups[1]) + " " + collapse(found[0].groups[2]);
    entries.push_back({BlockId{i}, shown, search_key(shown)});
  }
  return entries;
}

// The lines that begin with a number, as the entries do.
std::set<std::string> numbered_lines(const Document& doc) {
  constexpr std::size_t kLongest = 300;  // bytes
  std::set<std::string> lines;
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    const BlockKind kind = doc.block(BlockId{i}).kind;
    if (kind == BlockKind::toc || kind == BlockKind::table) continue;
    if (!is_digit(first_shown(doc, BlockId{i}))) continue;
    const std::string shown = collapse(doc.shown_text(BlockId{i}));
    if (shown.size() < kLongest) lines.insert(search_key(shown));
  }
  return lines;
}

void check_toc(const Subject& in, Report& report) {
  const std::vector<TocEntry> entries = toc_entries(in.doc);
  if (entries.empty()) return;
  const std::set<std::string> headings = numbered_lines(in.doc);
  std::vector<const TocEntry*> lost;
  for (const TocEntry& entry : entries) {
    if (!headings.contains(entry.key)) lost.push_back(&entry);
  }
  const auto share = static_cast<std::size_t>(in.config.integer("share", 70));
  if ((entries.size() - lost.size()) * 100 < entries.size() * share) return;
  for (const TocEntry* entry : lost) {
    report.add(entry->block, "there is no heading '{}'", entry->shown);
  }
}

constexpr Rule kRules[] = {
    {.id = "untitled-clause",
     .group = "C",
     .severity = Severity::warning,
     .summary = "a numbered clause has a title",
     .check = check_untitled,
     .doc = kUntitledDoc,
     .options = kUntitledOptions},
    {.id = "toc-mismatch",
     .group = "C",
     .severity = Severity::warning,
     .summary = "a table of contents has the headings of the text",
     .check = check_toc,
     .doc = kTocDoc,
     .options = kTocOptions},
};

}  // namespace

std::span<const Rule> clause_title_rules() { return kRules; }

}  // namespace rapporteur
