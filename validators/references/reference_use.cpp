// Rules about references against the text that cites them, and against what has
// become of them.

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/reference_list.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kUnlistedDoc = R"md(
Every document cited by a tag in square brackets is listed. A tag is the number of a document, or
where the body numbers its references, a number. A text without a list of tags is not checked.
Reported once a tag.

```fail
%kind recommendation
# 2 References
[ITU-T Y.3800] Recommendation ITU-T Y.3800 (2019), Overview.
# 5 Keys
Keys follow [ITU-T Y.3800] and [IETF RFC 9999].  <-- [IETF RFC 9999]
```

```fail
%profile etsi
%kind etsi-deliverable
# 2 References
## 2.2 Informative references
[i.1] ETSI TS 119 441: "Policy requirements".
# 5 Keys
Keys follow [i.1] and [i.30].  <-- [i.30]
```

```pass
%kind recommendation
# 2 References
[ITU-T Y.3800] Recommendation ITU-T Y.3800 (2019), Overview.
[ITU-T Q.2931] Recommendation ITU-T Q.2931 (1995), Call control.
# 5 Keys
Keys follow [ITU-T Y.3800], [ITU-T Q.2931 clause 5] and [an editorial remark]; element [3] is last.
```
)md";

constexpr RuleOption kUnlistedOptions[] = {
    {"numbered", "false", "references are numbered: [1], [i.1]"}};

bool is_number_tag(std::string_view tag) { return found_in(tag, R"(^(?:i\.)?\d{1,3}$)"); }

// Whether the list has this tag, a shorter one the citation adds a clause to,
// or a longer one.
bool is_listed(const std::set<std::string>& tags, const std::string& cited) {
  const auto near = [&](const std::string& tag) {
    return tag.starts_with(cited) || (cited.starts_with(tag) && !is_digit(cited[tag.size()]));
  };
  return tags.contains(cited) || std::ranges::any_of(tags, near);
}

std::string normal(std::string_view tag) {
  std::string out = lower_ascii(collapse(tag));
  std::ranges::replace(out, '-', ' ');
  return out;
}

// "[IETF RFC7159]" is "[IETF RFC 7159]".
std::string squeezed(std::string_view tag) {
  std::string out = normal(tag);
  std::erase(out, ' ');
  return out;
}

std::set<std::string> listed_tags(const Subject& in) {
  std::set<std::string> tags;
  for (const ListedReference& entry : in.shared.references()) {
    if (!entry.tag.empty()) tags.insert(squeezed(entry.tag));
  }
  return tags;
}

// The citations by tag, each tag once, without those that stand where an entry of a list would.
std::vector<PlacedMatch> citations_by_tag(const Subject& in) {
  const bool numbered = in.config.flag("numbered", false);
  std::vector<PlacedMatch> cited;
  std::set<std::string> told;
  for (const PlacedMatch& hit : in.shared.matches(R"(\[([^\[\]\n]{1,60})\])")) {
    const std::string_view tag = trim(hit.group(1));
    const bool named =
        numbered ? is_number_tag(tag) : in.profile.grammar.parse(bare_tag(tag)).has_value();
    const bool entry = trim(in.doc.text(hit.block)).starts_with(hit.text());
    if (!named || entry || in_references(in.doc, hit.block)) continue;
    if (told.insert(squeezed(tag)).second) cited.push_back(hit);
  }
  return cited;
}

void check_unlisted(const Subject& in, Report& report) {
  constexpr std::size_t kFew = 3;
  const std::set<std::string> tags = listed_tags(in);
  if (tags.empty()) return;
  std::vector<PlacedMatch> cited = citations_by_tag(in);
  const std::size_t all = cited.size();
  std::erase_if(
      cited, [&](const PlacedMatch& hit) { return is_listed(tags, squeezed(trim(hit.group(1)))); });
  // A text that lists less than half of what it cites quotes another one, and its list.
  if (cited.size() > kFew && cited.size() * 2 > all) return;
  for (const PlacedMatch& hit : cited) {
    report.add_at(hit.block, report.range_of(hit.text()),
                  fmt::format("{} stands in no list of references", hit.text()));
  }
}

constexpr std::string_view kUncitedDoc = R"md(
What stands among the normative references is cited somewhere in the text: else nothing of it binds.

```fail
%kind recommendation
# 2 References
[ITU-T X.509] Recommendation ITU-T X.509 (2019), Certificates.  <-- is cited nowhere
# 5 Keys
Keys are made as the operator likes.
```

```pass
%kind recommendation
# 2 References
[ITU-T X.509] Recommendation ITU-T X.509 (2019), Certificates.
[ITU-T X.680] Recommendation ITU-T X.680 (2021), ASN.1.
# 5 Keys
Certificates follow [ITU-T X.509]; their notation is that of X.680.
```
)md";

// The text outside the references, in small letters without hyphens.
std::string text_outside(const Document& doc) {
  std::string out;
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    const BlockId block{i};
    if (doc.block(block).kind == BlockKind::toc || in_references(doc, block)) continue;
    out += normal(doc.text(block));
    out += '\n';
  }
  return out;
}

void check_uncited(const Subject& in, Report& report) {
  std::string text;
  for (const ListedReference& entry : in.shared.references()) {
    if (entry.tag.empty() || is_bibliography(in.doc.clause(entry.list), in.profile)) continue;
    if (text.empty()) text = text_outside(in.doc);
    const bool numbered = is_number_tag(entry.tag);
    const std::string tag = normal(bare_tag(entry.tag));
    const std::string_view last = std::string_view(tag).substr(tag.rfind(' ') + 1);
    const std::string looked_for = numbered ? "[" + tag + "]" : std::string(last);
    if (text.find(looked_for) != std::string::npos) continue;
    report.add_at(entry.block, report.range_of(entry.tag),
                  fmt::format("[{}] is cited nowhere", entry.tag));
  }
}

constexpr std::string_view kSupersededDoc = R"md(
A newer edition of a document in the list of references existed when this text was written. The
table of the profile names the document, by what it was replaced and in which month; a text dated
before that month passes. To extend it, add a line `"RFC 1234" = "RFC 5678, 2020-01"` in the
`replaced` table of the rule in a profile or in `rapporteur.toml`.

```fail
%kind recommendation
(10/2020)
# 2 References
[IETF RFC 5246] IETF RFC 5246 (2008), The TLS Protocol Version 1.2.  <-- replaced by RFC 8446
```

```pass
%kind recommendation
# 2 References
[IETF RFC 8446] IETF RFC 8446 (2018), The TLS Protocol Version 1.3.
# 5 History
RFC 5246 came before it.
```
)md";

constexpr RuleOption kSupersededOptions[] = {
    {"replaced", "{}", "document = \"its successor, year-month\""}};

// The entry of the table for what the reference names, or null. Names are
// compared without the name of the body in front.
const std::string* entry_for(const StringTable& table, const IdentifierGrammar& grammar,
                             const ListedReference& reference) {
  if (!reference.document) return nullptr;
  const std::string key = grammar.key(*reference.document);
  for (const auto& [name, value] : table) {
    if (key == name || key.ends_with(" " + name)) return &value;
  }
  return nullptr;
}

// Whether it was so when the document was written; a document without date is
// of today.
bool was_so(const Document& doc, std::string_view month) {
  const std::string& date = doc.identity().date;
  return date.empty() || std::string_view(date).substr(0, month.size()) > month;
}

void check_superseded(const Subject& in, Report& report) {
  for (const ListedReference& entry : in.shared.references()) {
    const std::string* const value =
        entry_for(in.config.table("replaced"), in.profile.grammar, entry);
    if (value == nullptr) continue;
    const std::size_t comma = value->rfind(", ");
    if (comma == std::string::npos || !was_so(in.doc, value->substr(comma + 2))) continue;
    report.add_at(
        entry.block, report.range_of(entry.words.substr(0, entry.words.find(','))),
        fmt::format("{} was replaced by {}", entry.document->canonical, value->substr(0, comma)));
  }
}

constexpr std::string_view kWithdrawnDoc = R"md(
A text that was withdrawn or deleted is not listed as one that is in force. The table of the
profile gives the day; a text dated before it passes.

```fail
%kind recommendation
# 2 References
[ITU-T A.4] Recommendation ITU-T A.4 (2012), Communication with forums.  <-- was withdrawn
```

```pass
%kind recommendation
(10/2016)
# 2 References
[ITU-T A.4] Recommendation ITU-T A.4 (2012), Communication with forums.
```
)md";

constexpr RuleOption kWithdrawnOptions[] = {{"withdrawn", "{}", "document = \"date\""}};

void check_withdrawn(const Subject& in, Report& report) {
  for (const ListedReference& entry : in.shared.references()) {
    const std::string* const date =
        entry_for(in.config.table("withdrawn"), in.profile.grammar, entry);
    if (date == nullptr || !was_so(in.doc, *date)) continue;
    report.add_at(entry.block, report.range_of(entry.words.substr(0, entry.words.find(','))),
                  fmt::format("{} was withdrawn on {}", entry.document->canonical, *date));
  }
}

constexpr std::string_view kInformativeDoc = R"md(
A deliverable that is informative by its type (TR, EG, SR, GR) has no normative references. Its
source was not seen, so the rule is off unless a profile switches it on.

```fail
%profile etsi
%kind etsi-deliverable
ETSI TR 103 999 V1.1.1 (2024-05)
# 2 References
## 2.1 Normative references
[1] ETSI EN 319 401: "General policy requirements".  <-- has no normative references
```

```pass
%profile etsi
%kind etsi-deliverable
ETSI TS 103 999 V1.1.1 (2024-05)
# 2 References
## 2.1 Normative references
[1] ETSI EN 319 401: "General policy requirements".
```
)md";

constexpr RuleOption kInformativeOptions[] = {
    {"types", "[]", "types of deliverables that bind nobody"}};

void check_informative(const Subject& in, Report& report) {
  const Identifier& own = in.doc.identity().number;
  const std::vector<std::string>& types = in.config.list("types");
  const std::string_view type = own.field("type");
  if (std::ranges::find(types, type) == types.end()) return;
  for (const ListedReference& entry : in.shared.references()) {
    if (is_bibliography(in.doc.clause(entry.list), in.profile) || entry.tag.starts_with("i."))
      continue;
    report.add(entry.block, "a {} has no normative references", type);
    return;
  }
}

constexpr Rule kRules[] = {
    {.id = "ref-cited-unlisted",
     .group = "G",
     .severity = Severity::warning,
     .summary = "a document cited by its tag is listed",
     .check = check_unlisted,
     .doc = kUnlistedDoc,
     .options = kUnlistedOptions},
    {.id = "ref-normative-uncited",
     .group = "G",
     .severity = Severity::warning,
     .summary = "each normative reference is cited",
     .check = check_uncited,
     .doc = kUncitedDoc},
    {.id = "ref-superseded",
     .group = "G",
     .severity = Severity::info,
     .summary = "the edition in the references was the newest one",
     .check = check_superseded,
     .doc = kSupersededDoc,
     .options = kSupersededOptions},
    {.id = "ref-withdrawn",
     .group = "G",
     .severity = Severity::warning,
     .summary = "no withdrawn text stands among the references",
     .check = check_withdrawn,
     .doc = kWithdrawnDoc,
     .options = kWithdrawnOptions},
    {.id = "ref-etsi-normative-in-informative",
     .group = "G",
     .severity = Severity::warning,
     .summary = "an informative deliverable has no normative references",
     .check = check_informative,
     .doc = kInformativeDoc,
     .options = kInformativeOptions},
};

}  // namespace

std::span<const Rule> reference_use_rules() { return kRules; }

}  // namespace rapporteur
