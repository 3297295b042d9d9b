#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// What the steps of normalise(), and rules after them, ask about single lines.

std::string_view words_of(const DocumentData& data, BlockId id);  // trimmed
std::string_view label_of(const DocumentData& data, BlockId id);  // trimmed
// Label and words as a person reads the line.
std::string shown_line(const DocumentData& data, BlockId id);

bool any_matches(Patterns patterns, std::string_view text);
// Whether a pattern of that name among the words of heads and covers is found in a text.
bool matches_wording(std::string_view name, std::string_view text, const Profile& profile);

// "Annex B – Members" as its label and its title, or none when the line begins no annex.
struct AnnexLine {
  std::string label;
  std::string title;
};
std::optional<AnnexLine> annex_line(std::string_view text, const Profile& profile);
// The same for "Article 4 – Voting".
std::optional<AnnexLine> division_line(std::string_view text, const Profile& profile);

// In the body part, outside tables and text boxes.
bool in_running_text(const DocumentData& data, const Block& block);

// The next block of the running text with words or a table, or none.
BlockId next_in_text(const DocumentData& data, BlockId id);

// Whether lines stand empty in the source between two blocks; false where the source has no lines.
bool gap_between(const DocumentData& data, BlockId above, BlockId below);

}  // namespace rapporteur
