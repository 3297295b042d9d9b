// Rules about words and sentences that stand twice.

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kWordDoc = R"md(
No word is doubled by accident, and no ordinal is said twice ("the 3rd session 3"). Words that
English doubles on purpose are options; numbers and words of one letter are not looked at.

```fail
The group on Quantum Quantum Key Distribution met.  <-- 'Quantum' stands twice
```

```fail
The floor was closed in the 3rd ad hoc session 3.  <-- '3rd ad hoc session 3'
```

```pass
He said that that was clear; it had had no effect. Table 1 1 2
| Support | Support |
The 3rd session met in room 3. Il convient que nous nous réunissions.
ETSI ERM ERM(31)0295
The properties WM_PROTOCOLS protocols use are listed.
```
)md";

bool is_word(const Word& word) {
  if (word.text.starts_with("\xE2\x94")) return false;  // the border of a cell, U+2500 and on
  return word.text.size() > 1 && !has_digit(word.key) && std::ranges::any_of(word.text, is_alpha);
}

bool only_blanks(std::string_view a, std::string_view b) {
  const std::string_view between(a.data() + a.size(),
                                 static_cast<std::size_t>(b.data() - a.data()) - a.size());
  return !between.empty() && between.find_first_not_of(' ') == std::string_view::npos;
}

// "ERM(31)0295": the word is the beginning of a document's number.
bool begins_number(std::string_view word, std::string_view text) {
  const std::size_t end = static_cast<std::size_t>(word.data() - text.data()) + word.size();
  return end + 1 < text.size() && text[end] == '(' && is_digit(text[end + 1]);
}

// "WM_PROTOCOLS": the word is the end of a name.
bool ends_name(std::string_view word, std::string_view text) {
  return word.data() != text.data() && word.data()[-1] == '_';
}

void check_words(std::span<const Word> all, const std::vector<std::string>& allowed,
                 const Document& doc, BlockId id, Report& report) {
  for (std::size_t i = 1; i < all.size(); ++i) {
    const std::string_view first = all[i - 1].text;
    const std::string_view second = all[i].text;
    if (all[i - 1].key != all[i].key || !is_word(all[i]) || !only_blanks(first, second)) continue;
    // "ID id", "Can CAN": two spellings are two words.
    if (first != second && lower_ascii(first) != second) continue;
    if (std::ranges::find(allowed, lower_ascii(first)) != allowed.end()) continue;
    if (begins_number(second, doc.text(id)) || ends_name(first, doc.text(id))) continue;
    report.add_at(id, report.range_of(second), fmt::format("'{}' stands twice", second));
  }
}

void check_ordinals(const Subject& in, Report& report) {
  const std::string ordinals = in.config.text("ordinals", "");
  if (ordinals.empty()) return;
  for (const PlacedMatch& hit : in.shared.matches(ordinals)) {
    if (hit.group(1) != hit.group(2)) continue;
    report.add_at(hit.block, report.range_of(hit.text()),
                  fmt::format("'{}': the number is said twice", hit.text()));
  }
}

void check_duplicate_words(const Subject& in, Report& report) {
  const std::vector<std::string>& allowed = in.config.list("allowed");
  for (std::uint32_t i = 0; i < in.doc.blocks().size(); ++i) {
    check_words(in.shared.words(BlockId{i}), allowed, in.doc, BlockId{i}, report);
  }
  check_ordinals(in, report);
}

constexpr RuleOption kWordOptions[] = {
    {"allowed", "[]", "words that may stand twice"},
    {"ordinals", "", "pattern of what may have its number twice; groups: both numbers", true}};

constexpr std::string_view kSentenceDoc = R"md(
No sentence or list item says the same as one shortly before it in its clause, in the same or nearly
the same words. Sentences that differ in a number or a name speak of different cases, and tables
repeat on purpose; so do parallel cases, which share several sentences in a row or are the items
of enumerations, and the lines that introduce lists. What is said in nearly the same words is told as
information only.

```fail
%kind etsi-isg-rules
# 6 Voting
- members are eligible for voting if they have been present during at least two out of the previous three meetings;
- no proxy vote shall be allowed;
- voting members are eligible for voting if they have been present during at least two out of the past three meetings;  <-- says the same
```

```fail
%kind etsi-isg-rules
# 6 Voting
The result of the vote shall be recorded in the report of the meeting.
There is no quorum.
The result of the vote shall be recorded in the report of the meeting.  <-- says the same
```

```fail
%kind circular
The workshop is open to all members of the Union and to all who wish to contribute.
The language of the workshop is English.
The workshop is open to all members of the Union and to all who wish to contribute.  <-- says the same
```

```pass
%kind etsi-isg-rules
# 6 Voting
## 6.1 At a meeting
The result of the vote shall be recorded in the report of the meeting.
## 6.2 By letter
The result of the vote shall be recorded in the report of the meeting.
Set the timer T3410 to the value received from the network when the procedure has been completed.
Set the timer T3411 to the value received from the network when the procedure has been completed.
```

```pass
%kind etsi-isg-rules
# 6 Voting
The chair may ask for a vote. If the result is doubted by two members, the vote is taken again in writing. If there is no doubt left, the result is told to all members of the group.
The secretary may ask for a ballot. If the result is doubted by two members, the vote is taken again in writing. If there is no doubt left, the result is told to all members of the group.
```

```pass
%kind etsi-isg-rules
# 6 Voting
The meaning of each field in the message that is sent is as follows:
Ballot: the number of the ballot.
The meaning of each field in the message that is sent is as follows:
Vote: the number of the vote.
```

```pass
%kind etsi-isg-rules
# 6 Voting
The keywords "is required to" indicate a requirement which is strictly followed and from which no deviation is permitted if conformance to the text is to be claimed.
The keywords "is prohibited from" indicate a requirement which is strictly followed and from which no deviation is permitted if conformance to the text is to be claimed.
```

```pass
%kind etsi-isg-rules
# 6 Voting
The vote is taken at the meeting where:
a) no comments other than those on typographical errors have been received by the secretary;
b) nobody objects.
The vote is taken by letter where:
a) no comments other than those on typographical errors have been received by the secretary;
b) a member asks for it.
```
)md";

constexpr std::size_t kEqualWords = 8;     // of sentences that are the same
constexpr std::size_t kSimilarWords = 16;  // of sentences that are nearly the same
constexpr double kSimilar = 0.82;
constexpr std::uint32_t kNear = 8;  // blocks from one to the other

struct Said {
  const Sentence* sentence;
  std::vector<std::uint64_t> words;  // their keys, sorted, each once
};

std::vector<std::uint64_t> word_set(std::span<const Word> words) {
  std::vector<std::uint64_t> set;
  for (const Word& word : words) set.push_back(word.key);
  std::ranges::sort(set);
  set.erase(std::ranges::unique(set).begin(), set.end());
  return set;
}

bool says_the_same(const Said& a, const Said& b) {
  if (a.words == b.words) return a.words.size() >= kEqualWords;
  if (std::min(a.words.size(), b.words.size()) < kSimilarWords) return false;
  std::vector<std::uint64_t> only;
  std::ranges::set_symmetric_difference(a.words, b.words, std::back_inserter(only));
  const std::size_t together = (a.words.size() + b.words.size() + only.size()) / 2;
  const double shared = static_cast<double>(together - only.size());
  if (shared < kSimilar * static_cast<double>(together)) return false;
  // A number or a code tells one case from another.
  return std::ranges::none_of(only, has_digit);
}

// Finds the sentences of a clause that may say the same as a further one. Two sets of words of
// which kSimilar is shared have one in common among the first of each, in any one order: as many
// as a set can lack, and one.
class SaidBefore {
 public:
  std::set<std::size_t> candidates(const Said& said) const {
    std::set<std::size_t> found;
    for (const std::uint64_t word : beginning(said)) {
      const auto holders = index_.find(word);
      if (holders != index_.end()) found.insert(holders->second.begin(), holders->second.end());
    }
    return found;
  }
  void add(const Said& said, std::size_t place) {
    for (const std::uint64_t word : beginning(said)) index_[word].push_back(place);
  }

 private:
  static std::span<const std::uint64_t> beginning(const Said& said) {
    const std::size_t size = said.words.size();
    const auto kept = static_cast<std::size_t>(kSimilar * static_cast<double>(size));
    return std::span(said.words).first(std::min(size, size - kept + 1));
  }
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> index_;
};

bool is_enumerated(const Document& doc, BlockId id) {
  return found_in(doc.shown_text(id), R"(^\s*\(?(?:[a-z]|[ivx]+|\d+)[.)]\s)");
}

// What is quoted is what a sentence speaks of: 'The keyword "is required" …'.
bool quote_otherwise(const Said& a, const Said& b) {
  constexpr std::string_view kQuoted = "[\"\u201c\u201d]([^\"\u201c\u201d]+)[\"\u201c\u201d]";
  const std::vector<PatternMatch> one = matches(a.sentence->text, compiled(kQuoted));
  const std::vector<PatternMatch> other = matches(b.sentence->text, compiled(kQuoted));
  return !one.empty() && !other.empty() && one[0].groups[1] != other[0].groups[1];
}

// The items of two enumerations tell parallel cases.
bool are_cases(const Document& doc, const Said& a, const Said& b) {
  const BlockId one = a.sentence->block;
  const BlockId other = b.sentence->block;
  if (!is_enumerated(doc, one) || !is_enumerated(doc, other)) return false;
  return a.words != b.words || doc.label(one) == doc.label(other);
}

// Whether the sentence behind or before is repeated as well, in a paragraph that is not the same.
bool goes_on(const Document& doc, const std::vector<Said>& said, std::size_t i, std::size_t j) {
  if (doc.text(said[i].sentence->block) == doc.text(said[j].sentence->block)) return false;
  const bool before = j > 0 && i - 1 != j && says_the_same(said[i - 1], said[j - 1]);
  return before || (i + 1 < said.size() && j + 1 != i && says_the_same(said[i + 1], said[j + 1]));
}

// What is repeated on purpose: the introductions of lists, and cases that are told alike.
bool is_parallel(const Document& doc, const std::vector<Said>& said, std::size_t i, std::size_t j) {
  const Sentence& here = *said[i].sentence;
  if (here.block.index - said[j].sentence->block.index > kNear) return true;
  if (trim(here.text).ends_with(':')) return true;
  if (quote_otherwise(said[i], said[j])) return true;
  return are_cases(doc, said[i], said[j]) || goes_on(doc, said, i, j);
}

void check_clause(const Document& doc, const std::vector<Said>& said, Report& report) {
  SaidBefore before;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const Sentence& sentence = *said[i].sentence;
    for (const std::size_t j : before.candidates(said[i])) {
      if (!says_the_same(said[i], said[j]) || is_parallel(doc, said, i, j)) continue;
      Report level = said[i].words == said[j].words ? report : report.at_most(Severity::info);
      level.add_at(sentence.block, report.range_of(sentence.text),
                   fmt::format("says the same as '{}'", collapse(said[j].sentence->text)),
                   {report.range_of(said[j].sentence->text)});
      break;
    }
    before.add(said[i], i);
  }
}

void check_duplicate_sentences(const Subject& in, Report& report) {
  std::map<ClauseId, std::vector<Said>> clauses;
  for (const Sentence& sentence : in.shared.sentences()) {
    if (sentence.words.size() < kEqualWords || in.doc.block(sentence.block).cell) continue;
    const ClauseId clause = in.doc.clause_of(sentence.block);
    // Before the first clause stand the paragraphs of a letter, and titles, which are repeated.
    if (!clause && !trim(sentence.text).ends_with('.')) continue;
    std::vector<std::uint64_t> set = word_set(sentence.words);
    if (set.size() >= kEqualWords) clauses[clause].push_back({&sentence, std::move(set)});
  }
  for (const auto& [clause, said] : clauses) check_clause(in.doc, said, report);
}

constexpr Rule kRules[] = {
    {.id = "wording-duplicate-word",
     .group = "F",
     .severity = Severity::warning,
     .summary = "no word is doubled by accident",
     .check = check_duplicate_words,
     .doc = kWordDoc,
     .options = kWordOptions},
    {.id = "wording-duplicate-sentence",
     .group = "F",
     .severity = Severity::warning,
     .summary = "no sentence of a clause is repeated in it",
     .check = check_duplicate_sentences,
     .doc = kSentenceDoc},
};

}  // namespace

std::span<const Rule> repetition_rules() { return kRules; }

}  // namespace rapporteur
