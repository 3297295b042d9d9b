// The rule about how the items of a list end, and what stands in front of it.

#include <algorithm>
#include <map>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/numbering/list_reading.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kPunctuationDoc = R"md(
The items of one list end in the same way, the last one apart. Reported are items that differ from
most of a list; a bullet that stands alone before a list of its clause; short lines before the lists
of one clause of which some have a colon and some none; and persons of one enumeration who are
parted by commas and by semicolons.

```fail
- title;
- schedule;
- identity of the rapporteur.  <-- ends with '.', the others with ';'
- issues of users.
```

```fail
# 1 Support
- The group receives support from the secretariat.  <-- a single item that ends with '.'
The support consists of:
- meeting rooms
- tea and coffee
- invitations
```

```fail
# 4 Relationships
Recommendations:
- J-series
Questions:
- all of the group
Study groups  <-- no colon
- all of the sector
Other bodies:
- forums
```

```fail
Associate rapporteurs: Mr A. Ray (Utopia), Ms B. Sun (Arcadia); Mr C. Moon (Utopia)  <-- ',' and ';'
```

```pass
- title;
- schedule;
- issues of users.
```

```pass
= a) = - Results
= – = - Two texts were agreed.
= – = - One text was sent back.
= – = - One text was withdrawn.
= b) = - Other matters
= – = - A workshop was held.
```

```pass
- set-up of the call;
- queue, where
  - the announcement counts as queue;
  - a call that is given up counts twice;
- first word of the agent;
- end of the call.
```

```pass
- It is recorded. It is sent.
- It is kept
```
)md";

// How an item ends: ";" "," "." ":" or nothing.
std::string ending(std::string_view text) {
  for (const std::string_view word : {" and", " or"}) {
    if (text.ends_with(word)) return ending(trim(text.substr(0, text.size() - word.size())));
  }
  const char c = text.empty() ? ' ' : text.back();
  return c == ';' || c == ',' || c == '.' ? std::string(1, c) : std::string();
}

std::string quoted(const std::string& mark) { return mark.empty() ? "nothing" : "'" + mark + "'"; }

bool has_sentences(const std::vector<ListItem>& list) {
  return std::ranges::any_of(list,
                             [](const ListItem& item) { return sentences(item.text).size() > 1; });
}

// How more than half of the items end, the last one apart.
struct Habit {
  bool known = false;
  std::string mark;
};

Habit habit_of(const std::vector<ListItem>& list) {
  if (list.size() < 3 || has_sentences(list)) return {};
  std::map<std::string, std::size_t> count;
  for (std::size_t i = 0; i + 1 < list.size(); ++i) ++count[ending(list[i].text)];
  const auto most =
      std::ranges::max_element(count, {}, [](const auto& entry) { return entry.second; });
  return {most->second * 2 > list.size() - 1, most->first};
}

bool is_counted(const ListItem& item) {
  return !item.label.empty() && (is_alpha(item.label[0]) || is_digit(item.label[0]));
}

// "a) Results" above "– Two texts were agreed.", or an item above others of a deeper level.
bool introduces(const Document& doc, const ListItem& item, const ListItem& next) {
  if (item.text.ends_with(':') || (is_counted(item) && !is_counted(next))) return true;
  const Block& below = doc.block(BlockId{item.block.index + 1});
  return below.kind == BlockKind::list_item && below.level > doc.block(item.block).level;
}

void check_items(const Document& doc, const std::vector<ListItem>& list, const Habit& habit,
                 Report& report) {
  for (std::size_t i = 0; i + 1 < list.size(); ++i) {
    const std::string end = ending(list[i].text);
    if (end == habit.mark || introduces(doc, list[i], list[i + 1])) continue;
    report.add(list[i].block, "ends with {}, the others with {}", quoted(end), quoted(habit.mark));
  }
}

// A sentence with a bullet of its own is no list.
void check_lone(const Document& doc, const std::vector<ListItem>& lone,
                const std::vector<ListItem>& next, Report& report) {
  const Habit habit = habit_of(next);
  const bool same = lone.size() == 1 && lone[0].label == next.front().label &&
                    doc.clause_of(lone[0].block) == doc.clause_of(next.front().block);
  if (!same || !habit.known || !habit.mark.empty() || ending(lone[0].text) != ".") return;
  report.add(lone[0].block, "a single item that ends with '.'; those of the next list do not");
}

// A few words on a line of their own, right before an item.
bool is_lead_in(const Document& doc, BlockId id) {
  constexpr std::size_t kLongest = 6;  // words
  const BlockId next{id.index + 1};
  if (next.index >= doc.blocks().size()) return false;
  if (doc.block(id).kind != BlockKind::paragraph || doc.block(id).cell) return false;
  if (doc.block(next).kind != BlockKind::list_item) return false;
  const std::string_view text = trim(doc.text(id));
  const std::size_t count = words(text).size();
  return 0 < count && count <= kLongest && is_upper(text[0]) && !text.ends_with('.');
}

void check_lead_ins(const Document& doc, Report& report) {
  std::map<ClauseId, std::vector<BlockId>> by_clause;
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    if (is_lead_in(doc, BlockId{i})) by_clause[doc.clause_of(BlockId{i})].push_back(BlockId{i});
  }
  for (const auto& [clause, lines] : by_clause) {
    const auto with_colon = [&](BlockId id) { return trim(doc.text(id)).ends_with(':'); };
    const std::size_t colons = static_cast<std::size_t>(std::ranges::count_if(lines, with_colon));
    if (lines.size() < 4 || colons == 0 || colons == lines.size()) continue;
    const bool usual = colons * 2 >= lines.size();
    for (const BlockId id : lines) {
      if (with_colon(id) == usual) continue;
      report.add(id, "{} colon after this line, unlike the other lines before lists here",
                 usual ? "no" : "a");
    }
  }
}

void check_persons(const Subject& in, Report& report) {
  const std::string person = in.config.text("person", "");
  if (person.empty()) return;
  std::map<BlockId, std::map<std::string_view, std::string_view>> marks;
  for (const PlacedMatch& hit : in.shared.matches(person)) {
    marks[hit.block].emplace(hit.group(1), hit.group(1));
  }
  for (const auto& [block, found] : marks) {
    if (found.size() < 2) continue;
    report.add_at(block, report.range_of(found.rbegin()->second),
                  "persons are parted by ',' and ';' in one enumeration");
  }
}

void check_punctuation(const Subject& in, Report& report) {
  const std::vector<std::vector<ListItem>> all = lists(in.doc);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Habit habit = habit_of(all[i]);
    if (habit.known) check_items(in.doc, all[i], habit, report);
    if (i > 0) check_lone(in.doc, all[i - 1], all[i], report);
  }
  check_lead_ins(in.doc, report);
  check_persons(in, report);
}

constexpr RuleOption kOptions[] = {
    {"person", "", "pattern of a person in an enumeration; group 1 is the mark before", true}};

constexpr Rule kRules[] = {
    {.id = "list-punctuation-mixed",
     .group = "D",
     .severity = Severity::info,
     .summary = "the items of a list end in the same way",
     .check = check_punctuation,
     .doc = kPunctuationDoc,
     .options = kOptions},
};

}  // namespace

std::span<const Rule> list_punctuation_rules() { return kRules; }

}  // namespace rapporteur
