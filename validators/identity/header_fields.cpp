// Rules about the fields of a header table, a cover or the head of a letter.

#include <algorithm>

#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/cover_fields.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kOrderDoc = R"md(
The template's fields keep their order, so that a reader and a program find them where they are
used to. Fields that the template does not know are not looked at, nor are the headings "Summary" and
"Keywords" of the text below a header that is a table.

```fail
%kind td
| Question(s): | 16/13 |
| Title: | Report of the meeting |
| Source: | Rapporteur Q16/13 |  <-- 'source' stands after 'title'
| Contact: | A. Ray, ACME, Utopia |
```

```pass
%kind td
| Question(s): | 16/13 |
| Source: | Rapporteur Q16/13 |
| Title: | Report of the meeting |
| Contact: | A. Ray, ACME, Utopia |
```

```pass
%kind td
| Question(s): | 16/13 |
| Source: | Editors |
| Title: | Baseline text |
| Abstract: | The text as agreed at the meeting. |
Keywords

Relay, key.
```
)md";

constexpr RuleOption kOrderOptions[] = {{"order", "[]", "cover fields in their order"}};

void check_order(const Subject& in, Report& report) {
  if (has_bare_source(in.doc.identity())) return;
  const std::vector<std::string>& order = in.config.list("order");
  const std::vector<CoverField>& cover = in.doc.identity().cover;
  const auto in_cell = [&](const CoverField& one) { return bool(in.doc.block(one.block).cell); };
  const bool is_table = !cover.empty() && in_cell(cover.front());
  auto last = order.begin();
  for (const CoverField& one : cover) {
    const auto here = std::ranges::find(order, one.name);
    if (here == order.end() || (is_table && !in_cell(one))) continue;
    if (here < last) {
      report.add(one.block, "'{}' stands after '{}'", *here, *last);
      return;
    }
    last = here;
  }
}

constexpr std::string_view kTypeDoc = R"md(
The type of document is one of the types there are.

```fail
%kind td
| Question(s): | 16/13 |
| Intended type of document (R-C-TD): | Paper |  <-- 'Paper'
| Source: | ACME |
```

```pass
%kind td
| Question(s): | 16/13 |
| Intended type of document (R-C-TD): | TD |
| Source: | ACME |
```
)md";

constexpr RuleOption kTypeOptions[] = {{"types", "[]", "patterns of the types there are", true}};

void check_type(const Subject& in, Report& report) {
  const CoverField* const type = cover_field(in.doc.identity(), "type");
  const std::vector<std::string>& types = in.config.list("types");
  if (type == nullptr || types.empty() || trim(type->value).empty()) return;
  const std::string value = collapse(type->value);
  if (std::ranges::any_of(types, [&](const std::string& one) { return found_in(value, one); })) {
    return;
  }
  report.add(type->block, "'{}' is no type of document", value);
}

constexpr std::string_view kDateDoc = R"md(
The days of a meeting exist, and it does not end before it begins.

```fail
%kind td
| Meeting: | Geneva, 27-23 June 2025 |  <-- 27-23 June 2025
| Source: | ACME |
```

```fail
%kind td
| Meeting: | Geneva, 28-31 June 2025 |  <-- 28-31 June 2025
| Source: | ACME |
```

```fail
%kind td
| Question(s): | 16/13 | Geneva, 20-9 March 2026 |  <-- the end stands before
| Source: | ACME |
```

```pass
%kind td
| Meeting: | E-Meeting, 30 May - 2 June 2023 |
| Source: | ACME |
```
)md";

constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

constexpr std::string_view kRange =
    R"(\b(\d{1,2}) ?[-–] ?(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December),? (\d{4})\b)";
// A cell of the header that is place and days alone: a short line that ends with the year.
constexpr std::string_view kPlaceAndDays = R"(^[\p{L}][\p{L} ().'-]+, \d[^\n]+\d{4}$)";
constexpr std::size_t kLongestPlaceAndDays = 80;  // bytes

bool is_place_and_days(std::string_view text) {
  return text.size() <= kLongestPlaceAndDays && found_in(text, kPlaceAndDays);
}

void check_range(std::string_view text, BlockId block, Report& report) {
  for (const Match& found : matches(text, compiled(kRange))) {
    const auto month = std::ranges::find(kMonths, found.groups[3]) - std::begin(kMonths) + 1;
    const int first = number_of(found.groups[1]);
    const int last = number_of(found.groups[2]);
    const Date end{number_of(found.groups[4]), static_cast<int>(month), last};
    if (first <= last && end.valid()) continue;
    report.add(block, "'{}': {}", found.text(),
               end.valid() ? "the end stands before the beginning" : "there is no such day");
  }
}

void check_date(const Subject& in, Report& report) {
  constexpr std::uint32_t kHead = 40;  // blocks of a header
  for (const CoverField& one : in.doc.identity().cover) {
    if (one.name == "meeting" || one.name == "date") check_range(one.value, one.block, report);
  }
  const auto count = static_cast<std::uint32_t>(in.doc.blocks().size());
  for (std::uint32_t i = 0; i < std::min(kHead, count); ++i) {
    const std::string_view text = trim(in.doc.text(BlockId{i}));
    const bool labelled = std::ranges::any_of(
        in.doc.identity().cover, [&](const CoverField& one) { return one.block == BlockId{i}; });
    if (labelled || !in.doc.block(BlockId{i}).cell || !is_place_and_days(text)) continue;
    check_range(text, BlockId{i}, report);
  }
}

constexpr std::string_view kGroupDoc = R"md(
The Questions of a header are the document's own group's. Reported where all of them are of another
group: documents of joint meetings name Questions of several.

```fail
%kind td
| SG13-TD88/GEN |
| Question(s): | 4/17 |  <-- of SG17, the document of SG13
| Source: | ACME |
```

```pass
%kind td
| SG13-TD88/GEN |
| Question(s): | 16/13, 4/17 |
| Source: | ACME |
```
)md";

void check_group(const Subject& in, Report& report) {
  const Identity& identity = in.doc.identity();
  const CoverField* const questions = cover_field(identity, "question");
  const std::vector<Match> own =
      matches(identity.number.field("group"), compiled(R"(^SG(\d{1,2})$)"));
  if (questions == nullptr || own.empty()) return;
  std::string_view other;
  for (const Match& one : matches(questions->value, compiled(R"(\b\d{1,2}/(\d{1,2})\b)"))) {
    if (one.groups[1] == own[0].groups[1]) return;
    other = one.groups[1];
  }
  if (other.empty()) return;
  report.add(questions->block, "the Questions are of SG{}, the document of SG{}", other,
             own[0].groups[1]);
}

constexpr std::string_view kMemberDoc = R"md(
A Contribution comes from a member. What an officer or the secretariat submits is a TD.

```fail
%kind contribution
| Source: | Rapporteur Q16/13 |  <-- 'Rapporteur Q16/13'
| Title: | Proposed text |
```

```pass
%kind contribution
| Source: | ACME Corp. (Rapporteur of Q16/13) |
| Title: | Proposed text |
```
)md";

constexpr RuleOption kMemberOptions[] = {
    {"offices", "[]", "patterns of a source that is an office", true}};

// By its number; by its kind where it has none.
bool is_contribution(const Identity& identity, const Profile& profile) {
  const IdentifierFamily* const family = profile.grammar.family(identity.number.family);
  const std::string_view named = family == nullptr ? "" : std::string_view(family->names);
  return named == "contribution" || (named != "td" && identity.kind == "contribution");
}

void check_member(const Subject& in, Report& report) {
  const Identity& identity = in.doc.identity();
  const CoverField* const source = cover_field(identity, "source");
  if (source == nullptr || !is_contribution(identity, in.profile)) return;
  // A head without labels is that of another body, whose offices send papers in.
  if (has_bare_source(identity)) return;
  const std::string value = collapse(source->value);
  for (const std::string& office : in.config.list("offices")) {
    if (!found_in(value, office)) continue;
    report.add(source->block, "'{}' is an office, not a member", value);
    return;
  }
}

constexpr std::string_view kLetterDoc = R"md(
A letter of the Bureau names its number, those it is for and its subject. All that is missing is
told in one finding; where little of a head was read, as information.

```fail
%kind circular  <-- subject
| Ref: | TSB Circular 512 |
| To: | Administrations of Member States |
| Contact: | A. Ray |
| Tel: | +99 1 234 567 |
```

```pass
%kind circular
| Ref: | TSB Circular 512 |
| To: | Administrations of Member States |
| Contact: | A. Ray |
| Subject: | Meeting of the group |
```

```pass
%kind circular
| Ref: | TSB Circular 512 | To Administrations of Member States |
| Contact: | A. Ray | |
| Subject: | Meeting of the group | |
```
)md";

constexpr RuleOption kLetterOptions[] = {
    {"required", "[]", "cover fields that must be there; 'a/b' is either"},
    {"stated", "{}", "a field, and the pattern of words that do without its label", true}};

// Whether the first page has such words.
bool first_page_tells(const Document& doc, const std::string& pattern) {
  constexpr std::uint32_t kHead = 80;  // blocks of a first page
  const std::uint32_t end = std::min(kHead, static_cast<std::uint32_t>(doc.blocks().size()));
  for (std::uint32_t i = 0; i < end; ++i) {
    if (found_in(doc.text(BlockId{i}), pattern)) return true;
  }
  return false;
}

bool has_one_of(const Identity& identity, std::string_view names) {
  return std::ranges::any_of(split(names, '/'), [&](std::string_view name) {
    return cover_field(identity, name) != nullptr;
  });
}

void check_letter(const Subject& in, Report& report) {
  const Identity& identity = in.doc.identity();
  std::vector<std::string> missing;
  for (const std::string& names : in.config.list("required")) {
    if (!has_one_of(identity, names)) missing.push_back(names);
  }
  for (const auto& [name, pattern] : in.config.table("stated")) {
    if (std::ranges::find(missing, name) != missing.end() && first_page_tells(in.doc, pattern)) {
      std::erase(missing, name);
    }
  }
  if (missing.empty()) return;
  Report level = identity.cover.size() < 4 ? report.at_most(Severity::info) : report;
  level.add(BlockId{}, "the letter's head has no {}", join(missing, ", "));
}

constexpr std::string_view kLanguageDoc = R"md(
The first page says in which language the text was written: "Original: English", or "English only".

```fail
%kind td  <-- language
| SG13-TD88/GEN | STUDY PERIOD 2025-2028 |
| Question(s): | 16/13 |
| Source: | ACME |
| Title: | Proposed text |
```

```pass
%kind td
| SG13-TD88/GEN | Original: English |
| Question(s): | 16/13 |
| Source: | ACME |
| Title: | Proposed text |
```
)md";

constexpr RuleOption kStatedOptions[] = {
    {"stated", "{}", "what the first page tells, and the pattern by which it is known", true}};

void check_first_page(const Subject& in, Report& report) {
  if (in.doc.identity().cover.size() < 3) return;
  std::vector<std::string> missing;
  for (const auto& [what, pattern] : in.config.table("stated")) {
    if (!first_page_tells(in.doc, pattern)) missing.push_back(what);
  }
  if (!missing.empty()) report.add(BlockId{}, "the first page has no {}", join(missing, ", "));
}

constexpr std::string_view kEtsiCoverDoc = R"md(
The first pages of a deliverable show its number with version and date, the work item as
"Reference", and keywords.

```fail
%profile etsi
%kind etsi-deliverable  <-- work item
Draft ETSI TS 103 999 V1.2.1 (2025-03)
Keywords: radio, keys
| Tel.: | +99 1 234 567 |
| Fax: | +99 1 234 568 |
```

```pass
%profile etsi
%kind etsi-deliverable
Draft ETSI TS 103 999 V1.2.1 (2025-03)
Reference: RTS/ABC-0103999
Keywords: radio, keys
| Tel.: | +99 1 234 567 |
| Fax: | +99 1 234 568 |
```
)md";

constexpr Rule kRules[] = {
    {.id = "header-structure-changed",
     .group = "B",
     .severity = Severity::info,
     .summary = "the fields of a header keep the template's order",
     .check = check_order,
     .doc = kOrderDoc,
     .options = kOrderOptions},
    {.id = "header-doc-type",
     .group = "B",
     .severity = Severity::warning,
     .summary = "the type of document is one of those there are",
     .check = check_type,
     .doc = kTypeDoc,
     .options = kTypeOptions},
    {.id = "header-meeting-date-invalid",
     .group = "B",
     .severity = Severity::error,
     .summary = "the days of a meeting exist and are in order",
     .check = check_date,
     .doc = kDateDoc},
    {.id = "header-question-group-mismatch",
     .group = "B",
     .severity = Severity::warning,
     .summary = "the Questions of a header are of the document's group",
     .check = check_group,
     .doc = kGroupDoc},
    {.id = "header-source-not-member",
     .group = "B",
     .severity = Severity::warning,
     .summary = "a Contribution comes from a member",
     .check = check_member,
     .doc = kMemberDoc,
     .options = kMemberOptions},
    {.id = "circular-header-missing",
     .group = "B",
     .severity = Severity::warning,
     .summary = "a letter has number, addressees and subject",
     .check = check_letter,
     .doc = kLetterDoc,
     .options = kLetterOptions},
    {.id = "language-undeclared",
     .group = "B",
     .severity = Severity::info,
     .summary = "the language of the original is stated",
     .check = check_first_page,
     .doc = kLanguageDoc,
     .options = kStatedOptions},
    {.id = "etsi-cover-fields",
     .group = "B",
     .severity = Severity::info,
     .summary = "the first pages show number, work item and keywords",
     .check = check_first_page,
     .doc = kEtsiCoverDoc,
     .options = kStatedOptions},
};

}  // namespace

std::span<const Rule> header_field_rules() { return kRules; }

}  // namespace rapporteur
