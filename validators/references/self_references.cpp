// Rules about how a text speaks of itself.

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/caption_reading.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kSelfDoc = R"md(
A text names itself in one way. Where it says "this report", it does not cite itself by number a
page later, as if that were another document. Its own header, title and cover do not count.

```fail
%kind td
| SG13-TD42/GEN |
The terms of reference are found in Annex 2 of this document.
| A | Security | SG13-TD42/GEN Annex 2 |  <-- cites itself as 'SG13-TD42/GEN', elsewhere as 'this document'
```

```pass
%kind td
| SG13-TD42/GEN |
The terms of reference are found in Annex 2 of this document, the agenda in SG13-TD41/GEN.
```

```pass
%kind circular
| Ref: | TSB Circular 99 |
This circular begins the consultation on the text below.
# Annex 1
(to TSB Circular 99)
This Recommendation specifies the format of records.
```

```pass
%kind td
| SG13-TD42/GEN |
| Title: | Draft text |
The changes are listed at the end.
This Recommendation specifies the format of records.
The latest text is that of SG13-TD42/GEN.
```
)md";

constexpr RuleOption kSelfOptions[] = {
    {"itself", "", "pattern of the words with which a text speaks of itself", true},
    {"before-label", "[]", "what may stand before the number in a line of its own"},
};

const PlacedMatch* names_itself(const Subject& in) {
  const std::string itself = in.config.text("itself", "");
  if (itself.empty()) return nullptr;
  const std::vector<PlacedMatch>& found = in.shared.matches(itself);
  return found.empty() ? nullptr : &found.front();
}

// Where a number labels the document instead of citing it: its head, a heading, a line of its own.
bool is_label(const Subject& in, BlockId id, const Identifier& number) {
  constexpr std::uint32_t kHead = 4;  // blocks
  if (id.index < kHead || in.doc.block(id).kind == BlockKind::heading) return true;
  std::string_view line = trim(in.doc.text(id));
  for (const std::string& word : in.config.list("before-label")) {
    if (!line.starts_with(word)) continue;
    line.remove_prefix(word.size());
    break;
  }
  return line.starts_with(number.as_written) && line.size() <= number.as_written.size() + 1;
}

bool is_citation(const Subject& in, const Identifier& own, const PlacedIdentifier& one) {
  return one.identifier.canonical == own.canonical && !is_label(in, one.block, one.identifier);
}

void check_self(const Subject& in, Report& report) {
  const Identifier& own = in.doc.identity().number;
  if (own.canonical.empty()) return;
  const PlacedMatch* const itself = names_itself(in);
  if (itself == nullptr) return;
  for (const PlacedIdentifier& placed : in.shared.identifiers()) {
    const Identifier& one = placed.identifier;
    // What stands before the text first speaks of itself is its head.
    if (one.where.begin < report.range_of(itself->text()).begin) continue;
    if (!is_citation(in, own, placed)) continue;
    report.add_at(placed.block, one.where,
                  fmt::format("cites itself as '{}', elsewhere as '{}'", collapse(one.as_written),
                              itself->text()),
                  {report.range_of(itself->text())});
    return;
  }
}

constexpr RuleOption kPositionOptions[] = {
    {"patterns", "[]",
     "a citation with a word of place; groups: what is cited, its number, the word", true},
    {"behind", "[]", "words that send the reader forward: \"below\""},
};

constexpr std::string_view kPositionDoc = R"md(
"Below" and "above" are true: what is cited with such a word stands on that side of the citation.
Texts are moved, and the words stay behind.

```fail
# 1 Scope
The terms are in clause 3 above.  <-- 'clause 3 above'
# 2 Members
# 3 Terms
```

```pass
# 1 Scope
The terms are in clause 3 below.
# 2 Members
# 3 Terms
The scope is in clause 1 above.
```
)md";

// The first block of a clause, table, figure or annex of that number in the scope of the citation.
BlockId target_of(const Subject& in, BlockId from, std::string_view what, std::string_view number) {
  const std::string kind = lower_ascii(what.substr(0, 3));
  if (kind == "tab" || kind == "fig") {
    for (const Caption& caption : in.shared.captions()) {
      if (caption.number == number && lower_ascii(caption.word.substr(0, 3)) == kind) {
        return caption.block;
      }
    }
    return {};
  }
  const bool annex = kind == "ann" || kind == "app";
  const std::string label =
      annex ? lower_ascii(what) + " " + lower_ascii(number) : lower_ascii(number);
  for (const Clause& clause : in.doc.clauses()) {
    if (lower_ascii(clause.number) != label) continue;
    if (annex || clause.scope == in.doc.scope_of(from)) return clause.heading;
  }
  return {};
}

bool stands_inside(const Document& doc, BlockId block, BlockId heading) {
  for (const Clause& clause : doc.clauses()) {
    if (clause.heading == heading) return clause.blocks.contains(block);
  }
  return false;
}

void check_position(const Subject& in, Report& report) {
  const std::vector<std::string>& behind = in.config.list("behind");
  for (const std::string& pattern : in.config.list("patterns")) {
    for (const PlacedMatch& hit : in.shared.matches(pattern)) {
      if (hit.match.groups.size() < 4) continue;
      const BlockId target = target_of(in, hit.block, hit.group(1), hit.group(2));
      if (!target || target == hit.block || stands_inside(in.doc, hit.block, target)) continue;
      const bool forward = std::ranges::find(behind, lower_ascii(hit.group(3))) != behind.end();
      if (forward == (target > hit.block)) continue;
      report.add_at(
          hit.block, report.range_of(hit.text()),
          fmt::format("'{}' stands {} this place", hit.text(), forward ? "before" : "after"),
          {in.doc.block(target).text});
    }
  }
}

constexpr Rule kRules[] = {
    {.id = "self-reference-mixed",
     .group = "E",
     .severity = Severity::info,
     .summary = "a text names itself in one way",
     .check = check_self,
     .doc = kSelfDoc,
     .options = kSelfOptions},
    {.id = "xref-position-word",
     .group = "E",
     .severity = Severity::info,
     .summary = "what is cited as below stands below",
     .check = check_position,
     .doc = kPositionDoc,
     .options = kPositionOptions},
};

}  // namespace

std::span<const Rule> self_reference_rules() { return kRules; }

}  // namespace rapporteur
