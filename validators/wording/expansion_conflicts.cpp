// The rule that an abbreviation stands for one thing.

#include <algorithm>
#include <map>
#include <optional>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"
#include "validators/wording/abbreviation_reading.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kConflictDoc = R"md(
An abbreviation has one expansion in a document. Compared are the words in front of a bracketed
abbreviation whose initials it is made of; plurals and small words do not count. Told as information
are a long name that stands elsewhere without its last words, and a group's code that is cut.

```fail
The Focus Group on Quantum Information Technology for Networks (FG-QIT4N) met.
The group for Quantum Interactive Terminals for Networks (QITN) and the group on Quantum Information Technology for Networks (QITN) met.  <-- 'Quantum Information Technology for Networks'
```

```fail
The Focus Group on Quantum Information Technology for Networks (FG-QIT4N) met.
A Focus Group on Quantum Information Technologies was asked for.  <-- the name of FG-QIT4N without its last words
The scope of the FG QIT is told.  <-- 'FG QIT' here, 'FG-QIT4N' in its expansion
```

```pass
Quantum key distribution (QKD), quantum-key distributions (QKD) and the Focus Group on Quantum
Information Technology for Networks (FG-QIT4N). The FG-QIT4N met.
```
)md";

using ByAcronym = std::map<std::string_view, std::vector<Expansion>>;

void check_pairs(const ByAcronym& known, Report& report) {
  for (const auto& [acronym, all] : known) {
    const std::vector<std::string> first = compared_words(all.front().words);
    for (const Expansion& other : all) {
      if (compared_words(other.words) == first) continue;
      report.add_at(other.block, report.range_of(other.words),
                    fmt::format("{} is '{}' here, '{}' earlier", acronym, collapse(other.words),
                                collapse(all.front().words)),
                    {report.range_of(all.front().words)});
      break;
    }
  }
}

constexpr std::size_t kLongName = 5;  // words that make a name one of its own

// The words of a sentence that begin as the name does; 0 words when fewer than a long name's or
// all of them are there.
std::string_view cut_name(std::string_view sentence, const std::vector<std::string>& name) {
  std::vector<std::string_view> plain;
  for (const std::string_view word : tokens(sentence)) {
    if (!is_filler(word)) plain.push_back(word);
  }
  for (std::size_t at = 0; at + kLongName <= plain.size(); ++at) {
    std::size_t same = 0;
    while (same < name.size() && at + same < plain.size()) {
      const std::vector<std::string> word = compared_words(plain[at + same]);
      if (word.size() != 1 || word[0] != name[same]) break;
      ++same;
    }
    if (same < kLongName || same == name.size()) continue;
    const std::string_view last = plain[at + same - 1];
    return {plain[at].data(),
            static_cast<std::size_t>(last.data() + last.size() - plain[at].data())};
  }
  return {};
}

// A name in front of an abbreviation is the name of that.
bool has_own_code(std::string_view sentence, std::string_view name) {
  const auto end = static_cast<std::size_t>(name.data() + name.size() - sentence.data());
  return trim(sentence.substr(end)).starts_with('(');
}

// What a list of references says are the words of others.
bool is_title(const Document& doc, BlockId block) {
  const ClauseId clause = doc.clause_of(block);
  return clause && doc.clause(clause).kind == ClauseKind::references;
}

struct CutName {
  BlockId block;
  std::string_view words;
};

// Only blocks with the name's first word, written as it is there, are read.
std::optional<CutName> first_cut(const Subject& in, const std::vector<std::string>& name) {
  std::string stem = name.front();  // "technology" may be "technologies" in the text
  if (stem.ends_with('y')) stem.pop_back();
  BlockId last;
  for (const PlacedMatch& hit : in.shared.matches("(?i)" + re2::RE2::QuoteMeta(stem))) {
    if (hit.block == last || is_title(in.doc, hit.block)) continue;
    last = hit.block;
    for (const std::string_view sentence : sentences(in.doc.text(hit.block))) {
      const std::string_view cut = cut_name(sentence, name);
      if (cut.empty() || !is_upper(cut[0]) || has_own_code(sentence, cut)) continue;
      return CutName{hit.block, cut};
    }
  }
  return {};
}

void check_cut_names(const Subject& in, const ByAcronym& known, Report& report) {
  for (const auto& [acronym, pairs] : known) {
    const std::vector<std::string> name = compared_words(pairs.front().words);
    if (name.size() <= kLongName || !is_upper(pairs.front().words[0])) continue;
    const std::optional<CutName> found = first_cut(in, name);
    if (!found) continue;
    report.add_at(
        found->block, report.range_of(found->words),
        fmt::format("'{}': the name of {} without its last words", collapse(found->words), acronym),
        {report.range_of(pairs.front().words)});
  }
}

// "FG QIT" where the only group whose code begins so is FG-QIT4N.
void check_cut_codes(const Subject& in, const ByAcronym& known, Report& report) {
  for (const auto& [acronym, pairs] : known) {
    const std::size_t hyphen = acronym.find('-');
    if (hyphen == std::string_view::npos || hyphen < 2) continue;
    const std::string prefix(acronym.substr(0, hyphen));
    const std::string_view code = acronym.substr(hyphen + 1);
    const std::string pattern = R"(\b()" + prefix + R"()[- ]([A-Z][A-Za-z0-9]{1,9})\b)";
    for (const PlacedMatch& hit : in.shared.matches(pattern)) {
      const std::string_view other = hit.group(2);
      if (other.size() >= code.size() || !code.starts_with(other)) continue;
      if (known.contains(std::string_view(hit.text()))) continue;
      report.add_at(hit.block, report.range_of(hit.text()),
                    fmt::format("'{}' here, '{}' in its expansion", hit.text(), acronym),
                    {report.range_of(pairs.front().words)});
      break;
    }
  }
}

void check_conflicts(const Subject& in, Report& report) {
  ByAcronym known;
  for (const Expansion& one : expansions(in.shared)) {
    if (!is_title(in.doc, one.block)) known[one.acronym].push_back(one);
  }
  check_pairs(known, report);
  Report info = report.at_most(Severity::info);
  check_cut_names(in, known, info);
  check_cut_codes(in, known, info);
}

constexpr Rule kRules[] = {
    {.id = "abbr-expansion-conflict",
     .group = "H",
     .severity = Severity::error,
     .summary = "an abbreviation has one expansion",
     .check = check_conflicts,
     .doc = kConflictDoc},
};

}  // namespace

std::span<const Rule> expansion_rules() { return kRules; }

}  // namespace rapporteur
