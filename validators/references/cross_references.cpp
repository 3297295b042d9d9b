// Rules about what a text says of its own clauses, tables, figures and annexes.

#include <algorithm>
#include <set>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/caption_reading.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/sequence.hpp"
#include "validators/reading/shared_scan.hpp"
#include "validators/references/citation_reading.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kOptions[] = {
    {"words", "[]", "what a citation begins with: \"clause\", \"clauses\""},
    {"documents", "[]", "patterns of what names another document", true},
    {"least", "2", "numbered targets that the document must have"},
};

// What passages of another text cite is found in that text.
bool is_in_excerpt(const Document& doc, BlockId block) {
  const ScopeId scope = doc.scope_of(block);
  return scope && doc.scope(scope).kind == ScopeKind::excerpt;
}

std::vector<Citation> citations(const Subject& in) {
  std::vector<Citation> all =
      citations(in.shared, in.config.list("words"), in.config.list("documents"));
  for (Citation& one : all) one.external = one.external || is_in_excerpt(in.doc, one.block);
  return all;
}

std::size_t least(const Subject& in, std::int64_t fallback) {
  return static_cast<std::size_t>(in.config.integer("least", fallback));
}

std::set<std::string> clause_numbers(const Document& doc) {
  std::set<std::string> numbers;
  for (const Clause& clause : doc.clauses()) {
    if (!number_parts(clause.number).empty()) numbers.insert(clause.number);
  }
  // Paragraphs may be numbered without a title.
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    if (doc.block(BlockId{i}).cell || !is_prose(doc, BlockId{i})) continue;
    const char first = first_shown(doc, BlockId{i});
    if (!is_digit(first) && !is_upper(first)) continue;
    const std::string shown = doc.shown_text(BlockId{i});
    const std::string_view number = split_number(shown).number;
    if (number.find('.') != std::string_view::npos) numbers.emplace(number);
  }
  return numbers;
}

bool exists(const std::set<std::string>& known, const std::string& number) {
  return known.contains(number) || std::ranges::any_of(known, [&](const std::string& one) {
           return one.starts_with(number + ".");
         });
}

constexpr std::string_view kClauseDoc = R"md(
"Clause n" without the name of a document means a clause of this text, and that clause exists.

```fail
%kind recommendation
# 1 Scope
# 2 References
# 3 Definitions
# 6 Architecture
The relay is described in clause 9.9.  <-- clause 9.9
The architecture is that of [ITU-T Y.3800]. Clause 9.8 gives the roles.  <-- clause 9.8
```

```pass
%kind recommendation
# 1 Scope
# 2 References
# 3 Definitions
# 6 Architecture
## 6.1 Relay
## 6.2 Changes to clause 9.9
See clauses 6, 6.1 and clause 9.9 of ITU-T X.200; ITU-T Y.3800, clause 12 says more.
The properties are those of clause 9.9, Table 9.9-1 of ITU-T X.200.
```
)md";

void check_clauses(const Subject& in, Report& report) {
  const std::set<std::string> known = clause_numbers(in.doc);
  if (known.size() < least(in, 4)) return;
  for (const Citation& citation : citations(in)) {
    // "Changes to clause 4": an amendment heads its parts so.
    if (citation.external || in.doc.block(citation.block).kind == BlockKind::heading) continue;
    for (const std::string& number : citation.numbers) {
      if (number_parts(number).empty() || exists(known, number)) continue;
      report.add_at(citation.block, report.range_of(citation.text),
                    fmt::format("there is no clause {} in this text", number));
    }
  }
}

constexpr std::string_view kExternalDoc = R"md(
A clause of another document is cited with that document. A clause number that this text does not
have, with no document named, sends the reader to a clause that is not there. Numbers of three parts
and more are taken for clauses also without the word ("the procedure in 2.2.7.1").

```fail
# 1 Officials
## 1.1 Chair
## 1.2 Vice-chairs
# 2 Participation
# 3 Meetings
# 4 Votes
The same rules as those in clause 1.7 apply.  <-- clause 1.7
Later versions are approved by the procedure in 2.2.7.1.  <-- 2.2.7.1
```

```pass
# 1 Officials
## 1.1 Chair
## 1.2 Vice-chairs
# 2 Participation
# 3 Meetings
# 4 Votes
The rules of clause 1.1 apply, and clause 1.7 of the Working Procedures (see 1.2 above).
```
)md";

void check_external(const Subject& in, Report& report) {
  const std::set<std::string> known = clause_numbers(in.doc);
  if (known.size() < least(in, 6)) return;
  std::vector<Citation> all = citations(in);
  constexpr std::string_view kBare = R"(\b(?:see|in|of|with|under|per|to) (\d+(?:\.\d+){2,5})\b)";
  for (const PlacedMatch& hit : in.shared.matches(kBare)) {
    const std::string_view number = hit.group(1);
    all.push_back(
        {hit.block,
         "",
         number,
         {std::string(number)},
         false,
         found_in(in.doc.text(hit.block), R"((?i)versions? \d|release \d|\bV\d|address)")});
  }
  for (const Citation& citation : all) {
    if (citation.external) continue;
    for (const std::string& number : citation.numbers) {
      if (number_parts(number).empty() || exists(known, number)) continue;
      report.add_at(citation.block, report.range_of(citation.text),
                    fmt::format("'{}': this text has no clause {}; name the document that has",
                                citation.text, number));
    }
  }
}

// "3.2" as "9.9", "A.1" as "Z.9": numbers of one form.
std::string shape(std::string_view number) {
  std::string out;
  for (const char c : number) {
    const char kind = is_digit(c) ? '9' : is_alpha(c) ? 'A' : c;
    if (out.empty() || out.back() != kind) out += kind;
  }
  return out;
}

struct Targets {
  std::set<std::string> numbers;
  std::set<std::string> shapes;
};

Targets targets(const Subject& in, CaptionKind kind) {
  Targets found;
  for (const Caption& caption : in.shared.captions()) {
    if (caption.kind != kind) continue;
    found.numbers.insert(caption.number);
    found.shapes.insert(shape(caption.number));
  }
  return found;
}

// "Table 2" is there in parts where "Table 2a" is.
bool has_parts(const Targets& targets, const std::string& number) {
  return std::ranges::any_of(targets.numbers, [&](const std::string& one) {
    return one.size() == number.size() + 1 && one.starts_with(number) && is_alpha(one.back());
  });
}

// "3.2-3.13" is a range, "5.2-1" a number.
bool resolves(const Targets& targets, const std::string& number) {
  if (targets.numbers.contains(number) || has_parts(targets, number)) return true;
  const std::size_t hyphen = number.find('-');
  if (hyphen == std::string::npos) return false;
  const std::vector<std::string> all =
      spelled_out(number.substr(0, hyphen), number.substr(hyphen + 1));
  return std::ranges::all_of(all,
                             [&](const std::string& one) { return targets.numbers.contains(one); });
}

// A number below one that exists: its caption may well be there and not be read as one.
bool lies_below(const Targets& targets, const std::string& number) {
  const Numbered wanted = numbered(number, {});
  return std::ranges::any_of(targets.numbers, [&](const std::string& one) {
    const Numbered there = numbered(one, {});
    return there.parent == wanted.parent && there.last > wanted.last;
  });
}

void check_captions(const Subject& in, Report& report, CaptionKind kind, std::string_view word) {
  const Targets known = targets(in, kind);
  if (known.numbers.size() < least(in, 2)) return;
  for (const Citation& citation : citations(in)) {
    if (citation.external) continue;
    for (const std::string& number : citation.numbers) {
      if (!known.shapes.contains(shape(number)) || resolves(known, number)) continue;
      // Part of a figure: "Figure 6a".
      if (is_alpha(number.back()) && known.numbers.contains(number.substr(0, number.size() - 1))) {
        continue;
      }
      Report level = lies_below(known, number) ? report.at_most(Severity::info) : report;
      level.add_at(citation.block, report.range_of(citation.text),
                   fmt::format("there is no {} {} in this text", word, number));
    }
  }
}

constexpr std::string_view kTableDoc = R"md(
A table that is cited by its number exists; ranges are spelled out. Tables of another document are
cited with that document.

```fail
Table 1 – Members
Table 2 – Meetings
The results are in Tables 1 to 3.  <-- no table 3
The chairs are in Table 2 and the dates in Table 4.  <-- no table 4
```

```pass
Table 1 – Members
Table 2 – Meetings
Table 3 – Reports
See Tables 1-3, Table 2 and Tables 2 onwards, and Table 9 of ITU-T G.8260.
```

```pass
Table 1a – Members from Europe
Table 1b – Other members
Table 2 – Meetings
Table 3 – Reports
The members are in Table 1, the rest in Tables 1 to 3.
```

```pass
Table 1 – Members
Table 2 – Meetings
* * * First change * * *
The timers are those of Table 9.
* * * End of changes * * *
```
)md";

void check_tables(const Subject& in, Report& report) {
  check_captions(in, report, CaptionKind::table, "table");
}

constexpr std::string_view kFigureDoc = R"md(
A figure that is cited by its number exists. Figures of another document are cited with that
document.

```fail
Figure 1 – Overview
Figure 2 – Layers
The interfaces are shown in Figure 9.  <-- no figure 9
```

```pass
Figure 1 – Overview
Figure 2 – Layers
Figures 1 and 2 and part b of Figure 2b show the layers; see also Figure 9 of ITU-T G.8260.
```

```pass
%profile 3gpp
%kind 3gpp-cr
Figure 5.2-1 – Overview
Figure 5.2-2 – Layers
The steps are those of Figure 4.15-1.
```
)md";

void check_figures(const Subject& in, Report& report) {
  check_captions(in, report, CaptionKind::figure, "figure");
}

constexpr std::string_view kAnnexDoc = R"md(
An annex or appendix that is cited stands in this text, or is cited with its document. Only labels
of the form that the annexes of this text have are looked at ("Annex 2.1" where there is an
"Annex 2.2", not "Annex G" where annexes have numbers).

```fail
The terms of reference are set out in Annex A, the agenda in Annex C.  <-- no Annex C
# Annex A Terms of reference
# Annex B Members
```

```fail
Texts are found in Annex 2.1 hereinafter.  <-- no Annex 2.1
# Annex 2 Questions
# Annex 2.2 Question on coordination
```

```pass
See Annex A, Appendix I of ITU-T A.7 and Annex D of the report.[1: Published in 2016 without the contents of Annex C.]
# Annex A Terms of reference
```
)md";

std::set<std::string> annex_labels(const Document& doc) {
  std::set<std::string> labels;
  for (const Scope& scope : doc.scopes()) labels.insert(lower_ascii(scope.label));
  for (const Clause& clause : doc.clauses()) {
    if (clause.kind == ClauseKind::annex || clause.kind == ClauseKind::appendix) {
      labels.insert(lower_ascii(clause.number));
    }
  }
  labels.erase("");
  return labels;
}

std::string singular(std::string_view word) {
  std::string lower = lower_ascii(word);
  if (lower == "annexes") return "annex";
  if (lower == "appendices" || lower == "appendixes") return "appendix";
  return lower;
}

void check_annexes(const Subject& in, Report& report) {
  const std::set<std::string> known = annex_labels(in.doc);
  std::set<std::string> shapes;
  for (const std::string& label : known) shapes.insert(shape(label));
  for (const Citation& citation : citations(in)) {
    if (citation.external || in.doc.block(citation.block).kind == BlockKind::heading) continue;
    // Footnotes tell where a text comes from and what it was.
    if (in.doc.part_kind(citation.block) != PartKind::body) continue;
    for (const std::string& number : citation.numbers) {
      const std::string label = singular(citation.word) + " " + lower_ascii(number);
      if (known.contains(label) || !shapes.contains(shape(label))) continue;
      report.add_at(citation.block, report.range_of(citation.text),
                    fmt::format("there is no {} {} in this text",
                                label.starts_with("annex") ? "Annex" : "Appendix", number));
    }
  }
}

constexpr std::string_view kUncitedDoc = R"md(
Each numbered table and figure is cited by its number in the text. A document that cites none of
them passes: it has another way of leading its readers.

```fail
%kind report
The meetings are in Table 1 and the officers in Table 3.
Table 1 – Meetings
Table 2 – Groups  <-- table 2 is never cited
Table 3 – Officers
```

```pass
%kind report
The meetings are in Table 1, the rest in Tables 2 to 4.
Table 1 – Meetings
Table 2 – Groups
Table 3 – Officers
Table 4 – Texts
```

```pass
%kind report
The meetings are in Table 1 and the officers in Table 2.
Table 1 – Meetings
Table 2a – Chairs
Table 2b – Rapporteurs
```
)md";

struct Cited {
  std::set<std::string> numbers;
  std::vector<std::string> onwards;  // from this one on
};

Cited cited(const Subject& in) {
  Cited all;
  for (const Citation& citation : citations(in)) {
    for (const std::string& number : citation.numbers) {
      const std::string word = lower_ascii(citation.word.substr(0, 3));
      all.numbers.insert(word + number);
      const std::size_t hyphen = number.find('-');
      if (hyphen == std::string::npos) continue;
      for (const std::string& one :
           spelled_out(number.substr(0, hyphen), number.substr(hyphen + 1))) {
        all.numbers.insert(word + one);
      }
    }
    if (citation.onwards) all.onwards.push_back(citation.numbers.front());
  }
  return all;
}

bool follows(std::string_view number, const std::vector<std::string>& starts) {
  return std::ranges::any_of(starts, [&](const std::string& start) {
    const std::vector<int> a = number_parts(number);
    const std::vector<int> b = number_parts(start);
    return a.size() == b.size() && !a.empty() && a >= b;
  });
}

void check_uncited(const Subject& in, Report& report) {
  const Cited all = cited(in);
  std::vector<const Caption*> uncited;
  const std::vector<Caption>& known = in.shared.captions();
  for (const Caption& caption : known) {
    const std::string key = lower_ascii(caption.word.substr(0, 3)) + caption.number;
    if (caption.kind == CaptionKind::other || all.numbers.contains(key)) continue;
    // Who cites table 3 cites table 3a.
    const std::string whole = key.substr(0, key.size() - 1);
    if (is_alpha(key.back()) && all.numbers.contains(whole)) continue;
    if (follows(caption.number, all.onwards)) continue;
    uncited.push_back(&caption);
  }
  if (uncited.size() * 2 > known.size()) return;
  for (const Caption* caption : uncited) {
    report.add(caption->block, "{} {} is never cited by its number",
               caption->kind == CaptionKind::table ? "table" : "figure", caption->number);
  }
}

constexpr Rule kRules[] = {
    {.id = "xref-clause-unresolved",
     .group = "E",
     .severity = Severity::error,
     .summary = "a clause that is cited exists",
     .check = check_clauses,
     .doc = kClauseDoc,
     .options = kOptions},
    {.id = "xref-external-needs-document",
     .group = "E",
     .severity = Severity::warning,
     .summary = "a clause of another document is cited with that document",
     .check = check_external,
     .doc = kExternalDoc,
     .options = kOptions},
    {.id = "xref-table-unresolved",
     .group = "E",
     .severity = Severity::error,
     .summary = "a table that is cited exists",
     .check = check_tables,
     .doc = kTableDoc,
     .options = kOptions},
    {.id = "xref-figure-unresolved",
     .group = "E",
     .severity = Severity::error,
     .summary = "a figure that is cited exists",
     .check = check_figures,
     .doc = kFigureDoc,
     .options = kOptions},
    {.id = "xref-annex-unresolved",
     .group = "E",
     .severity = Severity::error,
     .summary = "an annex that is cited exists",
     .check = check_annexes,
     .doc = kAnnexDoc,
     .options = kOptions},
    {.id = "xref-object-uncited",
     .group = "E",
     .severity = Severity::warning,
     .summary = "each table and figure is cited by its number",
     .check = check_uncited,
     .doc = kUncitedDoc,
     .options = kOptions},
};

}  // namespace

std::span<const Rule> cross_reference_rules() { return kRules; }

}  // namespace rapporteur
