#pragma once

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// The steps of normalise() that give a draft its structure, in the order they run. Each completes
// `data` from the profile and relies on the steps before it. Internal to pipeline/normalise.

// Block kinds and levels from style names, outline levels and what a line itself says.
void give_roles(DocumentData& data, const Profile& profile);
// The entries of a table of contents that was typed, or lost its style: lines that end with the
// numbers of pages and name other lines of the document.
void give_contents(DocumentData& data);
// Headings of a document whose source marks none: numbered lines, annexes, short lines of their
// own.
void give_headings(DocumentData& data, const Profile& profile);
// Which block is the caption of which table.
void give_captions(DocumentData& data, const Profile& profile);
// Scopes, then the clause tree, then which clause and scope each block is in.
void give_clauses(DocumentData& data, const Profile& profile);
// Scopes for the passages of other texts that stand between lines which say so, such as the changes
// of a change request. A part of give_clauses(); the body part ends at `end`.
void give_excerpts(DocumentData& data, const Profile& profile, BlockId end);

}  // namespace rapporteur
