#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/extractor.hpp"
#include "extractors/reading/match.hpp"

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

// One answer of several: a stance, or a choice such as "Option 2", which the party supports.
struct Answer {
  Stance stance = Stance::unclear;
  std::string option;  // "" for a plain stance
};
// What the header of a column or row stands for; none when it is no answer.
std::optional<Answer> read_answer(std::string_view words, const Wording& wording);
// The question with the option that was chosen: "Proposal 3: Combs – Option 2".
std::string with_option(const std::string& question, const std::string& option);

// Who is meant by a cell or a subject: the party and, apart from it, the office and what a bracket
// behind the name adds.
struct PartyReading {
  std::string party;
  std::string office;
  std::string note;
};
// Whoever supports something and whose remark is a condition ("if optional") supports it on that.
Stance stance_with_note(Stance stance, const std::string& note, const Wording& wording);
// Several parties may share a cell: "Example A, Example B". Empty when the cell names no party,
// such as the moderator of a discussion.
std::vector<PartyReading> read_parties(std::string_view words, const Wording& wording);
// The same for a list in running text; empty unless every piece looks like a name.
std::vector<PartyReading> read_party_list(std::string_view words, const Wording& wording);
// "(3): Alba, Bretta" -> "Alba, Bretta"; other words as they are.
std::string names_behind_count(const std::string& words, const Wording& wording);
// The same for the group `parties` of a match, which may say how many they are.
std::vector<PartyReading> listed_parties(const Document& doc, const Match& match,
                                         const Wording& wording);

// Tables of positions, lists of parties below what they support, and positions in running text.
void extract_position_tables(const DocumentScan& scan, const Wording& wording, Facts& facts);
void extract_position_lists(const DocumentScan& scan, const Wording& wording, Facts& facts);
// Parties named in brackets behind the count of a vote.
void extract_counted_positions(const DocumentScan& scan, const Wording& wording, Facts& facts);
// What a contribution says in the name of its source.
void extract_own_positions(const DocumentScan& scan, const Wording& wording, Facts& facts);
void extract_position_text(const DocumentScan& scan, const Wording& wording, Facts& facts);

}  // namespace rapporteur
