// Rules about the numbers of documents: a document's own and those it cites.

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

using Mention = PlacedIdentifier;

bool is_one_of(const std::vector<std::string>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// The identifiers of these families in the running text.
std::vector<Mention> mentions(const Subject& in, const std::vector<std::string>& families) {
  std::vector<Mention> found;
  std::ranges::copy_if(in.shared.identifiers(), std::back_inserter(found), [&](const Mention& one) {
    return is_one_of(families, one.identifier.family);
  });
  return found;
}

constexpr RuleOption kFamilyOptions[] = {{"families", "[]", "identifier families looked at"}};
constexpr RuleOption kNormalOptions[] = {
    {"families", "[]", "identifier families looked at"},
    {"short", "{}", "beginning of a number in full = in short, as the sentence wants it"}};

constexpr std::string_view kNormalDoc = R"md(
One document is cited with one spelling of its number, so that a search for it finds every mention.
Reported once for each further spelling.

```fail
The terms of reference are in SG13-TD004R1.
The group agreed to revise SG13-TD4R1.  <-- 'SG13-TD4R1' here, 'SG13-TD004R1' earlier
```

```pass
The terms of reference are in SG13-TD4R1.
The group agreed to revise SG13-TD4R1 and SG13-TD5.
```

```pass
%kind agenda
| SG13-TD21/PLEN |
| Question(s): | 6/13 |
| 2 | Adoption of the agenda | TD21/PLEN |
Question 6/13 met twice. The report of Q6/13 is in TD22/PLEN.
```

```pass
%kind report
Cables are studied by Question 16/15. Question 17/15 studies their operation.
Moreover Questions 16/15 and 17/15 have extended their scope.
```
)md";

// The mentions of each document. One that names no group is of the group that another mention of
// that number names: "TD4" is "SG13-TD4".
class Spellings {
 public:
  std::vector<Mention>& of(const Identifier& identifier) {
    const std::string& name = identifier.canonical;
    std::set<std::string> others;
    if (const auto longer = by_tail_.find(name); longer != by_tail_.end()) others = longer->second;
    for (const std::string& tail : tails(name)) {
      if (known_.contains(tail)) others.insert(tail);
    }
    if (known_.contains(name)) others.insert(name);
    if (!others.empty() && *others.begin() != name) return known_[*others.begin()];
    for (const std::string& tail : tails(name)) by_tail_[tail].insert(name);
    return known_[name];
  }

 private:
  // What stands behind each hyphen.
  static std::vector<std::string> tails(const std::string& name) {
    std::vector<std::string> found;
    for (std::size_t at = name.find('-'); at != name.npos; at = name.find('-', at + 1)) {
      found.push_back(name.substr(at + 1));
    }
    return found;
  }

  std::map<std::string, std::vector<Mention>> known_;
  std::map<std::string, std::set<std::string>> by_tail_;
};

// What a list leaves out ("TSAG-R1, 2 and 4") is no spelling.
bool is_list_item(std::string_view written) { return std::ranges::all_of(written, is_digit); }

// "Questions 6/13 and 7/13" are "Question 6/13" and "Question 7/13".
bool is_in_plural(std::string_view written, std::string_view known) {
  if (written.size() > known.size()) std::swap(written, known);
  return std::ranges::none_of(written, is_alpha) && known.ends_with(written) &&
         known[known.size() - written.size() - 1] == ' ';
}

// "Question 6/13" as "Q6/13".
std::string in_short(const Subject& in, std::string_view written) {
  for (const auto& [full, brief] : in.config.table("short")) {
    if (written.starts_with(full)) return brief + std::string(written.substr(full.size()));
  }
  return std::string(written);
}

// Within its group a paper is called without the group: "TD21" is no other spelling of "SG13-TD21".
bool same_spelling(const Subject& in, std::string_view written, std::string_view known) {
  if (written.size() != known.size() && is_in_plural(written, known)) return true;
  std::string one = in_short(in, written);
  std::string other = in_short(in, known);
  if (one.size() > other.size()) std::swap(one, other);
  if (!other.ends_with(one)) return false;
  return one.size() == other.size() || other[other.size() - one.size() - 1] == '-';
}

void check_normal(const Subject& in, Report& report) {
  Spellings spellings;
  for (Mention& one : mentions(in, in.config.list("families"))) {
    one.identifier.as_written = collapse(one.identifier.as_written);
    const std::string& written = one.identifier.as_written;
    if (is_list_item(written)) continue;
    std::vector<Mention>& known = spellings.of(one.identifier);
    const auto same = [&](const Mention& other) {
      return same_spelling(in, other.identifier.as_written, written);
    };
    if (std::ranges::any_of(known, same)) continue;
    if (!known.empty()) {
      report.add_at(one.block, one.identifier.where,
                    fmt::format("'{}' here, '{}' earlier, for {}", written,
                                known[0].identifier.as_written, one.identifier.canonical),
                    {known[0].identifier.where});
    }
    known.push_back(std::move(one));
  }
}

constexpr std::string_view kRevisionDoc = R"md(
One document is not cited with two revisions unless the sentence says why: the reader of a table
that names Rev.1 does not know whether the text means the same. Reported once for each document.

```fail
The Questions are proposed in SG13-TD31.
| A | Security | SG13-TD31R2 |  <-- SG13-TD31R2 here, SG13-TD31 earlier
| B | Networks | SG13-TD31R2 |
```

```pass
The group agreed SG13-TD31R2, which replaces SG13-TD31.
See SG13-TD32R1 and again SG13-TD32R1. TD33/GEN is the agenda; see TD33.
```
)md";

// "TD31" and "TD31/GEN" say the same of the revision.
bool same_revision(std::string_view one, std::string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  return other.starts_with(one) && (other.size() == one.size() || other[one.size()] == '/');
}

// The places where one document is cited, with the revisions a sentence names together.
struct CitedDocument {
  Mention first;
  std::set<std::string> known;  // canonical forms
  bool reported = false;
};

bool in_one_sentence(const Document& doc, const Mention& mention,
                     const std::set<std::string>& known, const IdentifierGrammar& grammar) {
  const std::string key = grammar.key(mention.identifier);
  for (const std::string_view sentence : sentences(doc.text(mention.block))) {
    const auto begin = static_cast<std::uint32_t>(sentence.data() - doc.text().data());
    if (!TextRange{begin, begin + static_cast<std::uint32_t>(sentence.size())}.contains(
            mention.identifier.where.begin)) {
      continue;
    }
    for (const Identifier& other : grammar.scan(sentence, {})) {
      if (grammar.key(other) == key && known.contains(other.canonical)) return true;
    }
  }
  return false;
}

void check_revision(const Subject& in, Report& report) {
  std::map<std::string, CitedDocument> cited;
  for (Mention& one : mentions(in, in.config.list("families"))) {
    const std::string key = in.profile.grammar.key(one.identifier);
    const auto [found, fresh] = cited.try_emplace(key);
    CitedDocument& document = found->second;
    if (fresh) document.first = one;
    const bool known = std::ranges::any_of(document.known, [&](const std::string& other) {
      return same_revision(other, one.identifier.canonical);
    });
    if (!known && !fresh && !document.reported) {
      document.reported = !in_one_sentence(in.doc, one, document.known, in.profile.grammar);
      if (document.reported) {
        report.add_at(one.block, one.identifier.where,
                      fmt::format("{} here, {} earlier", one.identifier.canonical,
                                  document.first.identifier.canonical),
                      {document.first.identifier.where});
      }
    }
    document.known.insert(one.identifier.canonical);
  }
}

constexpr std::string_view kAmbiguousDoc = R"md(
Where several groups are in play, the number of a document says of which group it is. Looked at are
documents that do not say their own group, and name several. Reported once a number.

```fail
%kind unknown
The experts of SG13 and SG17 met.
While considering C97 about metering, they agreed.  <-- C97 of which group
```

```pass
%kind unknown
The experts of SG13 met. While considering C97 about metering, they agreed.
```
)md";

constexpr RuleOption kAmbiguousOptions[] = {
    {"families", "[]", "identifier families looked at"},
    {"groups", "", "how groups are named", true},
};

void check_ambiguous(const Subject& in, Report& report) {
  if (!in.doc.identity().number.field("group").empty()) return;
  const std::string pattern = in.config.text("groups", "");
  if (pattern.empty()) return;
  std::set<std::string_view> groups;
  for (const PlacedMatch& hit : in.shared.matches(pattern)) groups.insert(hit.text());
  if (groups.size() < 2) return;
  std::set<std::string> told;
  for (const Mention& one : mentions(in, in.config.list("families"))) {
    if (!one.identifier.field("group").empty()) continue;
    if (!told.insert(in.profile.grammar.key(one.identifier)).second) continue;
    report.add_at(one.block, one.identifier.where,
                  fmt::format("{} of which group", collapse(one.identifier.as_written)));
  }
}

constexpr Rule kRules[] = {
    {.id = "docid-not-normalised",
     .group = "A",
     .severity = Severity::info,
     .summary = "one document is cited with one spelling of its number",
     .check = check_normal,
     .doc = kNormalDoc,
     .options = kNormalOptions},
    {.id = "docid-revision-conflict",
     .group = "A",
     .severity = Severity::warning,
     .summary = "one document is not cited with two revisions",
     .check = check_revision,
     .doc = kRevisionDoc,
     .options = kFamilyOptions},
    {.id = "meeting-doc-ambiguous",
     .group = "A",
     .severity = Severity::info,
     .summary = "the number of a document says of which group it is",
     .check = check_ambiguous,
     .doc = kAmbiguousDoc,
     .options = kAmbiguousOptions},
};

}  // namespace

std::span<const Rule> document_number_rules() { return kRules; }

}  // namespace rapporteur
