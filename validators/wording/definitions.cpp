// Rules about terms and their definitions.

#include <algorithm>

#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/wording/definition_reading.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kLowerDoc = R"md(
A defined term begins with a small letter, so that one sees which of its words are names. A term of
which a later word has a capital too, or that has a capital behind its first letter, is taken for a
name.

```fail
%kind recommendation
# 3 Definitions
## 3.2 Terms defined in this Recommendation
3.2.1	Key relay: method of passing keys.  <-- 'Key relay' begins with a capital
```

```pass
%kind recommendation
# 3 Definitions
## 3.2 Terms defined in this Recommendation
3.2.1	key relay: method of passing keys.
3.2.2	QKD node: node that makes keys.
3.2.3	Bell State: state of two particles.
```
)md";

bool is_name(std::string_view term) {
  const std::vector<std::string_view> found = words(term);
  if (found.empty() || found[0].size() < 2) return true;
  const auto has_capital = [](std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return is_upper(c) || is_digit(c); });
  };
  if (has_capital(found[0].substr(1))) return true;
  return std::any_of(found.begin() + 1, found.end(), has_capital);
}

void check_lower(const Subject& in, Report& report) {
  for (const DefinedTerm& term : terms(in)) {
    if (!is_upper(term.term[0]) || is_name(term.term)) continue;
    report.add_at(term.block, report.range_of(term.term),
                  fmt::format("'{}' begins with a capital", term.term));
  }
}

constexpr std::string_view kOrderDoc = R"md(
The terms of a clause are in alphabetical order. Told once for each term that stands too late.

```fail
%kind recommendation
# 3 Definitions
## 3.2 Terms defined in this Recommendation
3.2.1	node: place where keys are made.
3.2.2	key: secret string of bits.  <-- 'key' after 'node'
```

```pass
%kind recommendation
# 3 Definitions
## 3.1 Terms defined elsewhere
3.1.1	node [ITU-T Y.3800]: place where keys are made.
## 3.2 Terms defined in this Recommendation
3.2.1	key: secret string of bits.
3.2.2	key relay: method of passing keys.
```
)md";

void check_order(const Subject& in, Report& report) {
  const DefinedTerm* before = nullptr;
  const std::vector<DefinedTerm> all = terms(in);
  for (const DefinedTerm& term : all) {
    const bool same = before != nullptr && before->heading == term.heading;
    if (same && search_key(term.term) < search_key(before->term)) {
      report.add_at(term.block, report.range_of(term.term),
                    fmt::format("'{}' after '{}'", term.term, before->term));
    } else {
      before = &term;
    }
  }
}

constexpr std::string_view kCircularDoc = R"md(
A definition does not use the term that it defines: the reader is sent round in a circle. Looked at
are the first sentences of terms of this text, without the term at their head ("An annex is ..."); the
words of others are quoted as they are.

```fail
%kind recommendation
# 3 Definitions
## 3.2 Terms defined in this Recommendation
3.2.1	key relay: node that works as a key relay.  <-- the definition uses 'key relay'
```

```pass
%kind recommendation
# 3 Definitions
## 3.2 Terms defined in this Recommendation
3.2.1	key relay: method of passing a key.
3.2.2	relay: A relay is a method of passing something.
```
)md";

std::string padded(std::string_view text) {
  std::string out = " ";
  for (const std::string_view word : tokens(text)) out += lower_ascii(word) + " ";
  return out;
}

// What a definition says of its term: its first sentence, without "An annex is" at its head.
std::string said_of(const DefinedTerm& term) {
  const std::vector<std::string_view> all = sentences(term.definition);
  const std::string text = padded(all.empty() ? term.definition : all.front());
  constexpr std::size_t kHead = 12;  // bytes: an article, "the word"
  const std::string name = padded(term.term);
  const std::size_t at = text.find(name);
  return at < kHead ? text.substr(at + name.size() - 1) : text;
}

void check_circular(const Subject& in, Report& report) {
  for (const DefinedTerm& term : terms(in)) {
    if (term.elsewhere || term.definition.empty() || term.term.size() < 4) continue;
    if (said_of(term).find(padded(term.term)) == std::string::npos) continue;
    report.add_at(term.defined_in, report.range_of(term.definition),
                  fmt::format("the definition uses '{}'", term.term));
  }
}

constexpr std::string_view kRequirementDoc = R"md(
A definition says what a thing is; what has to be done with it stands in a clause.

```fail
%kind recommendation
# 3 Definitions
## 3.2 Terms defined in this Recommendation
3.2.1	key: string of bits that shall be secret.  <-- 'shall' in a definition
```

```fail
%profile iso-iec
%kind iso-deliverable
# 3 Terms and definitions
## 3.1 key
string of bits that shall be secret  <-- 'shall' in a definition
```

```pass
%kind recommendation
# 3 Definitions
## 3.2 Terms defined in this Recommendation
3.2.1	key: string of bits that is secret.
```
)md";

void check_requirement(const Subject& in, Report& report) {
  const std::string words = in.config.text("words", "");
  if (words.empty()) return;
  for (const DefinedTerm& term : terms(in)) {
    if (term.elsewhere) continue;
    const std::vector<PatternMatch> found = matches(term.definition, compiled(words));
    if (found.empty()) continue;
    report.add_at(term.defined_in, report.range_of(found[0].text()),
                  fmt::format("'{}' in a definition", found[0].text()));
  }
}

constexpr std::string_view kSourceDoc = R"md(
A term that another text defines names that text in square brackets behind the term.

```fail
%kind recommendation
# 3 Definitions
## 3.1 Terms defined elsewhere
3.1.1	annex: addition to a text.  <-- 'annex' names no source
```

```pass
%kind recommendation
# 3 Definitions
## 3.1 Terms defined elsewhere
3.1.1	annex [b-ITU-T A.1]: addition to a text.
3.1.2	node [ITU-T Y.3800].
```
)md";

void check_source(const Subject& in, Report& report) {
  for (const DefinedTerm& term : terms(in)) {
    if (!term.elsewhere || term.has_source) continue;
    report.add_at(term.block, report.range_of(term.term),
                  fmt::format("'{}' names no source", term.term));
  }
}

constexpr std::string_view kStopDoc = R"md(
In ITU-T a definition ends with a full stop; in ETSI and ISO it has none, so that it can stand in the
place of its term.

```fail
%kind recommendation
# 3 Definitions
## 3.2 Terms defined in this Recommendation
3.2.1	key: string of bits that is secret  <-- ends without a full stop
```

```fail
%profile iso-iec
%kind iso-deliverable
# 3 Terms and definitions
3.1
lock  <-- ends with a full stop
device that holds a door.
3.2
key
string of bits that opens a lock (3.1)
```

```pass
%kind recommendation
# 3 Definitions
## 3.2 Terms defined in this Recommendation
3.2.1	key: string of bits that is secret.
```
)md";

void check_stop(const Subject& in, Report& report) {
  const bool wanted = in.config.flag("final-stop", true);
  for (const DefinedTerm& term : terms(in)) {
    if (term.definition.empty()) continue;
    const char last = term.definition.back();
    if (last == ':' || last == ';' || last == ')' || last == '"') continue;
    if ((last == '.') == wanted) continue;
    report.add_at(term.block, report.range_of(term.term),
                  fmt::format("the definition of '{}' ends {} a full stop", term.term,
                              wanted ? "without" : "with"));
  }
}

constexpr std::string_view kSpeechDoc = R"md(
A definition is of the same part of speech as its term: it can be put in its place. One of a noun does
not begin with "to", "when", "where" or "if".

```fail
%kind recommendation
# 3 Definitions
## 3.2 Terms defined in this Recommendation
3.2.1	key relay: when a key is passed on.  <-- begins with 'when'
```

```pass
%kind recommendation
# 3 Definitions
## 3.2 Terms defined in this Recommendation
3.2.1	key relay: method of passing keys.
3.2.2	to relay: to pass on.
```
)md";

void check_speech(const Subject& in, Report& report) {
  const std::string words = in.config.text("words", "");
  if (words.empty()) return;
  for (const DefinedTerm& term : terms(in)) {
    if (term.term.starts_with("to ")) continue;
    const std::vector<PatternMatch> found = matches(term.definition, compiled(words));
    if (found.empty()) continue;
    report.add_at(
        term.defined_in, report.range_of(found[0].text()),
        fmt::format("the definition of '{}' begins with '{}'", term.term, found[0].text()));
  }
}

constexpr std::string_view kFormDoc = R"md(
A term has a number, so that it can be cited, and a colon behind it, so that one sees where its
definition begins. Looked at where two terms at least have both. Without a number only what is written
like a term is told: a paragraph of a few words, the first of them small, and a colon.

```fail
%kind recommendation
# 3 Definitions
## 3.2 Terms defined in this Recommendation
3.2.1	key: string of bits.
3.2.2	key relay: method of passing keys.
3.2.3	node - place where keys are made.  <-- no colon behind 'node'
router: node with two sides.  <-- 'router' has no number
```

```pass
%kind recommendation
# 3 Definitions
## 3.2 Terms defined in this Recommendation
3.2.1	key: string of bits.
NOTE: A key is secret.
3.2.2	key relay: method of passing keys - as a node does.
Two cases are known, as the following shows:
```
)md";

bool is_written_as_term(const Document& doc, const DefinedTerm& term) {
  constexpr std::size_t kMostWords = 4;
  const BlockKind kind = doc.block(term.block).kind;
  return kind == BlockKind::paragraph && !term.definition.empty() && !is_upper(term.term.front()) &&
         words(term.term).size() <= kMostWords;
}

void check_form(const Subject& in, Report& report) {
  constexpr std::ptrdiff_t kLeast = 2;
  const std::vector<DefinedTerm> all = all_terms(in);
  if (std::ranges::count_if(all, &DefinedTerm::has_number) < kLeast) return;
  for (const DefinedTerm& term : all) {
    if (term.has_number || !is_written_as_term(in.doc, term)) continue;
    report.add_at(term.block, report.range_of(term.term),
                  fmt::format("'{}' has no number", term.term));
  }
  for (const DefinedTerm& term : dashed_terms(in)) {
    report.add_at(term.block, report.range_of(term.term),
                  fmt::format("no colon behind '{}'", term.term));
  }
}

constexpr Rule kRules[] = {
    {.id = "term-lowercase",
     .group = "H",
     .severity = Severity::warning,
     .summary = "a defined term begins with a small letter",
     .check = check_lower,
     .doc = kLowerDoc,
     .options = kTermOptions},
    {.id = "term-colon-number",
     .group = "H",
     .severity = Severity::warning,
     .summary = "a term has a number and a colon",
     .check = check_form,
     .doc = kFormDoc,
     .options = kTermOptions},
    {.id = "term-order",
     .group = "H",
     .severity = Severity::warning,
     .summary = "terms are in alphabetical order",
     .check = check_order,
     .doc = kOrderDoc,
     .options = kTermOptions},
    {.id = "term-circular",
     .group = "H",
     .severity = Severity::warning,
     .summary = "a definition does not use its term",
     .check = check_circular,
     .doc = kCircularDoc,
     .options = kTermOptions},
    {.id = "term-has-requirement",
     .group = "H",
     .severity = Severity::warning,
     .summary = "a definition holds no requirement",
     .check = check_requirement,
     .doc = kRequirementDoc,
     .options = kTermOptions},
    {.id = "term-source-missing",
     .group = "H",
     .severity = Severity::error,
     .summary = "a term that another text defines names it",
     .check = check_source,
     .doc = kSourceDoc,
     .options = kTermOptions},
    {.id = "term-final-stop",
     .group = "H",
     .severity = Severity::info,
     .summary = "definitions end as the body's do",
     .check = check_stop,
     .doc = kStopDoc,
     .options = kTermOptions},
    {.id = "term-part-of-speech",
     .group = "H",
     .severity = Severity::info,
     .summary = "a definition is of its term's part of speech",
     .check = check_speech,
     .doc = kSpeechDoc,
     .options = kTermOptions},
};

}  // namespace

std::span<const Rule> term_rules() { return kRules; }

}  // namespace rapporteur
