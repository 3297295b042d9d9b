#include <algorithm>
#include <array>

#include "extractors/extractor.hpp"
#include "extractors/liaisons/liaison_blocks.hpp"
#include "extractors/liaisons/liaison_words.hpp"
#include "extractors/reading/form.hpp"
#include "extractors/reading/records.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kLiaisonsDoc = R"md(
A liaison statement: who writes to whom, for action, comment or information, by when, and what is
asked. From the form of the body, in a table or on lines, and from the sentences under it.

```document
| Source: | Example Group A |
| Title: | LS/o on the roadmap [to Group B] |
LIAISON STATEMENT
| For action to: | Group B |
| For comment to: | - |
| For information to: | Group C\nGroup D |
| Approval: | Group A (Geneva, 17 March 2026) |
| Deadline: | 15 June 2026 |
| Contact: | Ines Sample\nExample Academy\nKestria | Tel: +990 55 0101 |
This liaison statement has the number SGX-LS31.
Group A asks Group B to check the entries in Table 1 and to send its dates.
Attachment: SGX-TD120
```

```facts
{"type": "liaison", "direction": "out", "identifier": "SGX-LS31", "title": "LS/o on the roadmap [to Group B]", "from": "Example Group A", "to": ["Group B", "Group C", "Group D"], "for_action": ["Group B"], "for_comment": [], "for_information": ["Group C", "Group D"], "deadline": "2026-06-15", "approval": "Group A (Geneva, 17 March 2026)", "contact": "Ines Sample, Example Academy", "asks": "to check the entries in Table 1 and to send its dates", "attachments": ["SGX-TD120"]}
{"type": "deadline", "date": "2026-06-15", "what": "to check the entries in Table 1 and to send its dates", "whom": "Group B"}
```

```document
%profile 3gpp
Title:\tReply LS on sensing
Response to:\tLS on sensing (R3-260011)
Source:\tRAN3
To:\tSA2
Cc:\tRAN1, RAN2
Contact person:\tIda Sample
ACTION: RAN3 kindly asks SA2 to take the answers into account.
```

```facts
{"type": "liaison", "direction": "reply", "title": "Reply LS on sensing", "from": "RAN3", "to": ["SA2", "RAN1", "RAN2"], "for_information": ["RAN1", "RAN2"], "contact": "Ida Sample", "answers": "LS on sensing (R3-260011)", "asks": "to take the answers into account", "deadline": ""}
```

A field of nothing but a dash says nothing: this statement answers none.

```document
%profile 3gpp
Title:\tLS on relays
Response to:\t-
Source:\tSA2
To:\tSA3
```

```facts
{"type": "liaison", "direction": "", "title": "LS on relays", "from": "SA2", "to": ["SA3"], "answers": ""}
```

Statements that a report lists, in tables, lines and sentences.

```document
# 7 Outgoing liaison statements
|| LS no. | Title | To | For action/information | TD |
| LS120 | LS/o on new work [to ETSI TC EX, JTC 1/SC 99] | ETSI TC EX, JTC 1/SC 99 | For action | TD1711R1 |
# 8 Incoming liaison statements
|| Ref. | Source | Title | Action |
| TD 12 | SG5 | LS/i on metrics | Noted |
TD 14: LS/i on sleep modes [from ITU-R WP 5D]
# 9 Results
The meeting approved the outgoing LS to JTC 1/WG 14 (DOC011).
The meeting agreed to send a liaison statement to SG3.
```

```facts
{"direction": "out", "identifier": "LS120", "title": "LS/o on new work [to ETSI TC EX, JTC 1/SC 99]", "to": ["ETSI TC EX", "JTC 1/SC 99"], "for_action": ["ETSI TC EX", "JTC 1/SC 99"]}
{"direction": "in", "identifier": "TD 12", "title": "LS/i on metrics", "from": "SG5"}
{"direction": "in", "identifier": "TD 14", "title": "LS/i on sleep modes [from ITU-R WP 5D]", "from": "ITU-R WP 5D"}
{"direction": "out", "identifier": "DOC011", "to": ["JTC 1/WG 14"], "title": "LS to JTC 1/WG 14"}
```

```document
Title: Minutes
Source: Example
```

```facts
```
)md";

constexpr std::array<std::string_view, 14> kFields = {
    "for-action", "for-comment", "for-information", "to",      "cc",          "from",    "title",
    "deadline",   "approval",    "contact",         "answers", "attachments", "purpose", "number"};
// Labels that only a liaison statement has, or that make one together.
constexpr std::array<std::string_view, 5> kSigns = {"for-action", "for-comment", "for-information",
                                                    "approval", "answers"};
constexpr std::size_t kLeastSigns = 2;
constexpr std::uint32_t kHeadBlocks = 80;

class LiaisonReader {
 public:
  LiaisonReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        words_(wording),
        facts_(facts),
        labels_(wording, kFields) {}

  // Whether the document is a liaison statement itself.
  bool read() {
    Form head = lines_form();
    bool found = is_liaison(head);
    for (const Table& table : doc_.tables()) {
      Form form = Form::of_table(scan_, table, labels_);
      if (is_liaison(form) && found) {
        add(form);  // another statement, such as an example inside a document
        continue;
      }
      found = found || is_liaison(form);
      if (table.block.index < kHeadBlocks || is_liaison(form)) {
        form.complete(head);
        head = std::move(form);
      }
    }
    if (!is_liaison(head)) return false;
    add(head);
    return true;
  }

 private:
  Form lines_form() const {
    // The fields of documents that a report lists are none of its own.
    const std::vector<FieldBlock> listed = field_blocks(scan_, wording_);
    const BlockId end = listed.empty() ? BlockId{static_cast<std::uint32_t>(doc_.blocks().size())}
                                       : listed.front().fields.begin;
    return Form::of_lines(scan_, {BlockId{0}, end}, labels_);
  }

  bool is_liaison(const Form& form) const {
    if (form.count(kSigns) >= kLeastSigns) return true;
    const bool addressed = form.has("to") && form.has("from");
    return addressed && (form.has("answers") || form.has("cc") || says_liaison(form));
  }

  bool says_liaison(const Form& form) const {
    if (matches(form.text("title"), wording_.named("is-liaison"))) return true;
    const auto head = std::min<std::size_t>(doc_.blocks().size(), kHeadBlocks);
    for (std::uint32_t i = 0; i < head; ++i) {
      const std::string_view text = trim(doc_.text(BlockId{i}));
      if (matches(text.substr(0, text.find('\n')), wording_.named("is-liaison"))) return true;
    }
    return false;
  }

  void add(const Form& form) {
    Liaison liaison;
    liaison.title = form.text("title");
    // A letter without labels is called what the document is called.
    if (liaison.title.empty() && form.block().index < kHeadBlocks) {
      liaison.title = collapse(doc_.identity().title);
    }
    liaison.from = words_.without_address(form.text("from"));
    liaison.approval = words_.said(form.text("approval"));
    liaison.answers = words_.said(form.text("answers"));
    liaison.deadline = date_in(form.text("deadline"), year_of(doc_));
    liaison.attachments = words_.receivers(form.text("attachments"));
    liaison.contact = contact_of(form);
    give_receivers(form, liaison);
    const bool labelled = !liaison.deadline.empty();
    give_body(liaison);
    words_.give_title(liaison);
    if (liaison.identifier.empty()) liaison.identifier = form.text("number");
    if (liaison.identifier.empty()) liaison.identifier = own_number(form);
    liaison.direction = words_.direction_of(liaison, "");
    facts_.add(liaison, form.block(), form.where(), "form");
    // A day in a sentence is a deadline anyway.
    if (labelled) add_deadline(liaison, form);
  }

  // The number of the document, when that is one of liaison statements.
  std::string own_number(const Form& form) const {
    const std::string& number = doc_.identity().number.canonical;
    const bool head = form.text("title") == collapse(doc_.identity().title);
    return head && matches(number, wording_.named("own-number")) ? number : std::string();
  }

  void give_receivers(const Form& form, Liaison& liaison) const {
    // Several of them stand on lines of their own.
    const auto named = [&](std::string_view field) {
      return words_.receivers(join(form.lines(field), "\n"));
    };
    liaison.for_action = named("for-action");
    liaison.for_comment = named("for-comment");
    liaison.for_information = named("for-information");
    liaison.to = named("to");
    const Strings copies = named("cc");
    liaison.for_information.insert(liaison.for_information.end(), copies.begin(), copies.end());
    words_.give_purpose(liaison, form.text("purpose"));
  }

  // Name and organisation; what follows is a place.
  std::string contact_of(const Form& form) const {
    std::string out;
    for (const std::string& line : form.lines("contact")) {
      const std::string words = matched_group(line, wording_.named("contact-line"), "value");
      if (words.empty()) continue;
      if (out.find(", ") != std::string::npos) break;
      out += (out.empty() ? "" : ", ") + words;
    }
    return out;
  }

  // What stands in the sentences: the statement's number, what is asked, and by when.
  void give_body(Liaison& liaison) const {
    std::string by;
    for (std::uint32_t i = 0; i < doc_.blocks().size(); ++i) {
      const Block& block = doc_.block({i});
      if (block.cell || block.kind == BlockKind::table) continue;
      for (const TextRange sentence : sentences(doc_, block.text)) {
        const std::string_view text = doc_.text(sentence);
        words_.add_request(liaison, text);
        words_.fill(liaison.identifier, text, "identifier");
        words_.fill(liaison.answers, text, "answers-sentence");
        words_.fill(by, text, "deadline-sentence");
      }
    }
    if (liaison.deadline.empty()) liaison.deadline = date_in(by, year_of(doc_));
  }

  void add_deadline(const Liaison& liaison, const Form& form) {
    if (liaison.deadline.empty()) return;
    const Strings& whom = liaison.for_action.empty() ? liaison.for_comment : liaison.for_action;
    const Strings& to = whom.empty() ? liaison.to : whom;
    facts_.add(Deadline{liaison.deadline, liaison.asks.empty() ? "reply" : liaison.asks,
                        join(to, ", "), false, ""},
               form.block(), form.where(), "form");
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  LiaisonWords words_;
  Facts& facts_;
  const FormLabels labels_;
};

void extract_liaisons(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const bool is_one = LiaisonReader(scan, wording, facts).read();
  read_liaison_blocks(scan, wording, facts);
  read_liaison_lists(scan, wording, is_one, facts);
}

constexpr WordingKey kLists[] = {
    {"group-codes", "what numbers of documents call a group, each followed by its name in lists"},
};

constexpr WordingKey kPatterns[] = {
    {"block-number", "the number of a document alone on its line; group value", LookIn::blocks},
    {"block-type", "below it the line that says what it is; group value"},
    {"block-field", "below it a line with a field"},
    {"label", "a line that can be a label of the form", LookIn::blocks},
    {"for-action", "label of those asked to act; group value"},
    {"for-comment", "label of those asked to comment; group value"},
    {"for-information", "label of those who are informed; group value"},
    {"to", "label of the receivers; group value"},
    {"cc", "label of those who get a copy; group value"},
    {"from", "label of the sender; group value"},
    {"title", "label of the title; group value"},
    {"deadline", "label of the date by which to answer; group value"},
    {"approval", "label of who approved the statement; group value"},
    {"contact", "label of the contact; group value"},
    {"answers", "label of the statement that is answered; group value"},
    {"attachments", "label of the attachments; group value"},
    {"purpose", "label, or a line, of what the statement is for; group value"},
    {"number", "label of the statement's number; group value"},
    {"nobody", "what stands in place of a receiver or an attachment when there is none"},
    {"two-groups", "two receivers in one piece; groups first and rest"},
    {"no-group", "a person or an office beside the group that is addressed"},
    {"is-liaison", "a heading or title that says that this is a liaison statement"},
    {"is-reply", "a title of a reply"},
    {"is-out", "a title of an outgoing statement"},
    {"is-in", "a title of an incoming statement"},
    {"purpose-of", "a piece of a purpose that names for whom; groups who and what"},
    {"others", "those who are not named in such a piece"},
    {"purpose-action", "a purpose that asks to act"},
    {"purpose-comment", "a purpose that asks to comment"},
    {"purpose-information", "a purpose that only informs"},
    {"contact-line", "a line of a contact that is a name or an organisation; group value"},
    {"asks", "a sentence that asks the receiver for something; group value"},
    {"identifier", "a sentence that gives the statement's number; group value"},
    {"deadline-sentence", "a sentence that asks for a reply by a day; group value"},
    {"answers-sentence", "a sentence that names the statement that is answered; group value"},
    {"answers-title", "a title that names the statement that is answered; group value"},
    {"address", "an e-mail address and the brackets around it"},
    {"to-title", "a title that names the receivers; group value"},
    {"from-title", "a title that names the sender; group value"},
    {"own-number", "a number of a document that is a liaison statement"},
    {"list-heading", "words above a list of liaison statements"},
    {"list-in", "words above a list of incoming statements"},
    {"list-out", "words above a list of outgoing statements"},
    {"listed", "a line with a statement; groups identifier, title, to and from", LookIn::blocks},
    {"trigger", "a paragraph worth looking at for statements that were sent", LookIn::blocks},
    {"sent", "a sentence that tells of a statement; groups title, to, from and identifier"},
    {"title-column", "header of the column of titles"},
    {"number-column", "header of the column of the statements' numbers"},
    {"sure-number-column", "such a header that no other list has"},
    {"to-column", "header of the column of receivers"},
    {"from-column", "header of the column of senders"},
    {"action-column", "header of the column of those asked to act"},
    {"comment-column", "header of the column of those asked to comment"},
    {"information-column", "header of the column of those who are informed"},
    {"purpose-column", "header of the column of what a statement is for"},
    {"type-column", "header of the column of the types of documents"},
    {"type-in", "a type of document: an incoming liaison statement"},
    {"type-out", "a type of document: an outgoing liaison statement"},
    {"document-column", "header of the column of the documents that hold the statements"},
    {"deadline-column", "header of the column of dates by which to answer"},
    {"answers-column", "header of the column of statements that are answered"},
};

}  // namespace

extern const Extractor kLiaisonsExtractor;
const Extractor kLiaisonsExtractor = {.id = "liaisons",
                                      .summary = "liaison statements: from, to, asked by when",
                                      .extract = extract_liaisons,
                                      .doc = kLiaisonsDoc,
                                      .lists = kLists,
                                      .patterns = kPatterns};

}  // namespace rapporteur
