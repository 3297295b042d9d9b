#pragma once

#include <vector>

#include "extractors/positions/position_reading.hpp"
#include "extractors/reading/document_scan.hpp"

namespace rapporteur {

// Whose position a sentence tells.
class SubjectReader {
 public:
  // Both outlive it.
  SubjectReader(const DocumentScan& scan, const Wording& wording)
      : scan_(scan), wording_(wording) {}

  // Who does it, with those named as supporting them; `subject` is a match of "text-subject".
  std::vector<PartyReading> parties_of(const Match& subject) const;
  // The parties of a list in running text; empty unless every piece looks like a name.
  std::vector<PartyReading> names_in(TextRange words) const;
  // Whether the profile knows all of them, or one.
  bool all_known(const std::vector<PartyReading>& parties) const;
  bool any_known(const std::vector<PartyReading>& parties) const;

 private:
  const DocumentScan& scan_;
  const Wording& wording_;
};

}  // namespace rapporteur
