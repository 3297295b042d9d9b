#pragma once

#include <optional>
#include <string>
#include <string_view>

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

// The decision that a sentence tells as done, or none: proposals, conditions and rules about
// decisions are none.
std::optional<DecisionReading> read_decision(const Document& doc, TextRange sentence,
                                             const Wording& wording);
// The kind of decision that the words after a label such as "Decision:" name, "" when none.
std::string disposition(std::string_view words, const Wording& wording);

// Rows of tables that list what was approved or deleted.
void extract_decision_tables(const Document& doc, const Wording& wording, Facts& facts);

}  // namespace rapporteur
