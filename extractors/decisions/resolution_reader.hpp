#pragma once

#include <string>
#include <vector>

#include "extractors/decisions/decision_lists.hpp"
#include "extractors/decisions/decision_reading.hpp"

namespace rapporteur {

// Reads what a resolution decides below its number: in its first sentence, and in those that
// follow. Internal to extractors/.
class ResolutionReader {
 public:
  // All outlive it.
  ResolutionReader(const Document& doc, const Wording& wording, const DecisionSentences& sentences,
                   const DecisionLists& lists);

  // "Resolution 12/2026: SC 99 approves …"; a title may stand before the sentence, which then
  // follows in a paragraph of its own. `on_document` as for DecisionLists.
  std::vector<OpenedDecision> open(BlockId id, const Match& label, bool on_document);
  // What the group of the resolution that was opened last decides in a paragraph or an item below.
  std::vector<OpenedDecision> go_on(BlockId id, TextRange words);
  // A heading: what follows is no part of it, unless all the paper is resolutions.
  void close();

 private:
  bool is_of_group(const Decision& decision);
  std::vector<OpenedDecision> read_all(BlockId id, const std::vector<TextRange>& all);

  const Document& doc_;
  const Wording& wording_;
  const DecisionSentences& sentences_;
  const DecisionLists& lists_;
  const bool all_;      // the paper has nothing but resolutions
  int lines_left_ = 0;  // how many paragraphs below may be part of it
  std::string body_;    // who decides, as far as it was said
};

}  // namespace rapporteur
