#include "extractors/decisions/decision_matter.hpp"

#include "extractors/reading/grid.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {

void MatterAtHand::come_to(const Match& match) {
  now_ = {words_at(doc_, match.group("document")), words_at(doc_, match.group("matter"))};
}

void MatterAtHand::come_to(const Table& table) {
  if (table.rows != 1 || table.columns < 2) return;
  const Grid grid(doc_, table);
  if (!matches(grid.text(0, 0), wording_.named("document-cell"))) return;
  now_ = {grid.text(0, 0), grid.text(0, 0) + " " + grid.text(0, 1)};
}

bool MatterAtHand::come_to_line(TextRange line) {
  if (const auto number = find_match(doc_, line, wording_.named("document-alone"))) {
    const std::string document = words_at(doc_, number->group("document"));
    now_ = {document, document};
    return true;
  }
  if (!is_document() || now_.words != now_.identifier) return false;
  const auto title = find_match(doc_, line, wording_.named("document-title"));
  if (!title) return false;
  now_.words += " " + words_at(doc_, title->group("title"));
  return true;
}

void MatterAtHand::come_to_heading(BlockId heading) {
  done();
  TextRange words = trimmed(doc_, doc_.block(heading).text);
  const ClauseId clause = doc_.clause_of(heading);
  const std::string number = clause ? std::string(doc_.clause(clause).number) : std::string();
  if (doc_.text(words).starts_with(number)) {
    words.begin += static_cast<std::uint32_t>(number.size());
    words = trimmed(doc_, words);
  }
  if (const auto named = find_match(doc_, words, wording_.named("document-heading"))) {
    come_to(*named);
  }
}

void MatterAtHand::give(Decision& decision) const {
  if (empty()) return;
  decision.subject = now_.words;
  if (is_document()) decision.documents = {now_.identifier};
}

void MatterAtHand::give_disposed(Decision& decision, TextRange disposition) const {
  give(decision);
  const auto own = find_match(doc_, disposition, wording_.named("disposed-document"));
  if (!own) return;
  const TextRange document = own->group("document");
  const TextRange matter = own->group("matter");
  // "Final LS is approved in X": of the draft that the report has come to.
  const bool of_draft = document.begin >= matter.end && !empty();
  decision.documents = {words_at(doc_, document)};
  decision.subject = words_at(doc_, matter) + (of_draft ? ": " + now_.words : "");
}

void MatterAtHand::refer(DecisionReading& reading) const {
  if (empty()) return;
  const std::string& subject = reading.decision.subject;
  if (subject.empty() || matches(subject, wording_.named("refers"))) {
    give(reading.decision);
    return;
  }
  // "The CR in C1-264022" is another one than the one that the report has come to.
  const bool inside = matches(subject, wording_.named("refers-inside"));
  const bool own = find_match(doc_, reading.where, wording_.named("names-document")).has_value();
  if (is_document() && inside && !own) reading.decision.documents = {now_.identifier};
}

}  // namespace rapporteur
