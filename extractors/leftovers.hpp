#pragma once

#include <span>
#include <string>
#include <vector>

#include "extractors/extractor.hpp"
#include "pipeline/model/unread.hpp"

namespace rapporteur {

// A paragraph or cell that looks like a fact and that no fact claims.
struct UnclaimedPassage {
  BlockId block;
  std::string looks_like;  // the extractor whose "looks-like" wording fired
};

// What the facts of a document leave over.
struct Leftovers {
  std::vector<UnclaimedPassage> passages;  // in reading order
  std::vector<TableShare> tables;          // one for each table with words
};

// `facts` are all facts of the document. Headings, lists of contents and empty cells are not
// counted; a passage is claimed when any fact's words overlap it.
Leftovers leftovers(const DocumentScan& scan, std::span<const Fact> facts);

}  // namespace rapporteur
