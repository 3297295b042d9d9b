#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"
#include "validators/near_passages.hpp"
#include "validators/outline_reading.hpp"
#include "validators/reference_list.hpp"
#include "validators/scan.hpp"

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

  // The words of a block of running text; none of any other.
  std::span<const Word> words(BlockId block);
  // The sentences of the running text.
  std::span<const Sentence> sentences();
  // The identifiers in the running text, with what the document's own number adds to them.
  std::span<const PlacedIdentifier> identifiers();
  // The entries of the lists of references.
  std::span<const Reference> references();
  // The lines that begin the parts of the document.
  const std::vector<PartLine>& part_lines();
  // Passages of at least so many words that are nearly the same in two places.
  std::span<const PassagePair> near_passages(std::size_t least);

 private:
  void find_words();

  const Document& doc_;
  const Profile& profile_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> first_word_;  // by block, and the end
  std::optional<std::vector<Sentence>> sentences_;
  std::optional<std::vector<PlacedIdentifier>> identifiers_;
  std::optional<std::vector<Reference>> references_;
  std::optional<std::vector<PartLine>> part_lines_;
  std::map<std::size_t, std::vector<PassagePair>> passages_;  // by the least number of words
};

}  // namespace rapporteur
