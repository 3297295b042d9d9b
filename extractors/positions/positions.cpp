#include "extractors/positions/position_reading.hpp"

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

A table may have a column for each answer, or a row for each answer with the names beside it.

```document
%profile 3gpp
Question 2-1: Which of the combs is studied?
| Company | Option 1 | Option 2 | Comments |
| Alba | X | | |
| Bretta | No | X | both are costly |
| Corvia | | | |

Q3: Do companies support the note?
| Support | Not support |
| Alba, Bretta (as a note) | Corvia |

Issue 4-2: Which band comes first?
| Option | Supporting companies |
| Option 1: the lower one | Alba |
| Option 2: the upper one | Bretta and Corvia |
| Neutral | Dunmor, Elrin Inc. |

FL proposal: The lower band comes first.
| Company | Preferred option |
| Alba2 | Option 1 |
| Bretta | No |
```

```facts
{"party": "Alba", "stance": "support", "as_written": "Option 1", "question": "Question 2-1: Which of the combs is studied? – Option 1", "table": 1, "row": 1}
{"party": "Bretta", "stance": "object", "as_written": "No", "question": "Question 2-1: Which of the combs is studied? – Option 1", "comment": "both are costly"}
{"party": "Bretta", "stance": "support", "as_written": "Option 2", "question": "Question 2-1: Which of the combs is studied? – Option 2"}
{"party": "Corvia", "stance": "none", "question": "Question 2-1: Which of the combs is studied?", "row": 3}
{"party": "Alba", "stance": "support", "as_written": "Support", "question": "Q3: Do companies support the note?", "table": 2}
{"party": "Bretta", "stance": "support", "comment": "as a note"}
{"party": "Corvia", "stance": "object", "as_written": "Not support"}
{"party": "Alba", "stance": "support", "question": "Issue 4-2: Which band comes first? – Option 1", "table": 3, "row": 1}
{"party": "Bretta", "stance": "support", "question": "Issue 4-2: Which band comes first? – Option 2"}
{"party": "Corvia", "stance": "support"}
{"party": "Dunmor", "stance": "neutral", "question": "Issue 4-2: Which band comes first?"}
{"party": "Elrin Inc.", "stance": "neutral"}
{"party": "Alba", "stance": "support", "question": "FL proposal: The lower band comes first. – Option 1"}
{"party": "Bretta", "stance": "object", "question": "FL proposal: The lower band comes first."}
```

Lists say who takes a position, and what their author says that others want. Who agrees with another
party's remark says nothing of the proposal; who moderates reports, and takes no position.

```document
%profile 3gpp
Study of combs
- Support – Alba, Bretta (only for now)
- Not support: Corvia
- Gold sequence – Alba, Dunmor
The comb is longer (see Table 2).
Proposal: Combs are studied first (Dunmor).
Proposal 7: Combs are studied.
| Company | Comments |
| Alba | Yes. It helps. |
| Bretta | We agree with Alba’s view that it is early. |
| Corvia | It overlaps with another one. We don’t need this proposal. |
| Elrin | Based on the feedback, the proposal was updated as Proposal 7-2. |
```

```facts
{"party": "Alba", "stance": "support", "as_written": "Support", "question": "Study of combs", "table": 0}
{"party": "Bretta", "stance": "support", "comment": "only for now"}
{"party": "Corvia", "stance": "object", "as_written": "Not support", "question": "Study of combs"}
{"party": "Alba", "stance": "support", "question": "Gold sequence"}
{"party": "Dunmor", "stance": "support", "question": "Gold sequence"}
{"party": "Dunmor", "stance": "support", "question": "Proposal: Combs are studied first"}
{"party": "Alba", "stance": "support", "question": "Proposal 7: Combs are studied.", "table": 1}
{"party": "Bretta", "stance": "unclear"}
{"party": "Corvia", "stance": "object"}
{"party": "Elrin", "office": "moderator", "stance": "none"}
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
{"party": "Kestria", "stance": "support", "as_written": "tried to plea again for the group", "question": "the establishment of the group"}
{"party": "Vostania", "stance": "conditional", "as_written": "could support the group provided that no metrics are studied in it", "evidence": "Vostania, which spoke late, could support the group provided that no metrics are studied in it."}
{"party": "Quintessa Labs", "stance": "neutral", "as_written": "remained neutral"}
```
)md";

void extract_positions(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  extract_position_tables(scan, wording, facts);
  extract_position_lists(scan, wording, facts);
  extract_counted_positions(scan, wording, facts);
  extract_position_text(scan, wording, facts);
  extract_own_positions(scan, wording, facts);
}

constexpr WordingKey kLists[] = {
    {"and", "the words that join two names"},
    {"own-positions", "kinds of documents whose \"we\" is their source"},
};

constexpr WordingKey kPatterns[] = {
    {"party-column", "header of the column of delegations or companies"},
    {"stance-column", "header of the column of stances"},
    {"comment-column", "header of the column of remarks"},
    {"option-word",
     "the word in a header for an option of which cells give the number; group word"},
    {"option-letters", "header of a column of the letters of options"},
    {"bare-option", "a cell with the number or letter of an option alone; group option"},
    {"lettered-option", "a cell with a letter that the question gives its options; group option"},
    {"asks-which", "a question whose answers are names of options"},
    {"option-none", "a cell that takes none of the options"},
    {"question-column", "header of a column that asks something, with the answers below"},
    {"question-comment-column", "header of a column of remarks on one of several questions"},
    {"comments-on-text-column",
     "header of a column by which remarks are on a text, and answer no question"},
    {"consulted-column", "header of the column that says whether a party was consulted"},
    {"question", "a line above the table, or its caption, that says what is asked; group question"},
    {"question-label", "a line that begins with the label of a proposal; group question"},
    {"question-of-above", "words that ask of the proposal above without its name"},
    {"question-refers",
     "words that name a question or proposal and say nothing else of it; group label"},
    {"chosen-option", "a remark that says which option it prefers; group option"},
    {"remark-label", "a line of a remark that says which question follows; groups question, rest"},
    {"no-question", "a line above a list that asks nothing"},
    {"head-field", "a line of a document's head"},
    {"bare-heading", "a heading that says nothing of what is asked below it"},
    {"party-with-office", "a party and the office of who spoke; groups party and office"},
    {"not-a-party", "a name in the party column, or a subject, that is nobody's delegation"},
    {"not-a-party-in-text", "a subject of a sentence that is nobody's delegation"},
    {"name-suffix", "a piece that belongs to the name before the comma: Inc."},
    {"whole-name", "names with an 'and' inside"},
    {"party-name", "how the name of a party looks in a list in running text"},
    {"party-with-note", "a name in a list and what a bracket adds; groups party and note"},
    {"numbered-party", "a party behind the number of its reply; group party"},
    {"person-behind-party-column",
     "header of a column of parties with a person in brackets behind"},
    {"party-condition", "a remark in brackets behind a party that is a condition"},
    {"repeated-party", "a name with the number of its turn: Alba2; groups party and note"},
    {"answer", "a header or row label that is a stance"},
    {"option", "a cell or header that names one of several options; group option"},
    {"answer-column", "header of a column of options, with those who take them beside it"},
    {"mark", "a cell that marks the answer of its column"},
    {"sure-mark", "a cell that can be nothing but a mark"},
    {"empty-mark", "a box that is not ticked"},
    {"person-column", "header of a column of people's names"},
    {"office-column", "header of a column of answers that may be one of people's offices"},
    {"office", "a cell that names the office of a person"},
    {"same-as", "a cell that takes over what another party says; group party"},
    {"same-as-above", "a cell that takes over what the party above says"},
    {"moderator-remark", "a remark by which whoever moderates reports on the discussion"},
    {"stance-none", "a cell that says there is no position"},
    {"stance-conditional", "a cell that supports on a condition"},
    {"stance-abstain", "a cell that abstains"},
    {"stance-neutral", "a cell that is neutral"},
    {"stance-object", "a cell that objects"},
    {"stance-support", "a cell that supports"},
    {"comment-flag", "beside a stance, a cell that says only whether there are remarks"},
    {"comment-none", "a remark that says there is no position"},
    {"comment-conditional", "a remark that supports on a condition"},
    {"comment-abstain", "a remark that abstains"},
    {"comment-neutral", "a remark that is neutral"},
    {"comment-object", "a remark that objects"},
    {"comment-support", "a remark that supports"},
    {"comment-open", "a remark that is open to the matter, where it says nothing stronger"},
    {"comment-echo", "a remark that only agrees with somebody else's"},
    {"list-trigger", "a line worth looking at for lists of parties", LookIn::blocks},
    {"list-lead", "words before such a line that say nothing of who or what"},
    {"counted-parties", "parties behind their number; group parties"},
    {"list-conditional", "a line of those who support on a condition; groups as list-object"},
    {"list-object",
     "a line of those who object; groups words, parties, matter where the label says to what, and "
     "what where it says to which part, so that some names must be known"},
    {"list-abstain", "a line of those who abstain; groups as list-object"},
    {"list-neutral", "a line of those who are neutral; groups as list-object"},
    {"list-support", "a line of those who support; groups as list-object"},
    {"list-none", "a line of those who take no position; groups as list-object"},
    {"counted-support", "those in favour behind their number; groups words and parties",
     LookIn::blocks},
    {"counted-object", "those against behind their number; groups as counted-support",
     LookIn::blocks},
    {"counted-abstain", "those who abstain behind their number; groups as counted-support",
     LookIn::blocks},
    {"option-claim", "a line that says who takes an option; groups option and parties"},
    {"said", "a line with a party and its remark; groups party and words"},
    {"discussed-column", "header of the column of documents in a list of what was said of each"},
    {"discussion-column", "in a list of documents with outcomes, the column of what was said"},
    {"sure-discussion-column", "the same where there need be no outcomes"},
    {"discussion-lead", "a line of such a column that begins with who speaks; group party"},
    {"document-revision", "a revision of the document that a report has come to"},
    {"discussed-itself", "words in such a column that mean the document"},
    {"party-answers", "a cell of parties with an answer each; groups party and answer"},
    {"roll-call", "a line of parties with an answer each; groups question and answers"},
    {"roll-answer", "one of them; groups party and answer"},
    {"claim", "a line that says who wants something; groups question and parties"},
    {"not-a-claim", "a line that names parties for another reason"},
    {"known-party-column", "header of a column whose names are known as parties in this document"},
    {"text-trigger", "a paragraph worth looking at for positions in running text", LookIn::blocks},
    {"text-subject", "whose position the phrase behind it states; groups party, also, and earlier"},
    {"question-act", "a question on doing something to a matter; group matter"},
    {"text-echo",
     "a phrase that shares the view told in the sentence before, or by another party; group party"},
    {"text-not", "a sentence that supposes, asks, or tells a rule"},
    {"text-matter", "what positions are taken on"},
    {"text-refers", "a matter that was named before"},
    {"text-proposes", "a phrase that proposes something; group question"},
    {"text-bare", "a matter of which nothing is said but what kind it is"},
    {"text-named", "words that name a matter for positions told behind them; group question"},
    {"text-turn", "from where on a sentence speaks of somebody else; group rest: from the name on"},
    {"text-joint", "what stands between two positions in one sentence"},
    {"question-end", "where words behind what a position is on say something else"},
    {"article", "a name with its article; group name"},
    {"own-object", "a document objects for its source; groups words and matter (a text-matter)"},
    {"own-support", "a document supports for its source; groups as own-object"},
    {"passive-support", "what is said to be supported by parties; group parties"},
    {"passive-object", "what is said to be opposed by parties; group parties"},
    {"title-asks", "a document's title that says what its table is a vote on"},
    {"text-unopposed", "a phrase against what it lets pass; groups as text-object"},
    {"text-object",
     "a phrase that objects; groups question, matter for what must be a text-matter, bare for "
     "words that name nothing, and change"},
    {"text-conditional", "a phrase that supports on a condition; groups as text-object"},
    {"text-abstain", "a phrase that abstains; groups as text-object"},
    {"text-neutral", "a phrase that is neutral; groups as text-object"},
    {"text-none", "a phrase that takes no position; groups as text-object"},
    {"text-support", "a phrase that supports; groups as text-object"},
    {"earlier-abstain", "words that say that a party abstained before"},
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
                                       .lists = kLists,
                                       .patterns = kPatterns};

}  // namespace rapporteur
