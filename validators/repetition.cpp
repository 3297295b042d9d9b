// Rules about words and sentences that stand twice.

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/scan.hpp"

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
The 3rd session met in room 3.
```
)md";

bool is_word(std::string_view token) {
  return token.size() > 1 && std::ranges::none_of(token, is_digit) &&
         std::ranges::any_of(token, is_alpha);
}

bool only_blanks(std::string_view a, std::string_view b) {
  const std::string_view between(a.data() + a.size(),
                                 static_cast<std::size_t>(b.data() - a.data()) - a.size());
  return !between.empty() && between.find_first_not_of(' ') == std::string_view::npos;
}

void check_words(const Document& doc, BlockId id, const std::vector<std::string>& allowed,
                 Report& report) {
  const std::vector<std::string_view> all = tokens(doc.text(id));
  for (std::size_t i = 1; i < all.size(); ++i) {
    const std::string_view first = all[i - 1];
    const std::string_view second = all[i];
    if (first.size() != second.size() || !is_word(first) || !equals_ignoring_case(first, second)) {
      continue;
    }
    if (!only_blanks(first, second)) continue;
    // "ID id", "Can CAN": two spellings are two words.
    if (first != second && lower_ascii(first) != second) continue;
    if (std::ranges::find(allowed, lower_ascii(first)) != allowed.end()) continue;
    report.add_at(id, report.range_of(second), fmt::format("'{}' stands twice", second));
  }
}

void check_ordinals(const Document& doc, Report& report) {
  const re2::RE2& pattern =
      compiled(R"(\b(\d{1,3})(?:st|nd|rd|th) (?:[A-Za-z-]+ ){0,2}(?:session|meeting) (\d{1,3})\b)");
  for (const PlacedMatch& hit : matches(doc, pattern)) {
    if (hit.group(1) != hit.group(2)) continue;
    report.add_at(hit.block, report.range_of(hit.text()),
                  fmt::format("'{}': the number is said twice", hit.text()));
  }
}

void check_duplicate_words(const Subject& in, Report& report) {
  const std::vector<std::string>& allowed = in.config.list("allowed");
  for (std::uint32_t i = 0; i < in.doc.blocks().size(); ++i) {
    if (is_prose(in.doc, BlockId{i})) check_words(in.doc, BlockId{i}, allowed, report);
  }
  check_ordinals(in.doc, report);
}

constexpr RuleOption kWordOptions[] = {{"allowed", "[]", "words that may stand twice"}};

constexpr std::string_view kSentenceDoc = R"md(
No sentence or list item says the same as another of its clause in the same or nearly the same
words. Sentences that differ in a number or a name speak of different cases, and tables repeat on
purpose. What is said in nearly the same words is told as information only.

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
)md";

constexpr std::size_t kEqualWords = 8;     // of sentences that are the same
constexpr std::size_t kSimilarWords = 16;  // of sentences that are nearly the same
constexpr double kSimilar = 0.82;

struct Said {
  Sentence sentence;
  std::vector<std::string> words;  // sorted, each once
};

std::vector<std::string> word_set(std::string_view text) {
  std::set<std::string> set;
  for (const std::string_view token : tokens(text)) set.insert(lower_ascii(token));
  return {set.begin(), set.end()};
}

// A word that tells one case from another: a number, a code.
bool distinguishes(const std::string& word) { return std::ranges::any_of(word, is_digit); }

bool says_the_same(const Said& a, const Said& b) {
  if (a.words == b.words) return a.words.size() >= kEqualWords;
  if (std::min(a.words.size(), b.words.size()) < kSimilarWords) return false;
  std::vector<std::string> only;
  std::ranges::set_symmetric_difference(a.words, b.words, std::back_inserter(only));
  const std::size_t together = (a.words.size() + b.words.size() + only.size()) / 2;
  const double shared = static_cast<double>(together - only.size());
  if (shared < kSimilar * static_cast<double>(together)) return false;
  return std::ranges::none_of(only, distinguishes);
}

void check_clause(const std::vector<Said>& said, Report& report) {
  for (std::size_t i = 1; i < said.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!says_the_same(said[i], said[j])) continue;
      Report level = said[i].words == said[j].words ? report : report.at_most(Severity::info);
      level.add_at(said[i].sentence.block, report.range_of(said[i].sentence.text),
                   fmt::format("says the same as '{}'", collapse(said[j].sentence.text)),
                   {report.range_of(said[j].sentence.text)});
      break;
    }
  }
}

void check_duplicate_sentences(const Subject& in, Report& report) {
  std::map<ClauseId, std::vector<Said>> clauses;
  for (const Sentence& sentence : sentences(in.doc)) {
    if (in.doc.block(sentence.block).cell || !in.doc.clause_of(sentence.block)) continue;
    std::vector<std::string> set = word_set(sentence.text);
    if (set.size() < kEqualWords) continue;
    clauses[in.doc.clause_of(sentence.block)].push_back({sentence, std::move(set)});
  }
  for (const auto& [clause, said] : clauses) check_clause(said, report);
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
