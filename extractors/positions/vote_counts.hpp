#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractors/reading/match.hpp"
#include "pipeline/model/fact.hpp"

namespace rapporteur {

// What words count of those in favour, against and abstaining; the vote has nothing else.
struct VoteCount {
  Vote vote;
  std::string pattern;  // the name of the wording that counted
  TextRange where;      // from the first count on
};

// The counts of a sentence; none unless it tells two of the three at least.
std::optional<VoteCount> read_count(const Document& doc, TextRange sentence,
                                    const Wording& wording);

// A count that is told one line after the other: "197 affirmative votes" / "26 negative votes".
class CountLines {
 public:
  CountLines(const Document& doc, const Wording& wording) : doc_(doc), wording_(wording) {}

  // Whether the line is one of the counts and nothing else; it is then added to those before it.
  bool read(BlockId id, TextRange line);
  bool begun() const { return bool(block_); }
  // The vote that the lines told; none unless they are two at least. The next line begins anew.
  std::optional<VoteCount> take();
  // Of the lines read so far: the block of the first, and their words.
  BlockId block() const { return block_; }
  TextRange where() const { return where_; }

 private:
  const Document& doc_;
  const Wording& wording_;
  BlockId block_;  // of the first line
  TextRange where_;
  Vote vote_;
  std::string_view last_;  // the count that the last line told
  bool in_favour_ = false;
  bool others_ = false;  // those against or abstaining are told
};

}  // namespace rapporteur
