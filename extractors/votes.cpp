#include <algorithm>
#include <charconv>

#include "extractors/extractor.hpp"
#include "extractors/records.hpp"
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

constexpr int kFromTable = 100;
constexpr int kFromText = 90;

constexpr ColumnSpec kColumns[] = {{"in-favour-column", true},
                                   {"against-column", true},
                                   {"abstained-column"},
                                   {"question-column"},
                                   {"result-column"}};
// A poll with five answers: strongly in favour, in favour, neutral, against, strongly against.
constexpr ColumnSpec kFiveAnswers[] = {{"strongly-in-favour-column", true},
                                       {"weakly-in-favour-column", true},
                                       {"neutral-column", true},
                                       {"weakly-against-column", true},
                                       {"strongly-against-column", true},
                                       {"question-column"}};
constexpr ColumnSpec kCandidates[] = {{"candidate-column", true}, {"votes-column", true}};

std::optional<std::uint32_t> whole_number(std::string_view text) {
  text = trim(text);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

class VoteReader {
 public:
  VoteReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        trigger_(wording.named("trigger")),
        tally_(wording.named("tally")),
        in_favour_(wording.named("in-favour")),
        against_(wording.named("against")),
        abstained_(wording.named("abstained")),
        question_(wording.named("question")),
        result_(wording.named("result")) {}

  void read(const Table& table) {
    if (const auto votes = Records::find(scan_, table, wording_, kColumns)) {
      for (std::uint32_t row = votes->first_row(); row < votes->end_row(); ++row) {
        read_row(*votes, row);
      }
    } else if (const auto poll = Records::find(scan_, table, wording_, kFiveAnswers)) {
      for (std::uint32_t row = poll->first_row(); row < poll->end_row(); ++row) {
        read_poll(*poll, row);
      }
    } else if (const auto election = Records::find(scan_, table, wording_, kCandidates)) {
      for (std::uint32_t row = election->first_row(); row < election->end_row(); ++row) {
        read_candidate(*election, row);
      }
    }
  }

  void read(BlockId id) {
    if (!scan_.found(id, trigger_)) return;
    for (const TextRange sentence : sentences(doc_, doc_.block(id).text)) {
      read_sentence(id, sentence);
    }
  }

 private:
  void read_row(const Records& records, std::uint32_t row) {
    const auto in_favour = whole_number(records.text(row, "in-favour-column"));
    const auto against = whole_number(records.text(row, "against-column"));
    if (!in_favour || !against) return;
    Vote vote;
    vote.question = records.text(row, "question-column");
    if (vote.question.empty()) vote.question = words_above(doc_, records.grid().table());
    vote.in_favour = *in_favour;
    vote.against = *against;
    vote.abstained = whole_number(records.text(row, "abstained-column")).value_or(0);
    vote.result = records.text(row, "result-column");
    add(std::move(vote), records, row, "vote-table");
  }

  void read_poll(const Records& records, std::uint32_t row) {
    std::uint32_t counts[5] = {};
    for (std::size_t i = 0; i < std::size(counts); ++i) {
      const auto count = whole_number(records.text(row, kFiveAnswers[i].pattern));
      if (!count) return;
      counts[i] = *count;
    }
    Vote vote;
    vote.question = records.text(row, "question-column");
    if (vote.question.empty()) vote.question = words_above(doc_, records.grid().table());
    vote.in_favour = counts[0] + counts[1];
    vote.abstained = counts[2];
    vote.against = counts[3] + counts[4];
    add(std::move(vote), records, row, "five-answers-table");
  }

  void read_candidate(const Records& records, std::uint32_t row) {
    const auto votes = whole_number(records.text(row, "votes-column"));
    if (!votes) return;
    Vote vote;
    vote.question = records.text(row, "candidate-column");
    vote.in_favour = *votes;
    if (!vote.question.empty()) add(std::move(vote), records, row, "election-table");
  }

  void add(Vote vote, const Records& records, std::uint32_t row, std::string pattern) {
    facts_.add(std::move(vote), records.block(row), records.range(row), std::move(pattern),
               kFromTable);
  }

  void read_sentence(BlockId id, TextRange sentence) {
    Vote vote;
    std::string pattern = "counts";
    if (const auto tally = find_match(doc_, sentence, tally_)) {
      vote.in_favour = count(*tally, "in_favour");
      vote.against = count(*tally, "against");
      vote.abstained = count(*tally, "abstained");
      pattern = "tally";
    } else if (!read_counts(sentence, vote)) {
      return;
    }
    vote.question = question_of(id, sentence);
    vote.result = result_of(id, sentence);
    facts_.add(std::move(vote), id, sentence, std::move(pattern), kFromText,
               "read from running text");
  }

  // At least two of the three are counted.
  bool read_counts(TextRange sentence, Vote& vote) const {
    const auto in_favour = find_match(doc_, sentence, in_favour_);
    const auto against = find_match(doc_, sentence, against_);
    const auto abstained = find_match(doc_, sentence, abstained_);
    if (!in_favour || (!against && !abstained)) return false;
    vote.in_favour = count(*in_favour, "count");
    if (against) vote.against = count(*against, "count");
    if (abstained) vote.abstained = count(*abstained, "count");
    return true;
  }

  // "12", "twelve", "no"
  std::uint32_t count(const Match& match, const std::string& group) const {
    const std::string words = lower_ascii(words_at(doc_, match.group(group)));
    if (const auto number = whole_number(words)) return *number;
    const std::vector<std::string>& names = wording_.list("numbers");
    const auto found = std::ranges::find(names, words);
    return found == names.end() ? 0 : static_cast<std::uint32_t>(found - names.begin());
  }

  // What was voted on: in the sentence, before it in its paragraph, or the heading above.
  std::string question_of(BlockId id, TextRange sentence) const {
    if (const auto match = find_match(doc_, sentence, question_)) {
      return words_at(doc_, match->group("question"));
    }
    const TextRange before{doc_.block(id).text.begin, sentence.begin};
    const std::vector<TextRange> earlier = sentences(doc_, before);
    if (!earlier.empty()) {
      if (const auto match = find_match(doc_, earlier.back(), question_)) {
        return words_at(doc_, match->group("question"));
      }
      std::string words = words_at(doc_, earlier.back());
      if (words.ends_with('.')) words.pop_back();
      return words;
    }
    const ClauseId clause = doc_.clause_of(id);
    return clause ? doc_.clause(clause).title : std::string();
  }

  // In the sentence, or in what follows it in its paragraph.
  std::string result_of(BlockId id, TextRange sentence) const {
    const TextRange rest{sentence.begin, std::max(sentence.begin, doc_.block(id).text.end)};
    const auto match = find_match(doc_, rest, result_);
    return match ? lower_ascii(words_at(doc_, match->group("result"))) : std::string();
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  Patterns trigger_;
  Patterns tally_;
  Patterns in_favour_;
  Patterns against_;
  Patterns abstained_;
  Patterns question_;
  Patterns result_;
};

void extract_votes(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const Document& doc = scan.doc();
  VoteReader reader(scan, wording, facts);
  for (const Table& table : doc.tables()) reader.read(table);
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    const Block& block = doc.block({i});
    if (!block.cell && block.kind != BlockKind::table) reader.read(BlockId{i});
  }
}

constexpr WordingKey kLists[] = {{"numbers", "numbers in words, from none on"}};

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph worth looking at", LookIn::blocks},
    {"tally", "a count in one expression; groups in_favour, against and abstained"},
    {"in-favour", "how many are in favour; group count"},
    {"against", "how many are against; group count"},
    {"abstained", "how many abstain; group count"},
    {"question", "what was voted on; group question"},
    {"result", "how the vote came out; group result"},
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
