#include "extractors/position_reading.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kPositionsDoc = R"md(
Who supports, objects to or has no position on what. From tables whose header names a party and a
stance or a comment, and from sentences that state a party's position in so many words.

```document
The Chair asked everybody if they would object to the establishment of the group.
Table 3 - Positions
|| Delegation | Was consulted | Comments | Object/Support |
| Kestria (SG13 Chairman) | Yes | sees a risk | Object |
| Norland | No | N/A | N/A |
| SG17 Chairman | Yes | cannot say | abstain |
| Sundmark | Yes | First\nSecond | Support |
```

```facts
{"party": "Kestria", "office": "SG13 Chairman", "stance": "object", "as_written": "Object", "comment": "sees a risk", "consulted": "Yes", "table": 3, "row": 1, "question": "the establishment of the group"}
{"party": "Norland", "stance": "none", "as_written": "N/A", "row": 2}
{"party": "SG17 Chairman", "stance": "abstain", "as_written": "abstain"}
{"party": "Sundmark", "stance": "support", "comment": "First / Second"}
```

Companies that share a cell each have the position. A blank stance is read from the comment; a
moderator has none. A row without a party goes on with the row above.

```document
%profile 3gpp
[H] Proposal 4.1-2
Comb patterns are studied.
- Others are not precluded.
| Company | Yes or No | Comments |
| Alba, Bretta Inc. | Yes, but | only later |
| | | and not alone |
| Corvia | | We do not support this. |
| Moderator | | Please go on |
| Dunmor | No | |
| Elrin | Suggestion | Better to wait |
| Fenwick | | |
```

```facts
{"party": "Alba", "stance": "conditional", "as_written": "Yes, but", "comment": "only later / and not alone", "question": "Proposal 4.1-2: Comb patterns are studied.", "table": 1, "row": 1}
{"party": "Bretta Inc.", "stance": "conditional"}
{"party": "Corvia", "stance": "object", "as_written": "", "row": 3}
{"party": "Dunmor", "stance": "object", "as_written": "No", "row": 5}
{"party": "Elrin", "stance": "unclear", "as_written": "Suggestion"}
{"party": "Fenwick", "stance": "none", "as_written": ""}
```

In running text, a change of position names the earlier one.

```document
Toreva explained that whilst initially it supported the group, after a check Toreva decided to change its position and object to the establishment of the group.
Kestria was given the floor and tried to plea again for the group calling on the timing.
Vostania, which spoke late, could support the group provided that no metrics are studied in it. Quintessa Labs remained neutral.
Three participants supported the proposal and seven objected in Table 1.
The Chairman supported the proposal.
```

```facts
{"party": "Toreva", "stance": "object", "earlier": "support", "as_written": "decided to change its position and object to the establishment of the group", "question": "the establishment of the group", "table": 0, "row": 0}
{"party": "Kestria", "stance": "support", "as_written": "tried to plea again for the group"}
{"party": "Vostania", "stance": "conditional", "as_written": "could support the group provided that no metrics are studied in it", "evidence": "Vostania, which spoke late, could support the group provided that no metrics are studied in it."}
{"party": "Quintessa Labs", "stance": "neutral", "as_written": "remained neutral"}
```
)md";

void extract_positions(const Document& doc, const Profile& profile, const Wording& wording,
                       Facts& facts) {
  extract_position_tables(doc, profile, wording, facts);
  extract_position_text(doc, wording, facts);
}

constexpr WordingKey kPatterns[] = {
    {"party-column", "header of the column of delegations or companies"},
    {"stance-column", "header of the column of stances"},
    {"comment-column", "header of the column of remarks"},
    {"consulted-column", "header of the column that says whether a party was consulted"},
    {"question", "a line above the table, or its caption, that says what is asked; group question"},
    {"question-label", "a line that begins with the label of a proposal; group question"},
    {"party-with-office", "a party and the office of who spoke; groups party and office"},
    {"not-a-party", "a name in the party column, or a subject, that is nobody's delegation"},
    {"not-a-party-in-text", "a subject of a sentence that is nobody's delegation"},
    {"name-suffix", "a piece that belongs to the name before the comma: Inc."},
    {"stance-none", "a cell that says there is no position"},
    {"stance-conditional", "a cell that supports on a condition"},
    {"stance-abstain", "a cell that abstains"},
    {"stance-neutral", "a cell that is neutral"},
    {"stance-object", "a cell that objects"},
    {"stance-support", "a cell that supports"},
    {"comment-none", "a remark that says there is no position"},
    {"comment-conditional", "a remark that supports on a condition"},
    {"comment-abstain", "a remark that abstains"},
    {"comment-neutral", "a remark that is neutral"},
    {"comment-object", "a remark that objects"},
    {"comment-support", "a remark that supports"},
    {"text-trigger", "a paragraph worth looking at for positions in running text"},
    {"text-object", "a party objects; groups party, words, and question and change if it has them"},
    {"text-conditional", "a party supports on a condition; groups as text-object"},
    {"text-abstain", "a party abstains; groups as text-object"},
    {"text-neutral", "a party is neutral; groups as text-object"},
    {"text-none", "a party takes no position; groups as text-object"},
    {"text-support", "a party supports; groups as text-object"},
    {"earlier-object", "words that say that a party objected before"},
    {"earlier-support", "words that say that a party supported before"},
    {"earlier-neutral", "words that say that a party was neutral before"},
};

}  // namespace

extern const Extractor kPositionsExtractor;
const Extractor kPositionsExtractor = {.id = "positions",
                                       .summary = "who supports or objects to what",
                                       .extract = extract_positions,
                                       .doc = kPositionsDoc,
                                       .patterns = kPatterns};

}  // namespace rapporteur
