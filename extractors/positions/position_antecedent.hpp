#pragma once

#include <string>

#include "extractors/reading/match.hpp"

namespace rapporteur {

// The matter that was named last, for which "it" or "the proposal" stands.
class Antecedent {
 public:
  Antecedent(const Document& doc, const Wording& wording);

  // Forgets what was named; words of another paragraph begin at `begin`.
  void restart(std::uint32_t begin);
  // What a position was on, which ends at `end`.
  void told(std::string matter, std::uint32_t end);
  // The matter named last before `end`; "" when there is none.
  std::string before(std::uint32_t end);
  // Whether the words stand for a matter named before ("it"), or name one and say nothing of it
  // ("the proposal"), for which the one named before may be told.
  bool refers(const std::string& words) const { return matches(words, refers_); }
  bool is_bare(const std::string& words) const { return matches(words, bare_); }

 private:
  const Document& doc_;
  Patterns named_;
  Patterns refers_;
  Patterns bare_;
  Patterns ends_;
  std::string matter_;
  std::uint32_t at_ = 0;  // what stands before it was looked at
};

}  // namespace rapporteur
