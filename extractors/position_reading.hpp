#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/extractor.hpp"
#include "extractors/match.hpp"

namespace rapporteur {

// The pieces that the positions extractor is made of. Internal to extractors/.

// A stance, and which wording it was read from ("" when none).
struct StanceReading {
  Stance stance = Stance::unclear;
  std::string pattern;
};

// What a cell that is meant to hold a stance says: "Object", "Yes, but", "N/A".
StanceReading read_stance_cell(std::string_view words, const Wording& wording);
// What a remark says about the stance of whoever made it: "We do not support this".
StanceReading read_stance_in_comment(std::string_view words, const Wording& wording);

// Who is meant by a cell or a subject: the party and, apart from it, the office.
struct PartyReading {
  std::string party;
  std::string office;
};
// Several parties may share a cell: "Example A, Example B". Empty when the cell names no party,
// such as the moderator of a discussion.
std::vector<PartyReading> read_parties(std::string_view words, const Wording& wording);

// Tables of positions, and positions stated in running text.
void extract_position_tables(const Document& doc, const Profile& profile, const Wording& wording,
                             Facts& facts);
void extract_position_text(const Document& doc, const Wording& wording, Facts& facts);

}  // namespace rapporteur
