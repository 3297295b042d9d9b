// Rules about the places where no requirement may stand: prefaces, scopes, notes, definitions.

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/caption_reading.hpp"
#include "validators/reading/outline_reading.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kInformativeOptions[] = {
    {"titles", "[]", "patterns of the headings below which it must not stand", true},
    {"verbs", "[]", "patterns of what makes a requirement", true},
    {"except", "[]", "patterns; a sentence that matches one is passed over", true},
    {"notes", "[]", "patterns of the label of a note that has no style of its own", true},
};

constexpr RuleOption kPlaceOptions[] = {
    {"titles", "[]", "patterns of the headings below which it must not stand", true},
    {"verbs", "[]", "patterns of what makes a requirement", true},
    {"except", "[]", "patterns; a sentence that matches one is passed over", true},
};

// The first verb of each sentence of a block that makes a requirement.
void check_block(const Subject& in, BlockId block, Report& report, std::string_view place) {
  if (!is_prose(in.doc, block)) return;
  for (const std::string_view sentence : sentences(in.doc.text(block))) {
    if (matches_any(sentence, in.config.list("except"))) continue;
    for (const std::string& verb : in.config.list("verbs")) {
      const std::vector<PatternMatch> found = matches(sentence, compiled(verb));
      if (found.empty()) continue;
      report.add_at(block, report.range_of(found[0].text()),
                    fmt::format("'{}' makes a requirement {}", found[0].text(), place));
      break;
    }
  }
}

// Lines of the titles the rule asks for. A numbered clause counts where its number is asked for.
std::vector<BlockRange> places(const Subject& in) {
  const std::vector<std::string>& titles = in.config.list("titles");
  const std::vector<PartLine>& lines = in.shared.part_lines();
  std::vector<BlockRange> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string shown =
        lines[i].number.empty() ? lines[i].title : lines[i].number + " " + lines[i].title;
    if (matches_any(shown, titles)) found.push_back(under(in.doc, lines, i, {R"(^\S)"}));
  }
  return found;
}

void check_places(const Subject& in, Report& report, std::string_view place) {
  for (const BlockRange blocks : places(in)) {
    for (std::uint32_t i = blocks.begin.index; i < blocks.end.index; ++i) {
      check_block(in, BlockId{i}, report, place);
    }
  }
}

constexpr std::string_view kPrefaceDoc = R"md(
Summary, keywords, foreword and introduction hold no requirement: they are not part of what one
complies with. The fixed foreword, which speaks about the words "shall" and "must", passes.

```fail
%kind recommendation
Summary
Implementers shall support model B.  <-- 'shall' makes a requirement in a preface
# 1 Scope
```

```pass
%kind recommendation
Summary
This text describes a model.
# 1 Scope
# 6 Model
Implementers shall support model B.
```
)md";

void check_preface(const Subject& in, Report& report) { check_places(in, report, "in a preface"); }

constexpr std::string_view kForewordDoc = R"md(
The foreword of an ETSI deliverable tells who made it and how it relates to other texts. It holds no
requirement, no figure and no table but that of the dates of a European Standard.

```fail
%profile etsi
%kind etsi-deliverable
# Foreword
The node shall store the key.  <-- 'shall' makes a requirement in the foreword
# 1 Scope
```

```pass
%profile etsi
%kind etsi-deliverable
# Foreword
This Group Specification has been produced by the group.
# 1 Scope
The node shall store the key.
```
)md";

void check_foreword(const Subject& in, Report& report) {
  check_places(in, report, "in the foreword");
  for (const BlockRange blocks : places(in)) {
    for (const Caption& caption : in.shared.captions()) {
      if (blocks.contains(caption.block)) {
        report.add(caption.block, "'{} {}' stands in the foreword", caption.word, caption.number);
      }
    }
  }
}

constexpr std::string_view kScopeDoc = R"md(
The scope says what a text is about. What has to be done stands in its clauses.

```fail
%profile etsi
%kind etsi-deliverable
# 1 Scope
All nodes shall comply with clause 5.  <-- 'shall' makes a requirement in the scope
# 2 References
```

```pass
%profile etsi
%kind etsi-deliverable
# 1 Scope
The present document specifies the relay of keys.
# 2 References
```
)md";

void check_scope(const Subject& in, Report& report) { check_places(in, report, "in the scope"); }

constexpr std::string_view kInformativeDoc = R"md(
Notes, footnotes and appendices inform; a requirement in one is missed by a reader who passes them
over. Notes to tables and figures belong to these and may require. What a note tells of another
clause ("clause 5 states that ... shall") passes.

```fail
%kind recommendation
# 6 Keys
@Note NOTE – Key size shall be 256 bits.  <-- 'shall' makes a requirement in a note
```

```fail
%kind recommendation
# 6 Keys
NOTE 1 – Key size shall be 256 bits.  <-- 'shall' makes a requirement in a note
```

```fail
%kind recommendation
# Appendix I Examples
The node shall answer.  <-- 'shall' makes a requirement in an appendix
```

```fail
%profile etsi
%kind etsi-deliverable
# 1 Scope
## 1.1 General
######## Annex B (informative): Example
The node shall answer.  <-- 'shall' makes a requirement in an appendix
```

```fail
%profile iso-iec
%kind iso-deliverable
# Annex A
(informative)
Examples
The lock shall open.  <-- 'shall' makes a requirement in an appendix
```

```pass
%kind recommendation
# 6 Keys
Key size shall be 256 bits.
@Note NOTE – Key size is often 256 bits, as clause 5 states that it shall be.
```
)md";

bool is_note(const Subject& in, BlockId id) {
  const Block& block = in.doc.block(id);
  if (block.cell) return false;
  const PartKind part = in.doc.part_kind(id);
  if (part == PartKind::footnotes || part == PartKind::endnotes) return true;
  if (block.kind == BlockKind::note) return true;
  const bool plain = block.kind == BlockKind::paragraph && part == PartKind::body;
  return plain && matches_any(in.doc.text(id), in.config.list("notes"));
}

// "(informative)" may stand on the line below "Annex A", and not in its title.
bool is_informative(const Document& doc, const Clause& clause,
                    const std::vector<std::string>& titles) {
  if (clause.kind == ClauseKind::appendix || matches_any(clause.title, titles)) return true;
  const BlockId below{clause.heading.index + 1};
  if (clause.kind != ClauseKind::annex || !(below < clause.blocks.end)) return false;
  return doc.text(below).starts_with('(') && matches_any(doc.text(below), titles);
}

void check_informative(const Subject& in, Report& report) {
  for (std::uint32_t i = 0; i < in.doc.blocks().size(); ++i) {
    if (is_note(in, BlockId{i})) check_block(in, BlockId{i}, report, "in a note");
  }
  for (const Clause& clause : in.doc.clauses()) {
    if (clause.parent) continue;  // ETSI sets the headings of annexes at level 8
    if (!is_informative(in.doc, clause, in.config.list("titles"))) continue;
    for (std::uint32_t i = clause.blocks.begin.index; i < clause.blocks.end.index; ++i) {
      if (!is_note(in, BlockId{i})) check_block(in, BlockId{i}, report, "in an appendix");
    }
  }
}

constexpr Rule kRules[] = {
    {.id = "preface-has-requirement",
     .group = "C",
     .severity = Severity::error,
     .summary = "a preface holds no requirement",
     .check = check_preface,
     .doc = kPrefaceDoc,
     .options = kPlaceOptions},
    {.id = "etsi-foreword-content",
     .group = "C",
     .severity = Severity::error,
     .summary = "the foreword holds no requirement, figure or table",
     .check = check_foreword,
     .doc = kForewordDoc,
     .options = kPlaceOptions},
    {.id = "modal-in-scope",
     .group = "F",
     .severity = Severity::warning,
     .summary = "the scope holds no requirement",
     .check = check_scope,
     .doc = kScopeDoc,
     .options = kPlaceOptions},
    {.id = "modal-in-informative",
     .group = "F",
     .severity = Severity::warning,
     .summary = "notes, footnotes and appendices hold no requirement",
     .check = check_informative,
     .doc = kInformativeDoc,
     .options = kInformativeOptions},
};

}  // namespace

std::span<const Rule> requirement_place_rules() { return kRules; }

}  // namespace rapporteur
