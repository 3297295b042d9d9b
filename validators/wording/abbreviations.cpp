// Rules about the abbreviations that a text uses.

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"
#include "validators/wording/abbreviation_reading.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kUseOptions[] = {
    {"heading", "", "pattern of the title of the clause that lists abbreviations", true},
    {"known", "[]", "abbreviations that need no explanation"},
    {"ignore", "[]", "patterns of what looks like an abbreviation and is none", true},
    {"least", "2", "uses from which on an abbreviation is reported"},
};

constexpr RuleOption kUnlistedOptions[] = {
    {"heading", "", "pattern of the title of the clause that lists abbreviations", true},
    {"known", "[]", "abbreviations that need no explanation"},
    {"ignore", "[]", "patterns of what looks like an abbreviation and is none", true},
    {"least", "2", "uses from which on an abbreviation is reported"},
    {"elsewhere", "", "pattern of the words by which those of another text apply too", true},
};

// "SDOs" as "SDO".
std::string_view singular(std::string_view acronym) {
  const bool plural =
      acronym.size() > 2 && acronym.ends_with('s') && is_upper(acronym[acronym.size() - 2]);
  return plural ? acronym.substr(0, acronym.size() - 1) : acronym;
}

constexpr std::string_view kUnlistedDoc = R"md(
Each abbreviation that a text uses is in its list. Those that everybody in the field knows, such as
the names of the large organizations, need no entry; so do names of types and fields, which are told
by their underscores and digits. A text without a list is not looked at; where the list says that
those of another text apply too, this is told as information.

```fail
%kind recommendation
# 4 Abbreviations and acronyms
KM	Key manager
QKD	Quantum key distribution
# 6 Architecture
The KM talks to the KSM.  <-- 'KSM' is not in the list
The QKD link is known to the KSM and to the ITU.
```

```pass
%kind recommendation
# 4 Abbreviations and acronyms
KM	Key manager
QKD	Quantum key distribution
# 6 Architecture
The KM of a QKD node uses IETF RFC 8446 and RFC 8259, see [b-ETSI GR QKD 007].
A KM may use another QKD protocol, see [b-ETSI GR QKD 003].
Directives 1999/5/EC and 2004/108/EC apply to it.
```

```pass
%kind recommendation
# 4 Abbreviations and acronyms
KM	Key manager
QKD	Quantum key distribution
# 6 Architecture
EXAMPLE 1: The KM stores the key.
EXAMPLE 2: The KM uses QKD.
```

```pass
%kind recommendation
# 4 Abbreviations and acronyms
KM	Key manager
KSM	Key supply module
QKD	Quantum key distribution
# 6 Architecture
The KM talks to the KSM over QKD links. Two KSMs are known to the ITU.
```
)md";

struct Use {
  BlockId block;
  std::string_view text;
  std::size_t count = 0;  // the first is at `text`
};

bool is_capital_line(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return 'a' <= c && c <= 'z'; });
}

// What stands right before and behind makes a word a part of a longer name: "A_KEY", "N-BER",
// "2014/53/EU".
bool stands_alone(std::string_view block, std::string_view word) {
  constexpr std::string_view kJoiners = "-_.@#=<>[]{}";
  const auto at = static_cast<std::size_t>(word.data() - block.data());
  const std::size_t end = at + word.size();
  if (at > 0 && kJoiners.find(block[at - 1]) != kJoiners.npos) return false;
  if (at > 1 && block[at - 1] == '/' && is_digit(block[at - 2])) return false;
  if (end >= block.size() || kJoiners.find(block[end]) == kJoiners.npos) return true;
  return block[end] == '.' && (end + 1 == block.size() || is_space(block[end + 1]));
}

// Whether the word is part of a document's number, such as "RFC" of "RFC 8446", or of a tag in
// square brackets.
bool is_in_citation(SharedScan& shared, std::string_view block, std::string_view word) {
  const auto at = static_cast<std::size_t>(word.data() - block.data());
  const std::string_view before = block.substr(0, at);
  const std::size_t open = before.rfind('[');
  if (open != before.npos && before.find(']', open) == before.npos) return true;
  const auto begin = static_cast<std::uint32_t>(word.data() - shared.doc().text().data());
  const auto begins = [](const PlacedIdentifier& one) { return one.identifier.where.begin; };
  const auto after = std::ranges::upper_bound(shared.identifiers(), begin, {}, begins);
  return after != shared.identifiers().begin() && begin < (after - 1)->identifier.where.end;
}

// Running text of the clauses, where abbreviations are looked for.
bool is_looked_at(const Document& doc, const AbbreviationList& list, BlockId id) {
  const BlockKind kind = doc.block(id).kind;
  if (kind == BlockKind::heading || kind == BlockKind::caption || doc.block(id).cell) return false;
  if (kind == BlockKind::code || doc.text(id).find("::=") != std::string_view::npos) return false;
  if (list.holds(id) || is_capital_line(doc.text(id))) return false;
  const ClauseId clause = doc.clause_of(id);
  if (!clause) return list.where.empty();  // a text with such a list has a front matter
  const Clause& here = doc.clause(clause);
  return here.kind != ClauseKind::references && (list.where.empty() || !here.number.empty());
}

// Messages and fields have capitals and a clause of their own.
std::set<std::string> words_of_headings(const Document& doc) {
  std::set<std::string> found;
  for (const Clause& clause : doc.clauses()) {
    for (const std::string_view word : tokens(clause.title)) found.emplace(word);
  }
  return found;
}

// Abbreviations in running text outside the list: two capitals at least, and perhaps a digit.
std::map<std::string_view, Use> uses(const Subject& in, const AbbreviationList& list) {
  std::map<std::string_view, Use> found;
  for (const PlacedMatch& hit : in.shared.matches(R"(\b[A-Z]{2,}[0-9]?s?\b)")) {
    if (!is_looked_at(in.doc, list, hit.block)) continue;
    const std::string_view block = in.doc.text(hit.block);
    if (!stands_alone(block, hit.text()) || is_in_citation(in.shared, block, hit.text())) continue;
    const std::string_view acronym = singular(hit.text());
    ++found.try_emplace(acronym, Use{hit.block, acronym, 0}).first->second.count;
  }
  return found;
}

bool is_ignored(const Subject& in, std::string_view acronym) {
  const std::vector<std::string>& known = in.config.list("known");
  return std::ranges::find(known, acronym) != known.end() ||
         std::ranges::any_of(in.config.list("ignore"), [&](const std::string& pattern) {
           return found_in(acronym, pattern);
         });
}

bool is_listed(const AbbreviationList& list, std::string_view acronym) {
  return std::ranges::any_of(list.entries, [&](const Abbreviation& entry) {
    if (entry.acronym == acronym) return true;
    // "BER" stands in the entry "BER/PER" and in "N-BER".
    const std::vector<std::string_view> parts = tokens(entry.acronym);
    return std::ranges::any_of(parts, [&](std::string_view part) {
      for (const std::string_view one : split(part, '/')) {
        if (one == acronym) return true;
        const std::vector<std::string_view> pieces = split(one, '-');
        if (std::ranges::find(pieces, acronym) != pieces.end()) return true;
      }
      return false;
    });
  });
}

bool is_explained(const std::vector<Expansion>& all, std::string_view acronym) {
  return std::ranges::find(all, acronym, &Expansion::acronym) != all.end();
}

// "SIB1" is a SIB.
std::string_view without_digits(std::string_view acronym) {
  while (!acronym.empty() && is_digit(acronym.back())) acronym.remove_suffix(1);
  return acronym;
}

// A word that was written in capitals: elsewhere it stands in small letters, or begins with a
// capital. Short ones are left out, which are words by chance: "IT", "WHO".
bool is_word(const Document& doc, std::string_view acronym) {
  constexpr std::size_t kShortest = 4;
  if (acronym.size() < kShortest) return false;
  const std::string rest = lower_ascii(acronym.substr(1));
  const std::string first(1, acronym.front());
  const std::string either = "[" + first + lower_ascii(first) + "]";
  return found_in(doc.text(), R"(\b)" + either + rest + R"(s?\b)");
}

// "the abbreviations given in [i.1] and the following apply"
bool others_apply(const Subject& in, const AbbreviationList& list) {
  const std::string elsewhere = in.config.text("elsewhere", "");
  if (elsewhere.empty()) return false;
  for (const BlockRange range : list.where) {
    for (std::uint32_t i = range.begin.index; i < range.end.index; ++i) {
      if (found_in(in.doc.text(BlockId{i}), elsewhere)) return true;
    }
  }
  return false;
}

void check_unlisted(const Subject& in, Report& report) {
  const AbbreviationList list = abbreviation_list(in.doc, in.config.text("heading", ""));
  if (list.entries.size() < 2) return;
  Report level = others_apply(in, list) ? report.at_most(Severity::info) : report;
  const auto least = static_cast<std::size_t>(in.config.integer("least", 2));
  const std::set<std::string> titles = words_of_headings(in.doc);
  for (const auto& [acronym, use] : uses(in, list)) {
    if (use.count < least || is_ignored(in, acronym) || is_listed(list, acronym)) continue;
    if (titles.contains(std::string(acronym)) || is_listed(list, without_digits(acronym))) continue;
    level.add_at(use.block, report.range_of(use.text),
                 fmt::format("'{}' is not in the list of abbreviations", acronym));
  }
}

constexpr std::string_view kFirstUseDoc = R"md(
What an abbreviation stands for is told where it is used first, "quantum key distribution (QKD)", or
in the list of abbreviations. Reported are abbreviations that a text explains nowhere; only told as
information, since what is common knowledge in a group cannot be known here.

```fail
%kind td
The call was repeated at the CJK meeting, and CJK was thanked.  <-- 'CJK' is explained nowhere
```

```pass
%kind td
The quantum key distribution (QKD) work goes on; QKD is discussed by the ITU.
Token ::= SEQUENCE { version INTEGER }
```

```pass
%kind td
Many RFCs were read; the answer of 3GPP SA4 is awaited.
```

```pass
%kind td
The Key Resource Gateway (KRG) was shown. KRG1 and KRG2 answered.
RESOLUTION 7 and RESOLUTION 8 apply; both Resolutions are in force.
```

```pass
%kind td
# 4 Abbreviations
UPS	Uninterruptible power supply
# 5 Figures
The power of the UPS is measured.
```
)md";

void check_first_use(const Subject& in, Report& report) {
  const AbbreviationList list = abbreviation_list(in.doc, in.config.text("heading", ""));
  const std::vector<Expansion> explained = expansions(in.shared);
  const auto least = static_cast<std::size_t>(in.config.integer("least", 2));
  for (const auto& [acronym, use] : uses(in, list)) {
    if (use.count < least || is_ignored(in, acronym)) continue;
    const std::string_view letters = without_digits(acronym);
    if (is_listed(list, acronym) || is_explained(explained, acronym)) continue;
    if (is_listed(list, letters) || is_explained(explained, letters)) continue;
    if (is_word(in.doc, letters)) continue;
    if (found_in(in.doc.text(), R"([\w)] \()" + std::string(acronym) + R"(s?[),;])")) continue;
    report.add_at(use.block, report.range_of(use.text),
                  fmt::format("'{}' is explained nowhere", acronym));
  }
}

constexpr Rule kRules[] = {
    {.id = "abbr-unlisted",
     .group = "H",
     .severity = Severity::warning,
     .summary = "each abbreviation that is used is in the list",
     .check = check_unlisted,
     .doc = kUnlistedDoc,
     .options = kUnlistedOptions},
    {.id = "abbr-first-use",
     .group = "H",
     .severity = Severity::info,
     .summary = "an abbreviation is explained",
     .check = check_first_use,
     .doc = kFirstUseDoc,
     .options = kUseOptions},
};

}  // namespace

std::span<const Rule> abbreviation_rules() { return kRules; }

}  // namespace rapporteur
