// Rules about the list of abbreviations.

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/wording/abbreviation_reading.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kListOptions[] = {
    {"heading", "", "pattern of the title of the clause that lists abbreviations", true},
};

constexpr std::string_view kUnusedDoc = R"md(
An abbreviation that is listed is used: lists are copied from text to text and grow. It counts as
used wherever its letters stand, in a table, a figure's words or another abbreviation too, and where
"RoHC" is written "ROHC", which was one of the first two findings judged; a text with pictures may
use it there, so this is never more than a warning.

```fail
%kind recommendation
# 4 Abbreviations and acronyms
KM	Key manager
TLS	Transport layer security  <-- 'TLS' is never used
# 6 Architecture
The KM sends the key.
```

```pass
%kind recommendation
# 4 Abbreviations and acronyms
KM	Key manager
QKD	Quantum key distribution
# 6 Architecture
The KMs of a QKD-based network send the key.
```

```pass
%kind recommendation
# 4 Abbreviations and acronyms
RoHC	Robust header compression
# 6 Architecture
ROHC is not used.
```
)md";

bool occurs_outside(const Document& doc, const AbbreviationList& list, std::string_view acronym) {
  const std::string_view text = doc.text();
  for (std::size_t at = text.find(acronym); at != text.npos; at = text.find(acronym, at + 1)) {
    const BlockId block = doc.block_at(static_cast<std::uint32_t>(at));
    const bool starts = at == 0 || !(is_alpha(text[at - 1]) && is_alpha(acronym[0]));
    if (starts && block && !list.holds(block) && doc.block(block).kind != BlockKind::toc)
      return true;
  }
  return false;
}

std::string in_capitals(std::string_view acronym) {
  std::string out(acronym);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

void check_unused(const Subject& in, Report& report) {
  const AbbreviationList list = abbreviation_list(in.doc, in.config.text("heading", ""));
  for (const Abbreviation& entry : list.entries) {
    if (found_in(entry.acronym, "[a-z]{3}")) continue;  // "CCBSindicator" is written in two words
    if (occurs_outside(in.doc, list, entry.acronym)) continue;
    if (occurs_outside(in.doc, list, in_capitals(entry.acronym))) continue;
    // A part of another entry's words: "URI  Uniform resource identifier".
    const bool in_entry = std::ranges::any_of(list.entries, [&](const Abbreviation& other) {
      return other.block != entry.block && other.words.find(entry.acronym) != other.words.npos;
    });
    if (in_entry) continue;
    report.add_at(entry.block, report.range_of(entry.acronym),
                  fmt::format("'{}' is never used", entry.acronym));
  }
}

constexpr std::string_view kOrderDoc = R"md(
The list of abbreviations is in alphabetical order, digits before letters; capitals and small
letters are the same there, and signs are passed over.

```fail
%kind recommendation
# 4 Abbreviations and acronyms
KM	Key manager
TLS	Transport layer security
QKD	Quantum key distribution  <-- 'QKD' after 'TLS'
# 6 Architecture
The KM uses QKD and TLS.
```

```pass
%kind recommendation
# 4 Abbreviations and acronyms
5GC	5G core
eNB	Evolved node B
KM	Key manager
# 6 Architecture
```
)md";

std::string sort_key(std::string_view acronym) {
  std::string key;
  for (const char c : lower_ascii(acronym)) {
    if (is_digit(c) || is_alpha(c)) key += c;
  }
  return key;
}

void check_order(const Subject& in, Report& report) {
  const AbbreviationList list = abbreviation_list(in.doc, in.config.text("heading", ""));
  std::string_view before;
  for (const Abbreviation& entry : list.entries) {
    if (!before.empty() && sort_key(entry.acronym) < sort_key(before)) {
      report.add_at(entry.block, report.range_of(entry.acronym),
                    fmt::format("'{}' after '{}'", entry.acronym, before));
      continue;
    }
    before = entry.acronym;
  }
}

constexpr Rule kRules[] = {
    {.id = "abbr-unused",
     .group = "H",
     .severity = Severity::warning,
     .summary = "each listed abbreviation is used",
     .check = check_unused,
     .doc = kUnusedDoc,
     .options = kListOptions},
    {.id = "abbr-order",
     .group = "H",
     .severity = Severity::warning,
     .summary = "the list of abbreviations is in alphabetical order",
     .check = check_order,
     .doc = kOrderDoc,
     .options = kListOptions},
};

}  // namespace

std::span<const Rule> abbreviation_list_rules() { return kRules; }

}  // namespace rapporteur
