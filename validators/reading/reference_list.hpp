#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "validators/rule.hpp"

namespace rapporteur {

// An entry of a clause of references: "[b-ITU-T A.8] Recommendation ITU-T A.8 (2008), Title".
struct ListedReference {
  BlockId block;
  ClauseId list;           // the clause it stands in
  std::string_view tag;    // "b-ITU-T A.8"; empty when the entry has none
  std::string_view words;  // behind the tag
  // What the entry names, in the profile's grammar; none for a book or a law. `where` is in
  // `words`.
  std::optional<Identifier> document;
};

// The entries of all clauses of references, in reading order. An untagged paragraph is one when it
// begins with the number of a document.
std::vector<ListedReference> references(const Document& doc, const Profile& profile);

// Whether a clause of references lists what is for information only: a bibliography.
bool is_bibliography(const Clause& clause, const Profile& profile);

// Whether the block stands in a clause of references.
bool in_references(const Document& doc, BlockId block);

// The tag without what only says that it stands in a bibliography.
std::string_view bare_tag(std::string_view tag);

}  // namespace rapporteur
