#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/extractor.hpp"
#include "extractors/reading/match.hpp"

namespace rapporteur {

// The pieces that the decisions extractor is made of. Internal to extractors/.

struct DecisionReading {
  Decision decision;
  TextRange where;
  std::string pattern;
  bool only_how = false;  // the subject says how, "with changes", and not what
};

// Reads sentences with the patterns of [extract.decisions], looked up once for a document.
class DecisionSentences {
 public:
  // Both outlive it.
  DecisionSentences(const Wording& wording, const Organizations& organizations);

  // The decision that a sentence tells as done, or none: proposals, conditions and rules about
  // decisions are none.
  std::optional<DecisionReading> read(const Document& doc, TextRange sentence) const;
  // The same, with what it decides besides: "There was no consensus and the item was postponed."
  std::vector<DecisionReading> read_all(const Document& doc, TextRange sentence) const;
  // A sentence of a resolution, which decides in the present: "SC 99 approves the text."
  std::optional<DecisionReading> read_resolution(const Document& doc, TextRange sentence) const;
  // "It was revised to C12, which was approved.": what became of C12.
  std::optional<DecisionReading> read_revision(const Document& doc, TextRange sentence) const;
  // The kind of decision that the words after a label such as "Decision:" name, "" when none.
  std::string disposition(std::string_view words) const;

  // The same of a line on a document, and not of the one that it was revised to: "noted" of "This
  // was noted and a reply drafted in C12, which was approved."
  std::string own_disposition(const Document& doc, TextRange line) const;
  // The kind of decision that a label tells with the words behind it; `on_matter`: the report has
  // come to something that "Decision:" is on.
  std::string verb_of(const Match& label, std::string_view words, bool on_matter) const;
  // "Conclusion" above "There is no consensus to support it.": nothing was agreed.
  void take_back(Decision& decision) const;
  // Whether a decision with a number of its own is about what it says: unless that is "approved"
  // alone, or that the document was.
  bool is_on_its_own(std::string_view words) const;

 private:
  std::vector<DecisionReading> read_counted(const Document& doc, TextRange sentence) const;
  std::vector<DecisionReading> read_both(const Document& doc, TextRange sentence) const;
  std::vector<DecisionReading> read_joined(const Document& doc, TextRange sentence) const;
  std::vector<DecisionReading> read_joined(const Document& doc, TextRange sentence,
                                           const Match& joint) const;
  // Patterns that are tried in order, found together.
  struct Verbs {
    std::vector<const Pattern*> patterns;
    const PatternSet* set = nullptr;
  };

  Verbs verbs_of(const Wording& wording, const std::string& prefix) const;
  std::optional<DecisionReading> read_with(const Verbs& verbs, const Document& doc,
                                           TextRange sentence) const;
  std::optional<DecisionReading> read_verb(const Document& doc, TextRange sentence,
                                           const Pattern& pattern) const;
  std::string without_lead(const std::string& subject) const;
  std::string subject_of(const Document& doc, const Match& match) const;
  bool is_body(const std::string& words) const;
  bool is_person(const Document& doc, const std::string& body) const;
  std::string short_body(const std::string& words) const;

  const Wording& wording_;
  const Organizations& organizations_;
  Patterns trigger_;
  Patterns not_;
  Patterns not_subject_;
  Patterns body_;
  Verbs told_;      // in the past
  Verbs resolved_;  // in resolutions
  std::vector<std::pair<std::string, Patterns>> labels_;
};

// Whether "Not treated." says what became of the documents listed below it, rather than of the one
// above. `dispositions` and `documents` are the patterns "list-disposition" and "document-line".
bool heads_documents(const DocumentScan& scan, BlockId id, Patterns dispositions,
                     Patterns documents);

// What sentences, labels and dispositions say. Returns the tables that were read with them.
std::vector<BlockId> extract_decision_blocks(const DocumentScan& scan, const Wording& wording,
                                             Facts& facts);
// A report says more than once that there is no consensus on one thing. Of the facts at and after
// `from`, the telling that names the thing stays; where none does, the first one.
void drop_repeated_failures(const Document& doc, std::vector<Fact>& facts, std::size_t from);
// Rows of the other tables that list decisions, or what was approved or deleted.
void extract_decision_tables(const DocumentScan& scan, const Wording& wording,
                             const std::vector<BlockId>& read, Facts& facts);
// Rows of a table that a sentence announces, each decided as it says; false when they are no texts.
bool read_announced_table(const DocumentScan& scan, const Table& table, const Wording& wording,
                          const Decision& decision, Facts& facts);

}  // namespace rapporteur
