// Rules about the numbers of notes and footnotes.

#include <algorithm>
#include <set>

#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/whole_number.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/outline_reading.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kOutlineOptions[] = {
    {"outline", "[]", "patterns of titles of clauses that a text has before it is looked at", true},
};

constexpr std::string_view kNoteDoc = R"md(
One note of a clause is called NOTE; two and more are NOTE 1, NOTE 2 and so on, so that each can be
cited. Notes to tables and figures are counted apart and not looked at.

```fail
%kind recommendation
# 1 Scope
# 3 Definitions
# 6 Keys
@Note NOTE – A key is secret.
@Note NOTE – A key is long.  <-- second 'NOTE' without a number in clause 6
```

```pass
%kind recommendation
# 1 Scope
# 3 Definitions
# 6 Keys
@Note NOTE 1 – A key is secret.
@Note NOTE 2 – A key is long.
# 7 Nodes
@Note NOTE – A node is a place.
```
)md";

bool is_note(const Document& doc, BlockId id) {
  if (doc.block(id).kind == BlockKind::note) return true;
  return doc.block(id).kind == BlockKind::paragraph && doc.text(id).starts_with("NOTE");
}

bool is_text_note(const Document& doc, BlockId id) {
  if (!is_note(doc, id) || doc.block(id).cell) return false;
  return found_in(doc.text(id), R"(^\s*NOTE\s*(?:\d+\s*)?[–—:-])");
}

// What stands between a caption or a table and the note: a note to that.
bool is_below_object(const Document& doc, BlockId id) {
  for (std::uint32_t i = id.index; i-- > 0;) {
    const Block& block = doc.block(BlockId{i});
    if (block.cell || block.kind == BlockKind::caption || block.kind == BlockKind::table)
      return true;
    if (is_note(doc, BlockId{i}) || trim(doc.text(BlockId{i})).empty()) continue;
    return false;
  }
  return false;
}

// A heading or a numbered paragraph: what notes are counted below.
bool begins_clause(const Document& doc, BlockId id) {
  if (doc.block(id).kind == BlockKind::heading) return true;
  if (is_note(doc, id) || doc.block(id).cell) return false;
  const std::string shown = doc.shown_text(id);
  return split_number(shown).number.find('.') != std::string_view::npos;
}

void check_notes(const Subject& in, Report& report) {
  if (!has_titles(in.doc, in.config.list("outline"))) return;
  bool met = false;
  for (std::uint32_t i = 0; i < in.doc.blocks().size(); ++i) {
    const BlockId id{i};
    if (begins_clause(in.doc, id)) met = false;
    if (!is_text_note(in.doc, id) || is_below_object(in.doc, id)) continue;
    const ClauseId clause = in.doc.clause_of(id);
    if (!clause || found_in(in.doc.text(id), R"(^\s*NOTE\s*\d)")) continue;
    if (met) {
      report.add(id, "second 'NOTE' without a number in clause {}", in.doc.clause(clause).number);
    }
    met = true;
  }
}

constexpr std::string_view kFootnoteDoc = R"md(
The marks of footnotes run on, and each has a text. A mark may stand twice where two places share one
footnote, and a page or a clause may count from 1 again.

```fail
A key is passed on by a relay.
[1: As in the first edition.]
A relay is a node.  <-- footnote 3 follows 1
[3: See the annex.]
```

```fail
A key is passed on by a relay.  <-- the mark 1 has no text
[1:]
```

```pass
A key is passed on by a relay.
[1: As in the first edition.]
A relay is a node.
[2: See the annex.]
Keys are passed on to relays.
[1:]
```
)md";

bool has_words(const Document& doc, const Note& note) {
  for (std::uint32_t i = note.blocks.begin.index; i < note.blocks.end.index; ++i) {
    if (!trim(doc.text(BlockId{i})).empty()) return true;
  }
  return false;
}

// In the order in which the text refers to them.
std::vector<const Note*> notes_of(const Document& doc, bool endnotes) {
  std::vector<const Note*> notes;
  for (const Note& note : doc.notes()) {
    if (note.endnote == endnotes) notes.push_back(&note);
  }
  std::ranges::stable_sort(notes, {}, &Note::anchor);
  return notes;
}

// The block that holds a mark; a mark at its end belongs to it.
BlockId place_of(const Document& doc, const Note& note) {
  return doc.block_at(note.anchor == 0 ? 0 : note.anchor - 1);
}

void check_marks(const Subject& in, const std::vector<const Note*>& notes, Report& report) {
  std::set<std::string_view> told;
  for (const Note* note : notes) {
    if (has_words(in.doc, *note)) told.insert(note->label);
  }
  int highest = 0;
  for (const Note* note : notes) {
    const BlockId place = place_of(in.doc, *note);
    if (!told.contains(note->label)) report.add(place, "the mark {} has no text", note->label);
    const int number = whole_number(note->label).value_or(0);
    if (number == 0) continue;
    if (number > highest + 1 && highest > 0) {
      report.add(place, "footnote {} follows {}", number, highest);
    }
    highest = number == 1 ? 1 : std::max(highest, number);
  }
}

void check_footnotes(const Subject& in, Report& report) {
  for (const bool endnotes : {false, true}) check_marks(in, notes_of(in.doc, endnotes), report);
}

constexpr Rule kRules[] = {
    {.id = "note-numbering",
     .group = "D",
     .severity = Severity::warning,
     .summary = "two notes of a clause have numbers",
     .check = check_notes,
     .doc = kNoteDoc,
     .options = kOutlineOptions},
    {.id = "footnote-numbering",
     .group = "D",
     .severity = Severity::warning,
     .summary = "the marks of footnotes run on and have a text",
     .check = check_footnotes,
     .doc = kFootnoteDoc},
};

}  // namespace

std::span<const Rule> note_rules() { return kRules; }

}  // namespace rapporteur
