#include <algorithm>

#include "extractors/decision_reading.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kDecisionsDoc = R"md(
What was decided: by sentences that tell a decision as done, by lines with a label ("Agreement:",
"Decision:") and what stands under them, and by tables of approvals. What somebody proposes, could
do or would like is no decision.

```document
At its first meeting of the study period, TSAG decided to establish two Working Parties.
The Example Advisory Group (EAG), at its meeting from 24 to 28 November 2025, agreed to establish the group.
The agenda of this meeting in TD439 was approved.
The chairman noted that there was no consensus on the new group and proposed a way forward.
The meeting took note of the terms of reference in TD12.
The draft could be approved at the next meeting. It is proposed to agree the text.
Kestria decided to change its position. If the text is agreed, it is sent out.
```

```facts
{"verb": "decided", "subject": "to establish two Working Parties", "body": "TSAG"}
{"verb": "agreed", "subject": "to establish the group", "body": "EAG", "date": "2025-11-24"}
{"verb": "approved", "subject": "The agenda of this meeting in TD439"}
{"verb": "no-consensus", "subject": "the new group", "body": "chairman"}
{"verb": "noted", "subject": "the terms of reference in TD12", "body": "meeting"}
```

A label may stand alone above what was agreed.

```document
# Conclusion
Agreement:
- A counter for each slice is kept.
- It is optional.
Agreement: The meeting agreed to meet again.
Working assumption: The counter is reset at midnight.
Decision: The document was noted.
```

```facts
{"verb": "agreed", "subject": "A counter for each slice is kept. / It is optional.", "evidence": "Agreement: A counter for each slice is kept. It is optional."}
{"verb": "agreed", "subject": "to meet again", "body": "meeting"}
{"verb": "working-assumption", "subject": "The counter is reset at midnight."}
{"verb": "noted", "subject": "The document was noted."}
```

In a report that goes through documents, a disposition is that of the document named last.

```document
%profile 3gpp
S5-261044\tEnergy counters\tExample Ltd
Decision: The document is noted.
TD S5-261046 New counters. (Source: Alba).
Parallel session:
Revised to TD S5-261050.
S5-261047\tEnergy meters\tAlba
Decision: Continue offline discussion until Wednesday.
```

```facts
{"verb": "noted", "subject": "S5-261044 Energy counters Example Ltd", "documents": ["S5-261044"]}
{"verb": "revised", "subject": "TD S5-261046 New counters. (Source: Alba).", "documents": ["S5-261046"], "evidence": "Revised to TD S5-261050."}
{"verb": "left-open", "documents": ["S5-261047"]}
```

```document
Table 8 - TSAG - Recommendations approved during the study period
|| Recommendation | Approval | Status | Title |
| A.7 | 2024-08-02 | In force | Focus groups |
| None. | | | |
```

```facts
{"verb": "approved", "subject": "A.7 Focus groups", "date": "2024-08-02", "body": "TSAG"}
```
)md";

constexpr int kFromSentence = 90;
constexpr int kFromLabel = 95;
constexpr std::uint32_t kMostUnderLabel = 60;

class DecisionReader {
 public:
  DecisionReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        facts_(facts),
        labels_(wording.named("label")),
        document_lines_(wording.named("document-line")),
        inner_labels_(wording.named("inner-label")),
        disposition_lines_(wording.named("disposition-line")),
        trigger_(wording.named("trigger")),
        sentences_(wording) {}

  void read() {
    for (BlockId id{0}; id.index < doc_.blocks().size(); ++id.index) {
      const Block& block = doc_.block(id);
      if (block.kind == BlockKind::table || block.kind == BlockKind::toc) continue;
      if (block.kind == BlockKind::heading) {
        document_ = {};
        continue;
      }
      if (block.cell && !stands_alone(block)) continue;
      id = read_block(id);
    }
  }

 private:
  // The only cell of its table is a box around text, not a cell of a table.
  bool stands_alone(const Block& block) const {
    const Table& table = doc_.table(doc_.cell(block.cell).table);
    return table.rows == 1 && table.columns == 1;
  }

  // Returns the last block that was read.
  BlockId read_block(BlockId id) {
    const TextRange words = trimmed(doc_, doc_.block(id).text);
    if (words.empty()) return id;
    if (const Match* line = scan_.match(id, document_lines_)) {
      document_ = {words_at(doc_, line->group("document")), words_at(doc_, line->where)};
      return id;
    }
    if (read_disposition(id)) return id;
    if (const Match* label = scan_.match(id, labels_)) return read_label(id, *label);
    if (!scan_.found(id, trigger_)) return id;
    for (const TextRange sentence : sentences(doc_, words)) read_sentence(id, sentence);
    return id;
  }

  // "Revised to TD 12." under a document in a report that goes through documents.
  bool read_disposition(BlockId id) {
    if (document_.words.empty()) return false;
    const Match* const line = scan_.match(id, disposition_lines_);
    if (!line) return false;
    DecisionReading reading{{}, line->where, "disposition-line"};
    reading.decision.verb = sentences_.disposition(doc_.text(line->where));
    if (reading.decision.verb.empty()) return false;
    give_document(reading.decision);
    add(std::move(reading), id, kFromLabel, "the document is the one named last");
    return true;
  }

  void read_sentence(BlockId id, TextRange sentence) {
    // A label may stand in the middle of a paragraph.
    if (const auto label = find_match(doc_, sentence, inner_labels_)) {
      sentence.begin = label->group("rest").begin;
    }
    if (auto reading = sentences_.read(doc_, sentence)) {
      add(std::move(*reading), id, kFromSentence, "read from running text");
    }
  }

  BlockId read_label(BlockId id, const Match& label) {
    const TextRange rest = trimmed(doc_, label.group("rest"));
    if (rest.empty()) return read_under_label(id, label);
    const std::vector<TextRange> parts = sentences(doc_, rest);
    if (auto reading = sentences_.read(doc_, parts.front()); reading && !label.has("disposition")) {
      add(std::move(*reading), id, kFromLabel, "labelled");
      return id;
    }
    DecisionReading reading{{}, rest, label.pattern->name};
    reading.decision.verb = verb_of(label, doc_.text(rest));
    reading.decision.subject = words_at(doc_, rest);
    if (reading.decision.verb.empty()) return id;
    if (label.has("disposition")) give_document(reading.decision);
    const BlockId last = rest_of_block(id, reading);
    add(std::move(reading), id, kFromLabel, "labelled");
    return last;
  }

  std::string verb_of(const Match& label, std::string_view words) const {
    if (label.has("disposition")) {
      const std::string verb = sentences_.disposition(words);
      return verb.empty() && document_.words.size() > 0 ? "decided" : verb;
    }
    if (label.has("assumption")) return "working-assumption";
    if (label.has("conclusion")) return "concluded";
    return "agreed";
  }

  void give_document(Decision& decision) const {
    if (document_.words.empty()) return;
    decision.subject = document_.words;
    decision.documents = {document_.identifier};
  }

  // A line that ends with a colon goes on with the list under it.
  BlockId rest_of_block(BlockId id, DecisionReading& reading) const {
    if (!doc_.text(reading.where).ends_with(':')) return id;
    return collect(id, reading);
  }

  BlockId read_under_label(BlockId id, const Match& label) {
    DecisionReading reading{{}, label.where, label.pattern->name};
    reading.decision.verb = verb_of(label, "");
    const BlockId last = collect(id, reading);
    if (!reading.decision.subject.empty() && !reading.decision.verb.empty()) {
      add(std::move(reading), id, kFromLabel, "labelled");
    }
    return last;
  }

  // The list under a block, or the one paragraph with its list.
  BlockId collect(BlockId from, DecisionReading& reading) const {
    BlockId last = from;
    bool paragraph = !reading.decision.subject.empty();
    for (BlockId id{from.index + 1};
         id.index < doc_.blocks().size() && id.index - from.index <= kMostUnderLabel; ++id.index) {
      const Block& block = doc_.block(id);
      const TextRange words = trimmed(doc_, block.text);
      if (words.empty() && block.kind != BlockKind::table) continue;
      const bool in_cell = static_cast<bool>(block.cell) && block.cell != doc_.block(from).cell;
      const bool item = block.kind == BlockKind::list_item || !doc_.label(id).empty() || in_cell;
      if (!item && block.kind == BlockKind::table) continue;
      if (ends_collection(id) || (!item && paragraph)) break;
      paragraph = paragraph || !item;
      std::string& subject = reading.decision.subject;
      subject += (subject.empty() ? "" : " / ") + words_at(doc_, words);
      reading.where.end = words.end;
      last = id;
    }
    return last;
  }

  bool ends_collection(BlockId id) const {
    return doc_.block(id).kind == BlockKind::heading || scan_.found(id, labels_) ||
           scan_.found(id, document_lines_);
  }

  void add(DecisionReading reading, BlockId id, int confidence, std::string reason) {
    facts_.add(std::move(reading.decision), id, reading.where, std::move(reading.pattern),
               confidence, std::move(reason));
  }

  struct DocumentLine {
    std::string identifier;
    std::string words;
  };

  const DocumentScan& scan_;
  const Document& doc_;
  Facts& facts_;
  const Patterns labels_;
  const Patterns document_lines_;
  const Patterns inner_labels_;
  const Patterns disposition_lines_;
  const Patterns trigger_;
  const DecisionSentences sentences_;
  DocumentLine document_;  // the document that a report has come to
};

// A report says more than once that there is no consensus on one thing. The telling that names the
// thing stays; where none does, the first one.
void drop_repeated_failures(const Document& doc, std::vector<Fact>& facts, std::size_t from) {
  const auto begin = facts.begin() + static_cast<std::ptrdiff_t>(from);
  const auto is_failure = [](const Fact& fact) {
    const Decision* decision = std::get_if<Decision>(&fact.value);
    return decision != nullptr && decision->verb == "no-consensus";
  };
  const auto subject = [](const Fact& fact) { return std::get<Decision>(fact.value).subject; };
  const bool named = std::any_of(begin, facts.end(), [&](const Fact& fact) {
    return is_failure(fact) && !subject(fact).empty();
  });
  std::vector<std::string> seen;
  const auto repeated = [&](const Fact& fact) {
    if (!is_failure(fact)) return false;
    if (named && subject(fact).empty()) return true;
    const std::string key = lower_ascii(subject(fact));
    if (std::ranges::find(seen, key) != seen.end()) return true;
    seen.push_back(key);
    return false;
  };
  facts.erase(std::remove_if(begin, facts.end(), repeated), facts.end());
  if (named) return;
  for (std::size_t i = from; i < facts.size(); ++i) {
    if (!is_failure(facts[i])) continue;
    const ClauseId clause = doc.clause_of(facts[i].block);
    if (clause) std::get<Decision>(facts[i].value).subject = doc.clause(clause).title;
  }
}

void extract_decisions(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const std::size_t from = facts.all().size();
  DecisionReader(scan, wording, facts).read();
  drop_repeated_failures(scan.doc(), facts.all(), from);
  extract_decision_tables(scan, wording, facts);
}

constexpr WordingKey kPatterns[] = {
    {"trigger", "a paragraph worth looking at for decisions", LookIn::blocks},
    {"not", "a sentence that only proposes, asks, or says when something would be decided"},
    {"not-subject", "words before the verb that make them a rule or a condition"},
    {"body", "who can decide; groups body (without article) and abbreviation"},
    {"label", "a line that begins with a label; groups rest, disposition, assumption, conclusion",
     LookIn::blocks},
    {"inner-label", "a label inside a paragraph; group rest"},
    {"document-line", "the line of a report that names the document it has come to; group document",
     LookIn::blocks},
    {"no-consensus", "there was no consensus; groups subject and body, as in the verbs below"},
    {"not-agreed", "not agreed, not approved"},
    {"rejected", "rejected, not adopted"},
    {"withdrawn", "withdrawn by its source"},
    {"postponed", "postponed, deferred"},
    {"revised", "revised to another document"},
    {"merged", "merged into another document"},
    {"appointed", "appointed, elected"},
    {"established", "established, created"},
    {"deleted", "deleted, suppressed"},
    {"approved", "approved"},
    {"adopted", "adopted"},
    {"consented", "consented"},
    {"determined", "determined"},
    {"endorsed", "endorsed"},
    {"agreed", "agreed"},
    {"decided", "decided"},
    {"developed", "developed, revised: a text in a list of results"},
    {"noted", "noted, taken note of"},
    {"concluded", "concluded"},
    {"issued", "issued guidance"},
    {"offered", "offered a possibility"},
    {"label-no-consensus", "words after a disposition label: no consensus"},
    {"label-not-agreed", "words after a disposition label: not agreed"},
    {"label-rejected", "words after a disposition label: rejected"},
    {"label-withdrawn", "words after a disposition label: withdrawn"},
    {"label-postponed", "words after a disposition label: postponed"},
    {"label-revised", "words after a disposition label: revised"},
    {"label-merged", "words after a disposition label: merged"},
    {"label-approved", "words after a disposition label: approved"},
    {"label-adopted", "words after a disposition label: adopted"},
    {"label-endorsed", "words after a disposition label: endorsed"},
    {"label-agreed", "words after a disposition label: agreed"},
    {"label-noted", "words after a disposition label: noted"},
    {"disposition-line", "a line under a document of a report that says what became of it",
     LookIn::blocks},
    {"label-left-open", "words after a disposition label: to be discussed further"},
    {"label-not-needed", "words after a disposition label: not needed, not pursued"},
    {"table", "caption and heading of a table that lists decisions; group body"},
    {"table-approved", "a status, caption or heading that says that the texts were approved"},
    {"table-deleted", "a status, caption or heading that says that the texts were deleted"},
    {"text-column", "header of the column of texts"},
    {"title-column", "header of the column of titles"},
    {"date-column", "header of the column of dates"},
    {"status-column", "header of the column of statuses"},
};

}  // namespace

extern const Extractor kDecisionsExtractor;
const Extractor kDecisionsExtractor = {.id = "decisions",
                                       .summary = "what was decided, by whom and when",
                                       .extract = extract_decisions,
                                       .doc = kDecisionsDoc,
                                       .patterns = kPatterns};

}  // namespace rapporteur
