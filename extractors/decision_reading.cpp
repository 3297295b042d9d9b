#include "extractors/decision_reading.hpp"

#include <array>

#include "extractors/records.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// Kinds of decisions in the order in which they are tried: "not agreed" before "agreed".
constexpr std::array<std::string_view, 25> kVerbs = {
    "no-consensus", "not-agreed", "rejected",  "withdrawn",          "postponed",
    "revised",      "merged",     "appointed", "established",        "deleted",
    "approved",     "adopted",    "consented", "determined",         "endorsed",
    "agreed",       "decided",    "noted",     "concluded",          "issued",
    "offered",      "not-needed", "left-open", "working-assumption", "developed"};

std::string date_outside(const Document& doc, TextRange sentence, TextRange subject) {
  const TextRange before{sentence.begin, subject.begin};
  const TextRange after{subject.end, sentence.end};
  std::string date = date_in(doc.text(before));
  return date.empty() ? date_in(doc.text(after)) : date;
}

}  // namespace

DecisionSentences::DecisionSentences(const Wording& wording)
    : trigger_(wording.named("trigger")),
      not_(wording.named("not")),
      not_subject_(wording.named("not-subject")),
      body_(wording.named("body")) {
  for (const std::string_view verb : kVerbs) {
    const Patterns verbs = wording.named(verb);
    for (const Pattern& pattern : verbs) verbs_.push_back(&pattern);
    const Patterns label = wording.named("label-" + std::string(verb));
    if (!label.empty()) labels_.emplace_back(verb, label);
  }
  std::vector<Expression> expressions;
  for (const Pattern* verb : verbs_) expressions.push_back(verb->expression);
  verb_set_ = &shared_set(expressions);
}

// "the Example Group (EG)" -> "EG"; "the meeting" -> "meeting".
std::string DecisionSentences::short_body(const std::string& words) const {
  const Capture named = capture(words, body_);
  const std::string abbreviation = named.words("abbreviation");
  if (!abbreviation.empty()) return abbreviation;
  const std::string body = named.words("body");
  return body.empty() ? words : body;
}

std::optional<DecisionReading> DecisionSentences::read_verb(const Document& doc, TextRange sentence,
                                                            const Pattern& pattern) const {
  const Match match = match_of(doc, sentence, pattern);
  const std::string body = words_at(doc, match.group("body"));
  if (!body.empty() && !matches(body, body_)) return {};
  // What stands before the verb is what was decided on, and no clause of its own.
  const TextRange subject = trimmed(doc, match.group("subject"));
  const bool before_verb = !subject.empty() && subject.begin == match.where.begin;
  if (before_verb && matches(doc.text(subject), not_subject_)) return {};
  DecisionReading reading{{}, sentence, pattern.name};
  reading.decision.verb = pattern.name;
  reading.decision.body = short_body(body);
  reading.decision.subject = words_at(doc, subject);
  while (reading.decision.subject.ends_with('.')) reading.decision.subject.pop_back();
  reading.decision.date = date_outside(doc, sentence, subject.empty() ? match.where : subject);
  return reading;
}

std::optional<DecisionReading> DecisionSentences::read(const Document& doc,
                                                       TextRange sentence) const {
  const std::string_view text = doc.text(sentence);
  if (!matches(text, trigger_) || matches(text, not_)) return {};
  std::vector<int> found;
  verb_set_->match(text, found);
  for (const int verb : found) {
    const Pattern& pattern = *verbs_[static_cast<std::size_t>(verb)];
    if (auto reading = read_verb(doc, sentence, pattern)) return reading;
  }
  return {};
}

std::string DecisionSentences::disposition(std::string_view words) const {
  for (const auto& [verb, patterns] : labels_) {
    if (matches(words, patterns)) return verb;
  }
  return {};
}

namespace {

constexpr std::uint32_t kTitleLines = 3;
constexpr ColumnSpec kColumns[] = {
    {"text-column", true}, {"title-column", true}, {"date-column", true}, {"status-column"}};

// What the row's status, else the caption, else the heading says was done.
std::string verb_of_row(const Records& records, std::uint32_t row, const std::string& caption,
                        const std::string& heading, const Wording& wording) {
  for (const std::string& words : {records.text(row, "status-column"), caption, heading}) {
    for (const std::string_view verb : {"deleted", "approved"}) {
      if (matches(words, wording.named("table-" + std::string(verb)))) return std::string(verb);
    }
  }
  return {};
}

// The title of the clause around a table; where the heading is a label alone, what follows it.
std::string heading_above(const Document& doc, const Table& table) {
  const ClauseId id = doc.clause_of(table.block);
  if (!id) return {};
  const Clause& clause = doc.clause(id);
  if (!clause.title.empty()) return clause.title;
  std::string out;
  for (std::uint32_t next = 1; next <= kTitleLines; ++next) {
    const BlockId block{clause.heading.index + next};
    if (block >= clause.blocks.end || doc.block(block).kind == BlockKind::table) break;
    out += " " + collapse(doc.text(block));
  }
  return out;
}

void read_decision_table(const DocumentScan& scan, const Table& table, const Wording& wording,
                         Facts& facts) {
  const Document& doc = scan.doc();
  const std::optional<Records> records = Records::find(scan, table, wording, kColumns);
  if (!records) return;
  const std::string caption = words_above(doc, table);
  const std::string heading = heading_above(doc, table);
  if (!matches(caption + " " + heading, wording.named("table"))) return;
  for (std::uint32_t row = records->first_row(); row < records->end_row(); ++row) {
    Decision decision;
    decision.date = date_in(records->text(row, "date-column"));
    decision.verb = verb_of_row(*records, row, caption, heading, wording);
    if (decision.date.empty() || decision.verb.empty() || records->is_empty_row(row)) continue;
    decision.subject = records->text(row, "text-column") + " " + records->text(row, "title-column");
    decision.body = matched_group(caption, wording.named("table"), "body");
    facts.add(std::move(decision), records->block(row), records->range(row), "table", 90,
              "the table lists what was decided");
  }
}

}  // namespace

void extract_decision_tables(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  for (const Table& table : scan.doc().tables()) read_decision_table(scan, table, wording, facts);
}

}  // namespace rapporteur
