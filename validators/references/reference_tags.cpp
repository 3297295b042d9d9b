// Rules about the tags of a list of references: that there are, what they name and their order.

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"
#include "validators/references/entry_reading.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kSince[] = {
    {"since", "", "documents dated before this (year-month) are not checked"}};

constexpr std::string_view kTagDoc = R"md(
An entry of a list of references begins with the tag by which the text cites it.

```fail
%kind recommendation
# 2 References
Recommendation ITU-T A.5 (2016), Generic procedures.  <-- has no tag
```

```pass
%kind recommendation
# 2 References
The following Recommendations contain provisions.
[ITU-T A.5] Recommendation ITU-T A.5 (2016), Generic procedures.
```
)md";

void check_tag(const Subject& in, Report& report) {
  if (older_than(in, "since")) return;
  for (const ListedReference& entry : in.shared.references()) {
    if (!entry.tag.empty()) continue;
    report.add_at(entry.block, report.range_of(shown(entry.words)), "the entry has no tag");
  }
}

constexpr std::string_view kMismatchDoc = R"md(
A tag names the document of its entry. Tags that name no document ("b-Shannon") are free.

```fail
%kind recommendation
# 2 References
[ITU-T G.708] Recommendation ITU-T G.707/Y.1322 (2007), Network node interface.  <-- ITU-T G.708
```

```pass
%kind recommendation
# 2 References
[ITU-T G.707] Recommendation ITU-T G.707/Y.1322 (2007), Network node interface.
[ITU-T Y.1331] Recommendation ITU-T G.709/Y.1331 (2020), Interfaces.
[ITU-T Y.4102] Recommendation ITU-T Y4102/Y.2074 (2015), Requirements.
# Bibliography
[b-Shannon] Shannon, C. (1948), A theory. See ITU-T G.701.
```
)md";

// "Y.1331" of "ITU-T Y.1331 (2020)": what tells one document of a series from
// another.
std::string_view number_of(std::string_view tag) {
  for (const std::string_view word : words(tag)) {
    if (std::ranges::any_of(word, is_digit)) return word;
  }
  return {};
}

bool names(std::string_view text, std::string_view number) {
  for (std::size_t at = text.find(number); at != text.npos; at = text.find(number, at + 1)) {
    const std::size_t end = at + number.size();
    const bool begins = at == 0 || (text[at - 1] != '.' && !is_word_byte(text[at - 1]));
    if (begins && (end == text.size() || !is_word_character(text, end))) return true;
  }
  return false;
}

void check_mismatch(const Subject& in, Report& report) {
  for (const ListedReference& entry : in.shared.references()) {
    if (entry.tag.empty() || !entry.document) continue;
    const auto tagged = in.profile.grammar.parse(bare_tag(entry.tag));
    if (!tagged || tagged->family != entry.document->family) continue;
    if (in.profile.grammar.key(*tagged) == in.profile.grammar.key(*entry.document)) continue;
    const std::string_view number = number_of(bare_tag(entry.tag));
    // A number whose full stop is missing is another rule's.
    std::string solid(number);
    std::erase(solid, '.');
    if (number.empty() || names(entry.words, number) || names(entry.words, solid)) continue;
    report.add_at(
        entry.block, report.range_of(entry.tag),
        fmt::format("the tag says {}, the entry {}", tagged->canonical, entry.document->canonical));
  }
}

constexpr std::string_view kOrderDoc = R"md(
The entries of a list rise by their tags: letters by the alphabet, numbers by their value. Only
entries of one organization are compared with one another.

```fail
%kind recommendation
# 2 References
[ITU-T G.709] Recommendation ITU-T G.709 (2020), Interfaces.
[ITU-T G.707] Recommendation ITU-T G.707 (2007), Network node interface.  <-- after [ITU-T G.709]
```

```pass
%kind recommendation
# 2 References
[ITU-T G.707] Recommendation ITU-T G.707 (2007), Network node interface.
[ITU-T G.8010] Recommendation ITU-T G.8010 (2004), Architecture.
[ITU-T X.25] Recommendation ITU-T X.25 (1996), Interface.
[IETF RFC 2119] IETF RFC 2119 (1997), Key words.
```
)md";

// Whether `a` stands before `b` when numbers count by their value.
bool rises(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    if (is_digit(a.front()) && is_digit(b.front())) {
      unsigned long first = 0;
      unsigned long second = 0;
      a.remove_prefix(static_cast<std::size_t>(
          std::from_chars(a.data(), a.data() + a.size(), first).ptr - a.data()));
      b.remove_prefix(static_cast<std::size_t>(
          std::from_chars(b.data(), b.data() + b.size(), second).ptr - b.data()));
      if (first != second) return first < second;
      continue;
    }
    if (a.front() != b.front()) return a.front() < b.front();
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  return a.empty();
}

void check_order(const Subject& in, Report& report) {
  std::map<std::pair<ClauseId, std::string>, std::string_view> last;  // by list and organization
  for (const ListedReference& entry : in.shared.references()) {
    if (!entry.document || !in.profile.grammar.parse(bare_tag(entry.tag))) continue;
    const std::string tag = lower_ascii(bare_tag(entry.tag));
    const std::string organization(tag.substr(0, tag.find(' ')));
    const auto [before, first] = last.try_emplace({entry.list, organization}, entry.tag);
    if (first) continue;
    if (!rises(lower_ascii(bare_tag(before->second)), tag)) {
      report.add_at(entry.block, report.range_of(entry.tag),
                    fmt::format("[{}] stands after [{}]", entry.tag, before->second));
    }
    before->second = entry.tag;
  }
}

constexpr std::string_view kBibliographyDoc = R"md(
The tag of what is in the bibliography begins with "b-", that of a reference does not: the reader
of a citation knows whether the text cited binds. Reported once a list.

```fail
%kind recommendation
# Bibliography
[ITU-T A.1] Recommendation ITU-T A.1 (2019), Working methods.  <-- [ITU-T A.1]
[ITU-T A.2] Recommendation ITU-T A.2 (2012), Presentation of contributions.
```

```fail
%kind recommendation
# 2 References
[b-ITU-T A.1] Recommendation ITU-T A.1 (2019), Working methods.  <-- [b-ITU-T A.1]
```

```pass
%kind recommendation
# 2 References
[ITU-T A.1] Recommendation ITU-T A.1 (2019), Working methods.
# Bibliography
[b-ITU-T A.2] Recommendation ITU-T A.2 (2012), Presentation of contributions.
```
)md";

void check_bibliography(const Subject& in, Report& report) {
  if (older_than(in, "since")) return;
  std::set<ClauseId> told;
  for (const ListedReference& entry : in.shared.references()) {
    const bool marked = entry.tag.starts_with("b-");
    const bool bibliography = is_in_bibliography(in, entry);
    if (entry.tag.empty() || marked == bibliography || !told.insert(entry.list).second) continue;
    report.add_at(entry.block, report.range_of(entry.tag),
                  fmt::format("[{}]: the tags of {}", entry.tag,
                              bibliography ? "a bibliography begin with 'b-'"
                                           : "references do not begin with 'b-'"));
  }
}

constexpr std::string_view kSequenceDoc = R"md(
Numbered tags of a list run on: [1], [2], …, [i.1], [i.2]. A tag whose entry is void keeps its
place.

```fail
%profile etsi
%kind etsi-deliverable
# 2 References
## 2.2 Informative references
[i.1] ETSI TS 119 441: "Policy requirements".
[i.3] ETSI TS 119 442: "Protocols".  <-- expected [i.2]
```

```pass
%profile etsi
%kind etsi-deliverable
# 2 References
## 2.1 Normative references
[1] ETSI TS 119 441: "Policy requirements".
[2] Void.
[3] ETSI TS 119 442: "Protocols".
## 2.2 Informative references
[i.1] ETSI TS 119 443: "Formats".
```
)md";

void check_sequence(const Subject& in, Report& report) {
  std::map<std::pair<ClauseId, std::string>, int> last;
  for (const ListedReference& entry : in.shared.references()) {
    const std::vector<PatternMatch> parts = matches(entry.tag, compiled(R"(^(i\.)?(\d{1,3})$)"));
    if (parts.empty()) continue;
    const std::string prefix(parts[0].groups[1]);
    int number = 0;
    const std::string_view digits = parts[0].groups[2];
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    int& before = last[{entry.list, prefix}];
    if (number != before + 1) {
      report.add_at(entry.block, report.range_of(entry.tag),
                    fmt::format("[{}]: expected [{}{}]", entry.tag, prefix, before + 1));
    }
    before = number;
  }
}

constexpr Rule kRules[] = {
    {.id = "ref-tag-missing",
     .group = "G",
     .severity = Severity::warning,
     .summary = "an entry of the references begins with its tag",
     .check = check_tag,
     .doc = kTagDoc,
     .options = kSince},
    {.id = "ref-tag-mismatch",
     .group = "G",
     .severity = Severity::error,
     .summary = "a tag names the document of its entry",
     .check = check_mismatch,
     .doc = kMismatchDoc},
    {.id = "ref-order",
     .group = "G",
     .severity = Severity::info,
     .summary = "references stand in the order of their tags",
     .check = check_order,
     .doc = kOrderDoc},
    {.id = "ref-bibliography-tag",
     .group = "G",
     .severity = Severity::warning,
     .summary = "tags of a bibliography, and only they, begin with b-",
     .check = check_bibliography,
     .doc = kBibliographyDoc,
     .options = kSince},
    {.id = "ref-etsi-sequence",
     .group = "G",
     .severity = Severity::warning,
     .summary = "numbered tags run on",
     .check = check_sequence,
     .doc = kSequenceDoc},
};

}  // namespace

std::span<const Rule> reference_tag_rules() { return kRules; }

}  // namespace rapporteur
