// Rules about the fields of a header table.

#include <algorithm>

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
  const std::vector<PatternMatch> own =
      matches(identity.number.field("group"), compiled(R"(^SG(\d{1,2})$)"));
  if (questions == nullptr || own.empty()) return;
  std::string_view other;
  for (const PatternMatch& one : matches(questions->value, compiled(R"(\b\d{1,2}/(\d{1,2})\b)"))) {
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
};

}  // namespace

std::span<const Rule> header_field_rules() { return kRules; }

}  // namespace rapporteur
