#pragma once

#include <vector>

#include "extractors/decisions/decision_reading.hpp"
#include "extractors/extractor.hpp"
#include "extractors/reading/match.hpp"

namespace rapporteur {

// The lists below decisions. Internal to extractors/.

struct DecisionLine {
  BlockId block;
  TextRange words;
};

// A decision that is an item of a list.
struct OpenedDecision {
  BlockId block;
  DecisionReading reading;
};

// "Working Parties 8A and 8F have decided:" above what they decided, an item each; none where the
// words, which stand in `from`, open no such list.
std::vector<OpenedDecision> opened_list(const Document& doc, const Wording& wording, BlockId from,
                                        TextRange words);

class DecisionLists {
 public:
  // Both outlive it.
  DecisionLists(const DocumentScan& scan, const Wording& wording);

  // The list under a block, behind one paragraph when `paragraph` allows it; `on_document` when the
  // report is going through documents, whose dispositions then end a list.
  std::vector<DecisionLine> below(BlockId from, bool paragraph, bool on_document) const;
  bool ends(BlockId id, bool on_document) const;
  // Whether the block stands in a table with columns, whose cells are no items of a sentence.
  bool is_in_columns(BlockId id) const;

 private:
  const DocumentScan& scan_;
  const Document& doc_;
  const Patterns text_lines_;
  const Patterns notes_;
  const Patterns labels_;
  const Patterns document_lines_;
  const Patterns disposition_lines_;
};

// Told several times, "Status: noted" is no outcome of the whole document, but of things in it that
// are not known.
bool tells_several_outcomes(const DocumentScan& scan, Patterns labels, Patterns dispositions);

}  // namespace rapporteur
