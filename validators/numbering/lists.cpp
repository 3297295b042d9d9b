// Rules about lists and the labels of annexes.

#include <algorithm>
#include <charconv>
#include <map>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/numbering/list_reading.hpp"

namespace rapporteur {
namespace {

int number_of(std::string_view label) {
  int value = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), value);
  const std::string_view rest(end, static_cast<std::size_t>(label.data() + label.size() - end));
  return error == std::errc() && (rest == ")" || rest == ".") ? value : 0;
}

// 3 for "c)". "i)" goes on only behind "h)": elsewhere it begins Roman numerals.
int place_of_letter(std::string_view label, int before) {
  constexpr int kBeforeRoman = 8;
  if (label.size() != 2 || label[0] < 'a' || label[0] > 'z') return 0;
  if (label[0] == 'i' && before != kBeforeRoman) return 0;
  return label[0] - 'a' + 1;
}

constexpr std::string_view kSequenceDoc = R"md(
The items of a numbered list run on without a hole or a number that stands twice, and two lists of
one clause are told apart: "item 3)" has to mean one of them.

```fail
= 1) = - Opening
= 2) = - Agenda
= 2) = - Reports  <-- '2)' after '2)'
```

```fail
%profile itu-t
@enumlev1 1)\tOpening
@enumlev1 3)\tClosing  <-- '3)' after '1)'
```

```fail
= a) = - Name
= b) = - Address
= d) = - Passport  <-- 'd)' after 'b)'
```

```fail
The workshop called for the following:
= 1) = - Harmonize the efforts
= 2) = - Limit the meetings
The group proposes:
= 1) = - Work goes on in both groups  <-- second list from 1) to 2)
= 2) = - Meetings are collocated
```

```pass
# 1 Opening
= 1) = - Harmonize the efforts
= 2) = - Limit the meetings
# 2 Proposal
= 1) = - Work goes on in both groups
= 2) = - Meetings are collocated

a)\tthe node answers:
i)\tat once; or
ii)\tlater;
b)\tthe node is silent.
```

A list inside another one may have lost its indentation, as in a text that was taken from a page; the
items around it may look like headings there.

```pass
= 1. = - Opening of the doors
= 1. = - Guests are many
= 2. = - Rooms are few
= 2. = - Agenda of the day
```

```pass
# 1 Opening
= 1. = - Guests
= 2. = - Rooms
= 2. = - Agenda
```
)md";

bool has_letters(const std::vector<ListItem>& list) {
  return list.front().label == "a)" || list.front().label == "a.";
}

// The numbers at which lists around the one at hand stand, the innermost last.
class OuterLists {
 public:
  void begin(int last) { last_.push_back(last); }
  // Whether a number goes on with one of them; those inside it are over then.
  bool go_on(int number) {
    const auto found = std::find(last_.rbegin(), last_.rend(), number - 1);
    if (found == last_.rend()) return false;
    last_.erase(found.base() - 1, last_.end());
    return true;
  }

 private:
  std::vector<int> last_;
};

void check_steps(const Document& doc, const std::vector<ListItem>& list, Report& report) {
  const bool letters = has_letters(list);
  OuterLists outer;
  const ClauseId clause = doc.clause_of(list.front().block);
  if (clause && list.front().label.ends_with('.')) {
    outer.begin(number_of(doc.clause(clause).number + "."));
  }
  int before = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string& label = list[i].label;
    const int here = letters ? place_of_letter(label, before) : number_of(label);
    if (before != 0 && here == 1) outer.begin(before);
    if (before != 0 && here > 1 && here != before + 1 && !outer.go_on(here)) {
      report.add(list[i].block, "list item '{}' after '{}'", label, list[i - 1].label);
    }
    before = here;
  }
}

bool is_numbered(const std::vector<ListItem>& list) {
  return list.size() > 1 && list.front().label == "1)" && number_of(list[1].label) == 2;
}

void check_sequence(const Subject& in, Report& report) {
  std::map<ClauseId, const std::vector<ListItem>*> first;
  const std::vector<std::vector<ListItem>> all = lists(in.doc);
  for (const std::vector<ListItem>& list : all) {
    check_steps(in.doc, list, report);
    if (!is_numbered(list) || in.doc.block(list.front().block).cell) continue;
    const auto [earlier, fresh] = first.emplace(in.doc.clause_of(list.front().block), &list);
    if (fresh) continue;
    report.at_most(Severity::info)
        .add_at(list.front().block, {},
                fmt::format("second list from {} to {} in one clause", list.front().label,
                            list.back().label),
                {in.doc.block(earlier->second->front().block).text});
  }
}

constexpr std::string_view kDepthDoc = R"md(
A list has three levels at most. Off for ETSI and 3GPP, whose styles have five: all 8 findings judged
were in a text of theirs, and wrong.

```fail
- Objectives
  - Coordination
    - Meetings
      - Rooms  <-- level 4
```

```pass
- Objectives
  - Coordination
    - Meetings
```
)md";

void check_depth(const Subject& in, Report& report) {
  const auto deepest = in.config.integer("max-depth", 3);
  for (std::uint32_t i = 0; i < in.doc.blocks().size(); ++i) {
    const Block& block = in.doc.block(BlockId{i});
    if (block.kind == BlockKind::list_item && block.level > deepest) {
      report.add(BlockId{i}, "list item at level {}, {} at most", int{block.level}, deepest);
    }
  }
}

constexpr RuleOption kDepthOptions[] = {{"max-depth", "3", "levels that a list may have"}};

constexpr std::string_view kAnnexOrderDoc = R"md(
The labels of annexes run on: A, B, C or 1, 2, 3; those of appendices I, II, III.

```fail
# Annex A Members
# Annex C Meetings  <-- expected Annex B
```

```pass
# Annex A Members
# Annex B Meetings
# Appendix I Examples
# Appendix II History
```
)md";

// 1 for "A", "1" and "I"; 0 for what is no label of that form ("2.2").
int annex_rank(std::string_view label, bool roman) {
  const std::size_t blank = label.find(' ');
  if (blank == std::string_view::npos) return 0;
  const std::string_view mark = trim(label.substr(blank));
  if (roman && roman_value(mark) > 0) return roman_value(mark);
  const std::vector<int> parts = number_parts(mark);
  return parts.size() == 1 ? parts[0] : 0;
}

std::string annex_mark(std::string_view label, int rank, bool roman) {
  const std::string_view mark = trim(label.substr(label.find(' ')));
  if (!roman && is_upper(mark[0])) return std::string(1, static_cast<char>('A' + rank - 1));
  return roman ? fmt::format("number {}", rank) : std::to_string(rank);
}

void check_annex_order(const Subject& in, Report& report) {
  std::map<std::pair<ScopeId, ClauseKind>, int> last;
  for (const Clause& clause : in.doc.clauses()) {
    if (clause.kind != ClauseKind::annex && clause.kind != ClauseKind::appendix) continue;
    const bool roman = clause.kind == ClauseKind::appendix;
    const int rank = annex_rank(clause.number, roman);
    const ScopeId outer = clause.scope ? in.doc.scope(clause.scope).parent : ScopeId{};
    if (rank == 0 || rank > 26) continue;
    int& before = last[{outer, clause.kind}];
    if (before > 0 && rank > before + 1) {
      const std::string word = clause.number.substr(0, clause.number.find(' '));
      report.add(clause.heading, "{}: expected {} {}", clause.number, word,
                 annex_mark(clause.number, before + 1, roman));
    }
    before = rank;
  }
}

constexpr std::string_view kAnnexTwiceDoc = R"md(
An annex label occurs once in its text. Annexes of a text that is quoted in an annex are that
text's own.

```fail
# Annex A Members
# Annex A Meetings  <-- Annex A stands twice
```

```pass
# Annex A Members
# Annex B Meetings
```
)md";

void check_annex_twice(const Subject& in, Report& report) {
  std::map<std::pair<ScopeId, std::string>, const Clause*> seen;
  for (const Clause& clause : in.doc.clauses()) {
    if (clause.kind != ClauseKind::annex && clause.kind != ClauseKind::appendix) continue;
    const ScopeId outer = clause.scope ? in.doc.scope(clause.scope).parent : ScopeId{};
    const auto [first, fresh] = seen.emplace(std::pair{outer, lower_ascii(clause.number)}, &clause);
    // Two headings with one title are one annex, told twice: a cover page and the annex. "Annex
    // C-2" is a part of an annex.
    const bool is_part = !clause.title.empty() && is_digit(clause.title[0]);
    if (fresh || is_part || first->second->title == clause.title) continue;
    report.add_at(clause.heading, {}, fmt::format("{} stands twice", clause.number),
                  {in.doc.block(first->second->heading).text});
  }
}

constexpr Rule kRules[] = {
    {.id = "list-number-sequence",
     .group = "D",
     .severity = Severity::warning,
     .summary = "numbered list items run on, and lists are told apart",
     .check = check_sequence,
     .doc = kSequenceDoc},
    {.id = "list-depth",
     .group = "D",
     .severity = Severity::info,
     .summary = "a list has three levels at most",
     .check = check_depth,
     .doc = kDepthDoc,
     .options = kDepthOptions},
    {.id = "annex-label-sequence",
     .group = "D",
     .severity = Severity::error,
     .summary = "annex labels run on",
     .check = check_annex_order,
     .doc = kAnnexOrderDoc},
    {.id = "annex-label-duplicate",
     .group = "D",
     .severity = Severity::error,
     .summary = "an annex label occurs once in its text",
     .check = check_annex_twice,
     .doc = kAnnexTwiceDoc},
};

}  // namespace

std::span<const Rule> list_rules() { return kRules; }

}  // namespace rapporteur
