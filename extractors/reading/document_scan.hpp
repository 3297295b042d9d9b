#pragma once

#include <map>
#include <utility>

#include "extractors/reading/match.hpp"
#include "extractors/reading/pattern_hits.hpp"
#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

constexpr std::uint32_t kNoColumn = kNone;

// A document as extractors look at it. What they look for in every block and in every header cell
// is looked for in one pass for all of them.
class DocumentScan {
 public:
  // Both outlive it.
  DocumentScan(const Document& doc, const Profile& profile);

  const Document& doc() const { return doc_; }
  const Profile& profile() const { return profile_; }

  // The first of `patterns` that is found in the words of a block, or null. They are all of one
  // name, and that name is declared as looked for in blocks (WordingKey).
  const Pattern* first(BlockId block, Patterns patterns) const;
  bool found(BlockId block, Patterns patterns) const { return first(block, patterns) != nullptr; }
  // Where it fires in those words, which are the block's without white space at both ends.
  // Null when none does.
  const Match* match(BlockId block, Patterns patterns) const;
  // The first column at or after `from` whose cell in `row` matches, or kNoColumn. Cells longer
  // than a header is are passed over. `patterns` are all of one name that ends in "-column".
  std::uint32_t column(const Table& table, std::uint32_t row, Patterns patterns,
                       std::uint32_t from = 0) const;

 private:
  std::string header(CellId cell) const;

  const Document& doc_;
  const Profile& profile_;
  // What was found so far; a scan is one thread's.
  mutable PatternHits blocks_;
  mutable PatternHits headers_;
  mutable std::map<std::pair<BlockId, const Pattern*>, Match> matches_;
};

}  // namespace rapporteur
