// Rules about how clauses are numbered, titled and divided, whatever their sequence.

#include <algorithm>
#include <map>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/outline_reading.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kTrailingStopDoc = R"md(
A clause number has no full stop after its last digit. Looked at in texts that are drafted to be
kept; contributions and agendas of many groups number "1." on purpose, and all of 20 findings in
them were judged wrong.

```fail
%kind recommendation
# 1 Scope
# 5. General  <-- '5.'
```

```pass
%kind recommendation
# 5 General
## 5.1 Voting
# Annex B. Agenda
```

```pass
%kind contribution
# 1. General
# 2. Proposal
```
)md";

void check_trailing_stop(const Subject& in, Report& report) {
  for (const Clause& clause : in.doc.clauses()) {
    if (clause.number.empty() || clause.kind == ClauseKind::annex ||
        clause.kind == ClauseKind::appendix) {
      continue;
    }
    const std::string shown = in.doc.shown_text(clause.heading);
    const std::string_view line = trim(shown);
    if (!line.starts_with(clause.number) || !line.substr(clause.number.size()).starts_with('.')) {
      continue;
    }
    report.add(clause.heading, "'{}.': no full stop after a clause number", clause.number);
  }
}

constexpr std::string_view kOnlyChildDoc = R"md(
A clause is divided into two subclauses or more, or not at all: a single subclause says nothing
that its parent could not say.

```fail
# 7 Liaison
## 7.1 General  <-- only subclause of 7
# 8 Reports
```

```pass
# 7 Liaison
## 7.1 General
## 7.2 Replies
```

```pass
%profile 3gpp
%kind 3gpp-report
# 4 General
## 4.1 Common issues
# 5 Maintenance
```
)md";

void check_only_child(const Subject& in, Report& report) {
  std::map<ClauseId, std::vector<const Clause*>> children;
  for (const Clause& clause : in.doc.clauses()) {
    if (clause.parent && !clause.number.empty()) children[clause.parent].push_back(&clause);
  }
  for (const auto& [id, below] : children) {
    const Clause& parent = in.doc.clause(id);
    if (below.size() != 1 || number_parts(parent.number).empty()) continue;
    if (!below[0]->number.starts_with(parent.number + ".")) continue;
    report.add(below[0]->heading, "clause {} is the only subclause of {}", below[0]->number,
               parent.number);
  }
}

constexpr std::string_view kTitleDoc = R"md(
A clause does not repeat the title of the clause it stands in, and no two neighbours below one
clause have the same title: a table of contents would not tell them apart. What a title says in
closing brackets is not compared.

```fail
# 7 Liaising with other bodies (TWP 3.8)
## 7.1 Liaising with other bodies (TWP 1.8)  <-- title of clause 7
## 7.2 Replies
```

```fail
# 5 Voting
## 5.1 Ballots
## 5.2 Ballots  <-- title of clause 5.1
```

```pass
# 5 Voting
## 5.1 General
# 6 Reports
## 6.1 General
```

```pass
# 5 Voting
## 5.1 Void
## 5.2 Void
```
)md";

// The title as it is compared: folded, without a closing bracket.
std::string title_key(const Clause& clause) {
  std::string_view title = trim(clause.title);
  if (title.ends_with(')')) title = trim(title.substr(0, title.rfind('(')));
  return search_key(title);
}

void check_title(const Subject& in, Report& report) {
  const std::vector<std::string>& ignored = in.config.list("ignore");
  std::map<std::pair<ClauseId, std::string>, const Clause*> siblings;
  for (const Clause& clause : in.doc.clauses()) {
    const std::string key = title_key(clause);
    if (key.empty() || clause.number.empty() || !clause.parent) continue;
    if (std::ranges::find(ignored, key) != ignored.end()) continue;
    const Clause& parent = in.doc.clause(clause.parent);
    const auto [first, fresh] = siblings.emplace(std::pair{clause.parent, key}, &clause);
    const Clause* const same = title_key(parent) == key ? &parent : fresh ? nullptr : first->second;
    // The same number again is a text that starts anew, with the same clauses.
    if (same == nullptr || same->number.empty() || same->number == clause.number) continue;
    report.add_at(clause.heading, {},
                  fmt::format("clause {} has the title of clause {}: '{}'", clause.number,
                              same->number, same->title),
                  {in.doc.block(same->heading).text});
  }
}

constexpr RuleOption kTitleOptions[] = {
    {"ignore", "[]", "titles that may stand twice, in lower case"}};

constexpr Rule kRules[] = {
    {.id = "clause-number-trailing-stop",
     .group = "D",
     .severity = Severity::info,
     .summary = "no full stop stands after a clause number",
     .check = check_trailing_stop,
     .doc = kTrailingStopDoc},
    {.id = "clause-only-child",
     .group = "D",
     .severity = Severity::info,
     .summary = "a clause has no subclause or more than one",
     .check = check_only_child,
     .doc = kOnlyChildDoc},
    {.id = "clause-title-repeated",
     .group = "D",
     .severity = Severity::info,
     .summary = "a clause does not repeat the title of its parent or neighbour",
     .check = check_title,
     .doc = kTitleDoc,
     .options = kTitleOptions},
};

}  // namespace

std::span<const Rule> clause_form_rules() { return kRules; }

}  // namespace rapporteur
