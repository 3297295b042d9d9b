// Rules about the sequence of clause numbers.

#include <algorithm>
#include <map>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/outline_reading.hpp"
#include "validators/reading/sequence.hpp"

namespace rapporteur {
namespace {

// A text with more holes than one in this many clauses is an excerpt, such as a change request.
constexpr std::size_t kClausesPerHole = 5;

// Authors keep an automatic numbering going with a heading in hidden text: nobody reads it.
bool is_hidden(const Document& doc, BlockId heading) {
  const std::span<const Run> runs = doc.runs(heading);
  return !runs.empty() &&
         std::ranges::all_of(runs, [](const Run& run) { return run.has(Mark::hidden); });
}

// The numbered clauses of each scope, cut where a numbering starts anew.
std::vector<std::vector<Numbered>> numbered_texts(const Document& doc) {
  std::map<ScopeId, std::vector<Numbered>> scopes;
  for (std::size_t i = 0; i < doc.clauses().size(); ++i) {
    const Clause& clause = doc.clauses()[i];
    const bool label = clause.kind == ClauseKind::annex || clause.kind == ClauseKind::appendix;
    if (label || number_parts(clause.number).empty()) continue;
    if (is_hidden(doc, clause.heading)) continue;
    scopes[clause.scope].push_back(numbered(clause.number, clause.heading, i));
  }
  std::vector<std::vector<Numbered>> texts;
  for (const auto& [scope, all] : scopes) {
    for (std::vector<Numbered>& text : restarts(all)) texts.push_back(std::move(text));
  }
  return texts;
}

TextRange range_of(const Document& doc, BlockId block) { return doc.block(block).text; }

constexpr std::string_view kDuplicateDoc = R"md(
A clause number stands for one clause of its text: a reference to clause 8 must not leave the
reader with a choice. Each annex and each quoted text numbers for itself, and so does a text that
starts again at 1 after a higher number. A heading in hidden text, by which authors keep an automatic
numbering going, is no clause; it was one of the first findings judged.

```fail
# 7 Leadership
# 8 Other contacts
# 8 Lifetime  <-- clause number 8
```

```fail
# 5 Procedure
## 5.1 General
## 5.1 Voting  <-- clause number 5.1
```

```pass
# 1 Scope
# 2 Meetings
# Annex A Terms of reference
# 1 Scope
# 2 Objectives
```

```pass
# 1 Introduction
# 2 Proposal
* * * First change * * *
# 2 References
* * * End of changes * * *
# 3 Conclusion
```

```pass
# 1 Motivation
# 2 Tasks
Draft Question on accessibility
# 1 Motivation
# 2 Tasks
```
)md";

void check_duplicates(const Subject& in, Report& report) {
  for (const std::vector<Numbered>& text : numbered_texts(in.doc)) {
    for (const SequenceFault& fault : duplicates(text)) {
      const Clause& first = in.doc.clauses()[fault.first.index];
      report.add_at(fault.at.block, {},
                    fmt::format("clause number {} stands twice; before it for '{}'",
                                fault.at.number, first.title),
                    {range_of(in.doc, first.heading)});
    }
  }
}

constexpr std::string_view kGapDoc = R"md(
Clauses at one level run without gaps, so that a reader who meets clause 5 after clause 3 can
trust that nothing was lost. A clause that was taken out keeps its number with the word "Void".
A text that begins elsewhere than at 1, or that leaves many holes, is an excerpt and passes; so do
the passages that a proposal shows between lines which say so ("First change", "End of changes"),
a subclause without the clause it belongs to, which an amendment shows alone, and a clause whose
title is set as an item of a list. What "A.13" names in "A.13 justification" is a Recommendation.

```fail
# 1 Scope
# 3 Definitions  <-- expected 2
```

```fail
# 1 Scope
# 2 Messages
## 2.2 Format  <-- expected 2.1
```

```pass
# 1 Scope
# 2 References
## 2.1 Normative references
## 2.2 Informative references
# 3 Void
# 4 Messages
```

```pass
# 6 Procedures
## 6.4 Attach
# 9 Timers
```

```pass
%profile itu-t
# A.13 justification for proposed draft new Supplement 99
# 1 Scope
# 2 References
```

```pass
# 1 Introduction
# 2 New clause 7.4
## 7.4 Classes of loss
```

```pass
# 1 Introduction
2. Edits
Insert the sentence.
# 3 Rationale
```

```pass
# 1 Introduction
# 2 Proposal
--- Beginning of proposed change ---
## 7.2 Scaling aspects
# 9 Timers
--- End of proposed change ---
# 3 Conclusion
```

```fail
# 1 Introduction
1. One thing
2. Another
# 3 Rationale  <-- expected 2
```
)md";

// Whether the clause that is missed before `next` stands there as an item, "5. Edits". An item that
// follows its own predecessor is one of a list and no clause.
bool stands_as_item(const Document& doc, const Numbered& next, int expected) {
  const std::string stem = next.parent.empty() ? std::string() : next.parent + ".";
  const std::string wanted = fmt::format("{}{}", stem, expected);
  const std::string before = fmt::format("{}{}", stem, expected - 1);
  bool found = false;
  for (std::uint32_t i = next.block.index; i-- > 0;) {
    const BlockKind kind = doc.block(BlockId{i}).kind;
    const std::string shown = doc.shown_text(BlockId{i});
    const bool below = shown.starts_with(wanted + ".");  // "5.1" below "5"
    if (kind == BlockKind::heading && !below && !shown.empty() && is_digit(shown[0])) break;
    if (kind != BlockKind::list_item) continue;
    std::string_view label = doc.label(BlockId{i});
    if (label.ends_with('.')) label.remove_suffix(1);
    if (label == before) return false;
    found = found || label == wanted;
  }
  return found;
}

bool starts_at_one(const std::vector<Numbered>& text) {
  return std::ranges::any_of(
      text, [](const Numbered& one) { return one.parent.empty() && one.last <= 1; });
}

constexpr RuleOption kGapOptions[] = {
    {"no-numbers", "[]", "patterns of headings that begin with what is no number of theirs", true},
};

// "7.4" in a text that has no clause 7.
bool stands_alone(const std::vector<Numbered>& text, const Numbered& one) {
  return !one.parent.empty() && is_digit(one.parent[0]) &&
         std::ranges::find(text, one.parent, &Numbered::number) == text.end();
}

bool is_excerpt(const Document& doc, const std::vector<Numbered>& text) {
  return doc.scope(doc.scope_of(text.front().block)).kind == ScopeKind::excerpt;
}

void check_gaps(const Subject& in, Report& report) {
  const std::vector<std::string>& no_numbers = in.config.list("no-numbers");
  for (const std::vector<Numbered>& text : numbered_texts(in.doc)) {
    if (!starts_at_one(text) || is_excerpt(in.doc, text)) continue;
    std::vector<SequenceFault> faults = holes(text, false);
    std::erase_if(faults, [&](const SequenceFault& fault) {
      return matches_any(in.doc.shown_text(fault.at.block), no_numbers) ||
             stands_as_item(in.doc, fault.at, fault.expected);
    });
    if (faults.size() > 1 && faults.size() * kClausesPerHole > text.size()) continue;
    std::erase_if(faults, [&](const SequenceFault& fault) { return stands_alone(text, fault.at); });
    for (const SequenceFault& fault : faults) {
      const std::string& parent = fault.at.parent;
      report.add(fault.at.block, "clause {}: expected {}{}{}", fault.at.number, parent,
                 parent.empty() ? "" : ".", fault.expected);
    }
  }
}

constexpr std::string_view kOrderDoc = R"md(
Clauses appear in the order of their numbers.

```fail
# 5 Procedure
## 5.2 Voting
## 5.1 Quorum  <-- clause 5.1 stands after 5.2
```

```pass
# 5 Procedure
## 5.1 Quorum
## 5.2 Voting
# 6 Reports
```
)md";

void check_order(const Subject& in, Report& report) {
  for (const std::vector<Numbered>& text : numbered_texts(in.doc)) {
    for (const SequenceFault& fault : disorders(text)) {
      report.add_at(fault.at.block, {},
                    fmt::format("clause {} stands after {}", fault.at.number, fault.first.number),
                    {range_of(in.doc, fault.first.block)});
    }
  }
}

constexpr Rule kRules[] = {
    {.id = "clause-number-duplicate",
     .group = "D",
     .severity = Severity::error,
     .summary = "a clause number occurs once in its text",
     .check = check_duplicates,
     .doc = kDuplicateDoc},
    {.id = "clause-number-gap",
     .group = "D",
     .severity = Severity::warning,
     .summary = "clause numbers run without gaps",
     .check = check_gaps,
     .doc = kGapDoc,
     .options = kGapOptions},
    {.id = "clause-number-order",
     .group = "D",
     .severity = Severity::error,
     .summary = "clauses appear in the order of their numbers",
     .check = check_order,
     .doc = kOrderDoc},
};

}  // namespace

std::span<const Rule> clause_rules() { return kRules; }

}  // namespace rapporteur
