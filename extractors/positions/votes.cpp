#include "extractors/extractor.hpp"
#include "extractors/positions/vote_tables.hpp"
#include "extractors/positions/vote_text.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kVotesDoc = R"md(
How a vote, a ballot or a show of hands came out: from sentences that count at least two of those in
favour, against and abstaining, and from tables with a column for each. What is to be voted on, and
rules on voting, are no votes.

```document
# Election of the host
A vote was taken on the place of the next meeting: 45 votes in favour, three against and 2 abstentions. The proposal was carried.
The motion to extend the study failed with 4 in favour, 11 against.
Motion to adopt the minutes: Yes: 34, No: 2, Abstain: 5. Passed.
The group approved the draft by 25 votes to 3.
Approve the revised draft. Result (Y/N/A): 12/0/3
Each member has one vote; 71 % of the votes in favour are needed.
The proposal was approved unanimously.
```

```facts
{"question": "the place of the next meeting", "in_favour": 45, "against": 3, "abstained": 2, "result": "carried"}
{"question": "extend the study", "in_favour": 4, "against": 11, "abstained": 0, "result": "failed"}
{"question": "adopt the minutes", "in_favour": 34, "against": 2, "abstained": 5, "result": "passed"}
{"question": "Election of the host", "in_favour": 25, "against": 3, "result": "approved"}
{"question": "Approve the revised draft", "in_favour": 12, "against": 0, "abstained": 3, "result": ""}
```

A motion and its result may stand in paragraphs of their own; so may a poll.

```document
Motion 501: Move to incorporate the changes in 11-23/0045r2.
Moved: Ada First, Seconded: Bob Second
Result: 45 Y, 3 N, 10 A. Motion passes.
Straw poll 1: Do you support the resolution of CID 12?
Y/N/A: 30/12/20
Motion 502: Move to approve the minutes of November.
Approved by unanimous consent.
Hum: adopt the draft: 23 for, 2 against, 5 no opinion.
GS EX 016 V1.1.1 was approved for publication by 12 votes in favour, 1 against and 2 abstentions.
P-members voting: 20 in favour out of 22 = 91 %
```

```facts
{"question": "incorporate the changes in 11-23/0045r2", "in_favour": 45, "against": 3, "abstained": 10, "result": "passes", "moved_by": "Ada First", "seconded_by": "Bob Second"}
{"question": "Do you support the resolution of CID 12?", "in_favour": 30, "against": 12, "abstained": 20}
{"question": "approve the minutes of November", "in_favour": 0, "result": "unanimous consent"}
{"question": "adopt the draft", "in_favour": 23, "against": 2, "abstained": 5}
{"question": "GS EX 016 V1.1.1", "in_favour": 12, "against": 1, "abstained": 2, "result": "approved"}
{"in_favour": 20, "against": 2}
```

```document
|| Motion | For | Against | Abstain | Result |
| Keep the clause | 12 | 3 | 1 | Passed |
| Delete the annex | 4 | 10 | 2 | Failed |
| Rename it | | | | withdrawn |

Poll: should the paper be taken further?
|| SF | F | N | A | SA |
| 5 | 6 | 2 | 1 | 0 |

|| Candidate | Votes |
| Alba | 120 |
| Bretta | 98 |
```

```facts
{"question": "Keep the clause", "in_favour": 12, "against": 3, "abstained": 1, "result": "Passed"}
{"question": "Delete the annex", "in_favour": 4, "against": 10, "abstained": 2, "result": "Failed"}
{"question": "Poll: should the paper be taken further?", "in_favour": 11, "against": 1, "abstained": 2}
{"question": "Alba", "in_favour": 120}
{"question": "Bretta", "in_favour": 98}
```
)md";

void extract_votes(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  for (const Table& table : scan.doc().tables()) read_vote_table(scan, table, wording, facts);
  read_vote_text(scan, wording, facts);
}

constexpr WordingKey kLists[] = {{"numbers", "numbers in words, from none on"}};

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph worth looking at", LookIn::blocks},
    {"motion", "a paragraph that puts a motion or a poll; group question", LookIn::blocks},
    {"resolution-line",
     "the title of a resolution, with the vote on it in a line below; group question",
     LookIn::blocks},
    {"ballot-question", "a paragraph that quotes what a ballot asks; group question",
     LookIn::blocks},
    {"no-item", "what stands before a count and is not what was voted on"},
    {"count-line", "a line with one of the three counts and nothing else", LookIn::blocks},
    {"unanimous-line", "a line that says that nobody opposed, and nothing else; group result"},
    {"motion-by", "a line above a motion that says whose it is; groups mover and seconder",
     LookIn::blocks},
    {"moved", "who moved; group person"},
    {"seconded", "who seconded; group person"},
    {"unanimous", "a motion that nobody opposed; group result"},
    {"tally", "a count in one expression; groups in_favour, against, abstained and all"},
    {"in-favour", "how many are in favour; group count"},
    {"against", "how many are against; group count"},
    {"abstained", "how many abstain; group count"},
    {"cell-count", "a sentence in a cell that counts votes, among other words"},
    {"question", "what was voted on; group question"},
    {"result", "how the vote came out; group result"},
    {"result-line", "a paragraph behind the count that says how the vote came out; group result"},
    {"in-favour-column", "header of the column of votes in favour"},
    {"in-favour-too-column", "header of the column of those in favour with comments"},
    {"against-column", "header of the column of votes against"},
    {"abstained-column", "header of the column of abstentions"},
    {"question-column", "header of the column of what was voted on"},
    {"result-column", "header of the column of results"},
    {"strongly-in-favour-column", "first of five answers of a poll"},
    {"weakly-in-favour-column", "second of five answers of a poll"},
    {"neutral-column", "third of five answers of a poll"},
    {"weakly-against-column", "fourth of five answers of a poll"},
    {"strongly-against-column", "last of five answers of a poll"},
    {"nobody", "what stands in place of a candidate"},
    {"candidate-column", "header of the column of candidates"},
    {"votes-column", "header of the column of the votes for a candidate"},
};

}  // namespace

extern const Extractor kVotesExtractor;
const Extractor kVotesExtractor = {.id = "votes",
                                   .summary = "how votes and polls came out",
                                   .extract = extract_votes,
                                   .doc = kVotesDoc,
                                   .lists = kLists,
                                   .patterns = kPatterns};

}  // namespace rapporteur
