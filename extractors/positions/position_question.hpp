#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/reading/document_scan.hpp"
#include "extractors/reading/grid.hpp"

namespace rapporteur {

// Finds what a poll asks: the proposal or question that its caption or the lines above it state.
class QuestionReader {
 public:
  QuestionReader(const DocumentScan& scan, const Wording& wording);

  // What the table asks. Lines above the table `previous` (or none) belong to that one.
  std::string of_table(const Table& table, BlockId previous) const;
  // What a line of a list answers: the line it stands under, or the nearest proposal or heading.
  // `is_answer` tells lines that are answers themselves.
  std::string of_line(BlockId line, const std::function<bool(BlockId)>& is_answer) const;
  // What the vote was on whose counts begin at `count` in this block.
  std::string of_vote(BlockId block, std::uint32_t count) const;
  // The words of the proposal or question that `label` ("Issue 1-1", "whether you agree with
  // Proposal 2") names, as the document states it; `label` itself when it states none.
  std::string stated(const std::string& label) const;
  // What a sentence of a report is on: the resolution or the document that it has come to; "" where
  // there is none.
  std::string matter_above(BlockId line) const;
  // The number of the table as its caption gives it, else which table of the document it is.
  std::uint32_t number_of(const Grid& grid) const;

 private:
  std::string resolution_above(BlockId line) const;
  std::string option_above(BlockId line) const;
  std::string label_above(BlockId text) const;
  static bool is_label_alone(std::string_view label, std::string_view line);
  std::string motion_above(BlockId line) const;
  std::string asked_above(const Table& table, BlockId previous) const;
  std::string asked_words(BlockId id) const;
  std::string asked_in(BlockId id) const;
  bool asks_of_above(std::string_view line) const;
  void find_stated() const;
  std::string document_at(const Match& line) const;
  std::string with_text(std::string_view label, std::string_view line, BlockId id) const;
  std::string continued(std::string words, BlockId after) const;
  bool is_in_table(BlockId id) const;
  bool is_box(const Block& block) const;
  bool goes_on(BlockId id, BlockId next) const;
  std::string heading_above(BlockId id) const;
  std::vector<ClauseId> clauses_around(BlockId id) const;

  const DocumentScan& scan_;
  const Document& doc_;
  Patterns labels_;
  Patterns refers_;
  mutable std::map<std::string, BlockId> stated_;  // where each label is first followed by words
  mutable bool stated_known_ = false;
  Patterns questions_;
  Patterns of_above_;
  Patterns options_;
  Patterns no_questions_;
  Patterns title_asks_;
  Patterns bare_headings_;
  Patterns head_fields_;
  Patterns resolutions_;  // of votes, as the next three
  Patterns motions_;
  Patterns ballots_;
  Patterns votes_on_;
  Patterns document_lines_;  // of reports
  Patterns captions_;        // of the profile
};

}  // namespace rapporteur
