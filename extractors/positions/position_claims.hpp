#pragma once

#include <functional>
#include <string>
#include <vector>

#include "extractors/positions/known_parties.hpp"
#include "extractors/positions/position_reading.hpp"
#include "extractors/reading/match.hpp"

namespace rapporteur {

// What the author of a document says that others want: "Option 2 – A, B" and "Proposal: study it
// (A, B)". Other words than names stand behind dashes and in brackets too, so claims are noted and
// those are believed whose names are known when the whole document has been read.
class PositionClaims {
 public:
  // They outlive it.
  PositionClaims(const Document& doc, const Wording& wording, KnownParties& known);

  // Whether the line reads as an option with names behind it; and one of these is known.
  bool is_option(TextRange line) const;
  bool is_option_of_known(TextRange line) const;
  // "Option 2 (3): A, B, C" answers `question`, which is asked for when there is such an option.
  // The line may be read in several ways, of which the first counts whose names are known.
  void note_options(BlockId id, TextRange line, const std::function<std::string()>& question);
  // "Study it further (A, B)": what is wanted stands in the line itself.
  void note_wish(BlockId id, TextRange line);
  // Adds the claims that are believed.
  void tell(Facts& facts);

 private:
  struct Claim {
    BlockId block;
    TextRange line;
    std::string question;
    std::vector<PartyReading> parties;
    bool labelled = false;  // as an option
    bool believed = false;
  };

  std::string wish_in(TextRange line, const Match& match) const;
  bool any_known(const std::vector<PartyReading>& parties) const;
  bool enough_known(const Claim& claim) const;
  void believe();

  const Document& doc_;
  const Wording& wording_;
  KnownParties& known_;
  Patterns wishes_;
  Patterns options_;
  std::vector<Claim> claims_;
};

}  // namespace rapporteur
