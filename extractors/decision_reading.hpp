#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/extractor.hpp"
#include "extractors/match.hpp"

namespace rapporteur {

// The pieces that the decisions extractor is made of. Internal to extractors/.

// A decision that a sentence tells, and the wording that it was read with.
struct DecisionReading {
  Decision decision;
  TextRange where;
  std::string pattern;
};

// Reads sentences with the patterns of [extract.decisions], looked up once for a document.
class DecisionSentences {
 public:
  explicit DecisionSentences(const Wording& wording);

  // The decision that a sentence tells as done, or none: proposals, conditions and rules about
  // decisions are none.
  std::optional<DecisionReading> read(const Document& doc, TextRange sentence) const;
  // The kind of decision that the words after a label such as "Decision:" name, "" when none.
  std::string disposition(std::string_view words) const;

 private:
  std::optional<DecisionReading> read_verb(const Document& doc, TextRange sentence,
                                           const Pattern& pattern) const;
  std::string short_body(const std::string& words) const;

  Patterns trigger_;
  Patterns not_;
  Patterns not_subject_;
  Patterns body_;
  std::vector<const Pattern*> verbs_;  // in the order in which they are tried
  const PatternSet* verb_set_;         // of verbs_
  std::vector<std::pair<std::string, Patterns>> labels_;
};

// Rows of tables that list what was approved or deleted.
void extract_decision_tables(const DocumentScan& scan, const Wording& wording, Facts& facts);

}  // namespace rapporteur
