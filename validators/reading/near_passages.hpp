#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {

// A sentence of the running text with its words.
struct Sentence {
  BlockId block;
  std::string_view text;
  std::span<const Word> words;
};

// What two sequences of words do not share.
struct Difference {
  std::vector<std::string_view> only_first;
  std::vector<std::string_view> only_second;
  double similarity = 0;  // 0 to 1; 1 for the same words
};

struct PassagePair {
  const Sentence* first = nullptr;
  const Sentence* second = nullptr;
  Difference difference;
};

// Pairs of sentences, of at least so many words, that are nearly the same and yet each says a word
// that the other does not. Cells of one table and sentences of one clause are not compared.
// Belongs to `all`.
std::vector<PassagePair> near_passages(const Document& doc, std::span<const Sentence> all,
                                       std::size_t least);

}  // namespace rapporteur
