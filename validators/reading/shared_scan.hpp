#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"
#include "pipeline/profile/text_index.hpp"
#include "validators/reading/caption_reading.hpp"
#include "validators/reading/near_passages.hpp"
#include "validators/reading/outline_reading.hpp"
#include "validators/reading/reference_list.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {

struct PlacedIdentifier {
  Identifier identifier;
  BlockId block;
};

// What several rules look for in one document, looked for once, when the first of them asks. Lends
// views of itself and of the document; one thread's, as the document is.
class SharedScan {
 public:
  SharedScan(const Document& doc, const Profile& profile) : doc_(doc), profile_(profile) {}
  SharedScan(const SharedScan&) = delete;
  SharedScan& operator=(const SharedScan&) = delete;

  const Document& doc() const { return doc_; }

  // Every match of the expression in the running text, in order, block by block; none overlapping
  // another. Only blocks in which the expression can match are read.
  const std::vector<PlacedMatch>& matches(const Expression& expression);
  const std::vector<PlacedMatch>& matches(std::string_view pattern) {
    return matches(Expression(pattern));
  }
  // In which of the blocks an expression can match.
  const TextIndex& index();
  // What is named in captions.
  const std::vector<Caption>& captions();
  // The words of a block of running text; none of any other.
  std::span<const Word> words(BlockId block);
  // The sentences of the running text.
  std::span<const Sentence> sentences();
  // The identifiers in the running text, with what the document's own number adds to them.
  std::span<const PlacedIdentifier> identifiers();
  // The entries of the lists of references.
  std::span<const ListedReference> references();
  // The lines that begin the parts of the document.
  const std::vector<PartLine>& part_lines();
  // Those that the pattern matches, with or without their number.
  std::vector<const PartLine*> part_lines(std::string_view pattern);
  // Passages of at least so many words that are nearly the same in two places.
  std::span<const PassagePair> near_passages(std::size_t least);

 private:
  void find_words();

  const Document& doc_;
  const Profile& profile_;
  std::optional<TextIndex> index_;
  std::unordered_map<const std::string*, std::vector<PlacedMatch>> matches_;  // by the pattern
  std::optional<std::vector<Caption>> captions_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> first_word_;  // by block, and the end
  std::optional<std::vector<Sentence>> sentences_;
  std::optional<std::vector<PlacedIdentifier>> identifiers_;
  std::optional<std::vector<ListedReference>> references_;
  std::optional<std::vector<PartLine>> part_lines_;
  std::optional<TextIndex> part_index_;
  std::map<std::size_t, std::vector<PassagePair>> passages_;  // by the least number of words
};

}  // namespace rapporteur
