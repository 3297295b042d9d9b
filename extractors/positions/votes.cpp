#include <algorithm>

#include "extractors/extractor.hpp"
#include "extractors/positions/vote_tables.hpp"
#include "extractors/reading/match.hpp"
#include "extractors/reading/relative_date.hpp"
#include "pipeline/text/words.hpp"

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

constexpr int kFromText = 90;

constexpr int kMotionReach = 6;  // paragraphs behind a motion in which its result stands

// A motion or a poll that was put, until its result is told.
struct Motion {
  BlockId block;
  TextRange where;
  std::string question;
  std::string moved_by;
  std::string seconded_by;
  int left = 0;  // paragraphs in which it is still open
};

class VoteReader {
 public:
  VoteReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan), doc_(scan.doc()), wording_(wording), facts_(facts) {}

  void read(BlockId id) {
    if (doc_.block(id).text.empty()) return;
    if (counted_ && read_result_line(id)) return;
    if (const Match* const motion = scan_.match(id, wording_.named("motion"))) open(id, *motion);
    if (motion_.left > 0) read_movers(id);
    if (scan_.found(id, wording_.named("trigger"))) {
      for (const TextRange sentence : sentences(doc_, doc_.block(id).text)) {
        read_sentence(id, sentence);
      }
    }
    if (motion_.left > 0) read_consent(id);
    --motion_.left;
  }

 private:
  // "Motion passes." behind the count.
  bool read_result_line(BlockId id) {
    counted_ = false;
    const TextRange words = trimmed(doc_, doc_.block(id).text);
    const auto line = find_match(doc_, words, wording_.named("result-line"));
    if (!line) return false;
    Fact& last = facts_.all().back();
    Vote* const vote = std::get_if<Vote>(&last.value);
    if (vote == nullptr || !vote->result.empty()) return false;
    vote->result = lower_ascii(words_at(doc_, line->group("result")));
    last.where.end = words.end;
    return true;
  }

  void open(BlockId id, const Match& match) {
    motion_ = {id, match.where, words_at(doc_, match.group("question")), {}, {}, kMotionReach};
    while (motion_.question.ends_with('.')) motion_.question.pop_back();
  }

  // "Moved: Ada First, Seconded: Bob Second"
  void read_movers(BlockId id) {
    const TextRange words = doc_.block(id).text;
    if (motion_.moved_by.empty()) {
      const auto moved = find_match(doc_, words, wording_.named("moved"));
      if (moved) motion_.moved_by = words_at(doc_, moved->group("person"));
    }
    if (motion_.seconded_by.empty()) {
      const auto seconded = find_match(doc_, words, wording_.named("seconded"));
      if (seconded) motion_.seconded_by = words_at(doc_, seconded->group("person"));
    }
  }

  // "Approved by unanimous consent": nobody counts.
  void read_consent(BlockId id) {
    const TextRange words = trimmed(doc_, doc_.block(id).text);
    const auto consent = find_match(doc_, words, wording_.named("unanimous"));
    if (!consent || motion_.question.empty()) return;
    Vote vote;
    vote.result = lower_ascii(words_at(doc_, consent->group("result")));
    close(std::move(vote), words, "unanimous");
  }

  // The vote that a motion led to; its words go from the motion to the result.
  void close(Vote vote, TextRange result, std::string pattern) {
    vote.question = motion_.question;
    vote.moved_by = motion_.moved_by;
    vote.seconded_by = motion_.seconded_by;
    counted_ = vote.result.empty();
    facts_.add(std::move(vote), motion_.block, {motion_.where.begin, result.end},
               std::move(pattern), kFromText, "read from running text");
    motion_.left = 0;
  }

  void read_sentence(BlockId id, TextRange sentence) {
    Vote vote;
    std::string pattern = "counts";
    if (const auto tally = find_match(doc_, sentence, wording_.named("tally"))) {
      vote.in_favour = count(*tally, "in_favour");
      vote.against = count(*tally, "against");
      vote.abstained = count(*tally, "abstained");
      // "12 in favour out of 15"
      const std::uint32_t all = count(*tally, "all");
      if (all > vote.in_favour) vote.against = all - vote.in_favour;
      pattern = "tally";
    } else if (!read_counts(sentence, vote)) {
      return;
    }
    vote.result = result_of(id, sentence);
    const auto question = find_match(doc_, sentence, wording_.named("question"));
    if (motion_.left > 0 && (!question || motion_.block == id) && !motion_.question.empty()) {
      return close(std::move(vote), sentence, std::move(pattern));
    }
    vote.question =
        question ? words_at(doc_, question->group("question")) : question_before(id, sentence);
    counted_ = vote.result.empty();
    facts_.add(std::move(vote), id, sentence, std::move(pattern), kFromText,
               "read from running text");
  }

  // At least two of the three are counted.
  bool read_counts(TextRange sentence, Vote& vote) const {
    const auto in_favour = find_match(doc_, sentence, wording_.named("in-favour"));
    const auto against = find_match(doc_, sentence, wording_.named("against"));
    const auto abstained = find_match(doc_, sentence, wording_.named("abstained"));
    if (!in_favour || (!against && !abstained)) return false;
    vote.in_favour = count(*in_favour, "count");
    if (against) vote.against = count(*against, "count");
    if (abstained) vote.abstained = count(*abstained, "count");
    return true;
  }

  // "12", "twelve", "no"
  std::uint32_t count(const Match& match, const std::string& group) const {
    const std::string words = words_at(doc_, match.group(group));
    return static_cast<std::uint32_t>(std::max(0, number_in(words, wording_.list("numbers"))));
  }

  // What was voted on: before the sentence in its paragraph, the heading above, or the title.
  std::string question_before(BlockId id, TextRange sentence) const {
    const TextRange before{doc_.block(id).text.begin, sentence.begin};
    const std::vector<TextRange> earlier = sentences(doc_, before);
    if (!earlier.empty()) {
      if (const auto match = find_match(doc_, earlier.back(), wording_.named("question"))) {
        return words_at(doc_, match->group("question"));
      }
      std::string words = words_at(doc_, earlier.back());
      if (words.ends_with('.')) words.pop_back();
      return words;
    }
    const ClauseId clause = doc_.clause_of(id);
    const std::string title = clause ? doc_.clause(clause).title : std::string();
    // A line of a form is no question.
    const bool is_line = title.find(": ") != std::string::npos;
    return title.empty() || is_line ? doc_.identity().title : title;
  }

  // In the sentence, or in what follows it in its paragraph.
  std::string result_of(BlockId id, TextRange sentence) const {
    const TextRange rest{sentence.begin, std::max(sentence.begin, doc_.block(id).text.end)};
    const auto match = find_match(doc_, rest, wording_.named("result"));
    return match ? lower_ascii(words_at(doc_, match->group("result"))) : std::string();
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  Motion motion_;
  bool counted_ = false;  // the block before counted, and did not say how the vote came out
};

void extract_votes(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const Document& doc = scan.doc();
  VoteReader reader(scan, wording, facts);
  for (const Table& table : doc.tables()) read_vote_table(scan, table, wording, facts);
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    const Block& block = doc.block({i});
    if (!block.cell && block.kind != BlockKind::table) reader.read(BlockId{i});
  }
}

constexpr WordingKey kLists[] = {{"numbers", "numbers in words, from none on"}};

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph worth looking at", LookIn::blocks},
    {"motion", "a paragraph that puts a motion or a poll; group question", LookIn::blocks},
    {"moved", "who moved; group person"},
    {"seconded", "who seconded; group person"},
    {"unanimous", "a motion that nobody opposed; group result"},
    {"tally", "a count in one expression; groups in_favour, against, abstained and all"},
    {"in-favour", "how many are in favour; group count"},
    {"against", "how many are against; group count"},
    {"abstained", "how many abstain; group count"},
    {"question", "what was voted on; group question"},
    {"result", "how the vote came out; group result"},
    {"result-line", "a paragraph behind the count that says how the vote came out; group result"},
    {"in-favour-column", "header of the column of votes in favour"},
    {"against-column", "header of the column of votes against"},
    {"abstained-column", "header of the column of abstentions"},
    {"question-column", "header of the column of what was voted on"},
    {"result-column", "header of the column of results"},
    {"strongly-in-favour-column", "first of five answers of a poll"},
    {"weakly-in-favour-column", "second of five answers of a poll"},
    {"neutral-column", "third of five answers of a poll"},
    {"weakly-against-column", "fourth of five answers of a poll"},
    {"strongly-against-column", "last of five answers of a poll"},
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
