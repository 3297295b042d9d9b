#pragma once

#include <string>

#include "extractors/decisions/decision_reading.hpp"

namespace rapporteur {

// What a report has come to: a document of the meeting, or a motion, which has no identifier.
struct Matter {
  std::string identifier;
  std::string words;
};

// The matter at hand while a report is read from its beginning to its end: decisions that name
// nothing themselves are on it.
class MatterAtHand {
 public:
  // Both outlive it.
  MatterAtHand(const Document& doc, const Wording& wording) : doc_(doc), wording_(wording) {}

  bool empty() const { return now_.words.empty(); }
  bool is_document() const { return !now_.identifier.empty(); }
  const Matter& now() const { return now_; }
  void come_to(Matter matter) { now_ = std::move(matter); }
  // The document and the words that the groups "document" and "matter" of a pattern name.
  void come_to(const Match& match);
  // A table of one row, "S3i270010 | Roamers | Alba", names a document; no other table does.
  void come_to(const Table& table);
  // "C1-264010", alone on its line, and below it "Title: …"; false for any other line.
  bool come_to_line(TextRange line);
  // A heading that names a document; what was before it is over with any other.
  void come_to_heading(BlockId heading);
  void done() { now_ = {}; }

  // Makes it the subject of a decision, where there is one.
  void give(Decision& decision) const;
  // The same, unless the disposition names its own document: "The draft LS in R1-2600001 is
  // endorsed."
  void give_disposed(Decision& decision, TextRange disposition) const;
  // What "This CR was noted" refers to.
  void refer(DecisionReading& reading) const;

 private:
  const Document& doc_;
  const Wording& wording_;
  Matter now_;
};

}  // namespace rapporteur
