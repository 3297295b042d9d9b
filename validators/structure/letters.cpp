// Rules about liaison statements and the titles of reports.

#include <algorithm>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/cover_fields.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kFieldOptions[] = {
    {"required", "[]", "cover fields that must be there"},
    {"addressed", "[]", "cover fields of which one must be there"},
    {"action", "[]", "cover fields that ask for action"},
    {"read", "3", "cover fields that were read before others are missed"},
    {"other-form", "[]", "labels of a form of another body, which has fields of its own", true},
};

bool has_any(const Identity& identity, const std::vector<std::string>& names) {
  return std::ranges::any_of(
      names, [&](const std::string& name) { return cover_field(identity, name) != nullptr; });
}

// A cover that was read; one without fields may only not have been understood.
bool is_read(const Subject& in) {
  const auto least = static_cast<std::size_t>(in.config.integer("read", 3));
  return in.doc.identity().cover.size() >= least;
}

constexpr std::string_view kLiaisonDoc = R"md(
A liaison statement says who sends it, what it is about, to whom it goes and for what, who answers
questions, and by when an answer is asked for if it asks for action. All that is missing is told in
one finding. One that is written in the form of the body it is sent to has the fields of that body.

```fail
%kind liaison-statement  <-- no deadline, though it asks for action
| Question(s): | 16/13 |
| Source: | Study Group 13 |
| Title: | LS on interfaces |
| For action to: | ETSI ISG QKD |
| Approval: | SG13 meeting |
| Contact: | A. Ray |
```

```fail
%kind liaison-statement  <-- no contact
| Question(s): | 16/13 |
| Source: | Study Group 13 |
| Title: | LS on interfaces |
| For information to: | ETSI ISG QKD |
| Approval: | SG13 meeting |
```

```pass
%kind liaison-statement
| Question(s): | 16/13 |
| Source: | Study Group 13 |
| Title: | LS on interfaces |
| For action to: | ETSI ISG QKD |
| Approval: | SG13 meeting |
| Deadline: | 1 May 2025 |
| Contact: | A. Ray |
```

```pass
%kind liaison-statement
| From: | Study Group 13 |
| To: | The working group on codecs |
| Title: | LS on codecs |
| Purpose: | For action |
```

```pass
%kind liaison-statement
| Document type: | Liaison statement |
| Title: | LS on codecs |
| Source: | Working Group 5 |
| Date of document: | 2025-10-14 |
| Action due date: | 2026-01-15 |
```
)md";

bool is_filled(const CoverField* field) {
  return field != nullptr && !trim(field->value).empty() && trim(field->value) != "-";
}

void check_liaison(const Subject& in, Report& report) {
  const Identity& identity = in.doc.identity();
  if (!is_read(in) || has_label(identity, in.config.list("other-form"))) return;
  if (has_bare_source(identity)) return;
  std::vector<std::string> missing;
  for (const std::string& name : in.config.list("required")) {
    const bool title = name == "title" && !identity.title.empty();
    if (!title && cover_field(identity, name) == nullptr) missing.push_back("no " + name);
  }
  if (!has_any(identity, in.config.list("addressed"))) missing.emplace_back("no addressee");
  const bool asks = std::ranges::any_of(in.config.list("action"), [&](const std::string& name) {
    return is_filled(cover_field(identity, name));
  });
  if (asks && !is_filled(cover_field(identity, "deadline"))) {
    missing.emplace_back("no deadline, though it asks for action");
  }
  if (!missing.empty()) report.add(BlockId{}, "the liaison statement has {}", join(missing, ", "));
}

constexpr RuleOption kReplyOptions[] = {
    {"other-form", "[]", "labels of a form of another body, which has titles of its own", true},
    {"thanks", "[]", "patterns of what shows that a letter is answered", true},
    {"reply", "[]", "patterns of the title of a reply", true},
};

constexpr std::string_view kReplyDoc = R"md(
A liaison statement that answers another one says so in its title: it is filed with the one it
answers. Thanks for a meeting or for a presentation show no answer.

```fail
%kind liaison-statement
| Title: | LS on interfaces |
SG13 thanks ISG QKD for its liaison statement on interfaces.  <-- the title does not say so
```

```pass
%kind liaison-statement
| Title: | LS/r on interfaces (reply to ISG QKD, 3 May 2025) |
SG13 thanks ISG QKD for its liaison statement on interfaces.
```

```pass
%kind liaison-statement
| From: | The working group on codecs |
| To: | SG13 |
| Title: | LS on codecs |
The working group thanks SG13 for its liaison statement on codecs.
```
)md";

void check_reply(const Subject& in, Report& report) {
  const Identity& identity = in.doc.identity();
  if (identity.title.empty() || cover_field(identity, "response-to") != nullptr) return;
  if (has_label(identity, in.config.list("other-form"))) return;
  for (const std::string& pattern : in.config.list("reply")) {
    if (found_in(identity.title, pattern)) return;
  }
  for (const std::string& pattern : in.config.list("thanks")) {
    for (const PlacedMatch& hit : in.shared.matches(pattern)) {
      report.add_at(hit.block, report.range_of(hit.text()),
                    "this answers a liaison statement, but the title does not say so");
      return;
    }
  }
}

constexpr RuleOption kEnvelopeOptions[] = {
    {"to", "[]", "patterns of addressees that the rule is about", true},
    {"required", "[]", "cover fields that must be there"},
    {"purposes", "[]", "patterns of the purposes that there are", true},
};

constexpr std::string_view kEnvelopeDoc = R"md(
A liaison statement to the IETF has the envelope that its secretariat files it by: from, to, contact,
title and purpose, the purpose being one of action, comment, information and response; one for
action has a deadline.

```fail
%kind liaison-statement  <-- no deadline
| From: | Study Group 13 |
| To: | IETF CODEC working group |
| Title: | LS on codecs |
| Purpose: | Action |
| Contact: | A. Ray |
```

```pass
%kind liaison-statement
| From: | Study Group 13 |
| To: | IETF CODEC working group |
| Title: | LS on codecs |
| Purpose: | Action |
| Deadline: | 30 June 2025 |
| Contact: | A. Ray |
```

```pass
%kind liaison-statement
| From: | Study Group 13 |
| To: | ETSI |
| Purpose: | Action |
```
)md";

void check_envelope(const Subject& in, Report& report) {
  const Identity& identity = in.doc.identity();
  const CoverField* to = cover_field(identity, "to");
  const auto among = [&](std::string_view text, std::string_view option) {
    return std::ranges::any_of(in.config.list(option),
                               [&](const std::string& pattern) { return found_in(text, pattern); });
  };
  if (to == nullptr || !among(to->value, "to")) return;
  std::vector<std::string> faults;
  for (const std::string& name : in.config.list("required")) {
    const bool title = name == "title" && !identity.title.empty();
    if (!title && cover_field(identity, name) == nullptr) faults.push_back("no " + name);
  }
  const CoverField* purpose = cover_field(identity, "purpose");
  if (is_filled(purpose) && !among(purpose->value, "purposes")) {
    faults.push_back("'" + purpose->value + "' for a purpose");
  }
  const bool action = purpose != nullptr && found_in(purpose->value, "(?i)action");
  if (action && !is_filled(cover_field(identity, "deadline"))) faults.emplace_back("no deadline");
  if (!faults.empty()) report.add(BlockId{}, "the envelope has {}", join(faults, ", "));
}

constexpr RuleOption kTitleOptions[] = {{"title", "[]", "patterns that a title must match", true}};

constexpr std::string_view kTitleDoc = R"md(
The title of a rapporteur's report names the Question, and the place and the date of the meeting, so
that the list of documents of a meeting tells what the report is about.

```fail
%kind rapporteur-report
| Title: | Meeting notes of the rapporteur group |  <-- the title does not name
```

```pass
%kind rapporteur-report
| Title: | Report of the rapporteur meeting on Q16/13 (Seoul, 3-7 March 2025) |
```
)md";

void check_title(const Subject& in, Report& report) {
  const Identity& identity = in.doc.identity();
  const CoverField* field = cover_field(identity, "title");
  if (field == nullptr || identity.title.empty()) return;
  const bool right = std::ranges::all_of(in.config.list("title"), [&](const std::string& pattern) {
    return found_in(identity.title, pattern);
  });
  if (!right) report.add(field->block, "the title does not name Question, place and date");
}

constexpr Rule kRules[] = {
    {.id = "liaison-fields-missing",
     .group = "C",
     .severity = Severity::error,
     .summary = "a liaison statement has its fields",
     .check = check_liaison,
     .doc = kLiaisonDoc,
     .options = kFieldOptions},
    {.id = "liaison-reply-title",
     .group = "C",
     .severity = Severity::warning,
     .summary = "a reply says in its title that it is one",
     .check = check_reply,
     .doc = kReplyDoc,
     .options = kReplyOptions},
    {.id = "ietf-liaison-envelope",
     .group = "C",
     .severity = Severity::error,
     .summary = "a liaison statement to the IETF has its envelope",
     .check = check_envelope,
     .doc = kEnvelopeDoc,
     .options = kEnvelopeOptions},
    {.id = "report-title-form",
     .group = "C",
     .severity = Severity::warning,
     .summary = "the title of a rapporteur's report names Question, place and date",
     .check = check_title,
     .doc = kTitleDoc,
     .options = kTitleOptions},
};

}  // namespace

std::span<const Rule> letter_rules() { return kRules; }

}  // namespace rapporteur
