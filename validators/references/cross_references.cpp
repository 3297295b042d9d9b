// Rules about what a text says of its own clauses and annexes.

#include <algorithm>
#include <array>
#include <set>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"
#include "validators/references/citation_reading.hpp"

namespace rapporteur {
namespace {

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
  if (known.size() < least_targets(in, 4)) return;
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

// Those of citations, and what takes a bare number for a clause.
constexpr auto kExternalOptions = [] {
  std::array<RuleOption, std::size(kCitationOptions) + 2> options{
      {{"bare", "", "pattern of a number that is cited without a word; its group", true},
       {"versions", "", "pattern in a block whose bare numbers are no clauses", true}}};
  std::ranges::copy(kCitationOptions, options.begin() + 2);
  return options;
}();

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
The Norland Policy section 12.5 and section 14.3.1. of Xlib are known.
```
)md";

// Numbers of three parts and more behind a word such as "in".
void add_bare_numbers(const Subject& in, std::vector<Citation>& all) {
  const std::string bare = in.config.text("bare", "");
  if (bare.empty()) return;
  const std::string versions = in.config.text("versions", "");
  for (const PlacedMatch& hit : in.shared.matches(bare)) {
    const std::string_view number = hit.group(1);
    const bool version = !versions.empty() && found_in(in.doc.text(hit.block), versions);
    all.push_back({hit.block, "", number, {std::string(number)}, false, version});
  }
}

void check_external(const Subject& in, Report& report) {
  const std::set<std::string> known = clause_numbers(in.doc);
  if (known.size() < least_targets(in, 6)) return;
  std::vector<Citation> all = citations(in);
  add_bare_numbers(in, all);
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
  for (const std::string& label : known) shapes.insert(number_shape(label));
  for (const Citation& citation : citations(in)) {
    if (citation.external || in.doc.block(citation.block).kind == BlockKind::heading) continue;
    // Footnotes tell where a text comes from and what it was.
    if (in.doc.part_kind(citation.block) != PartKind::body) continue;
    for (const std::string& number : citation.numbers) {
      const std::string label = singular(citation.word) + " " + lower_ascii(number);
      if (known.contains(label) || !shapes.contains(number_shape(label))) continue;
      report.add_at(citation.block, report.range_of(citation.text),
                    fmt::format("there is no {} {} in this text",
                                label.starts_with("annex") ? "Annex" : "Appendix", number));
    }
  }
}

constexpr Rule kRules[] = {
    {.id = "xref-clause-unresolved",
     .group = "E",
     .severity = Severity::error,
     .summary = "a clause that is cited exists",
     .check = check_clauses,
     .doc = kClauseDoc,
     .options = kCitationOptions},
    {.id = "xref-external-needs-document",
     .group = "E",
     .severity = Severity::warning,
     .summary = "a clause of another document is cited with that document",
     .check = check_external,
     .doc = kExternalDoc,
     .options = kExternalOptions},
    {.id = "xref-annex-unresolved",
     .group = "E",
     .severity = Severity::error,
     .summary = "an annex that is cited exists",
     .check = check_annexes,
     .doc = kAnnexDoc,
     .options = kCitationOptions},
};

}  // namespace

std::span<const Rule> cross_reference_rules() { return kRules; }

}  // namespace rapporteur
