#include "extractors/reading/document_scan.hpp"

#include "extractors/extractor.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestHeader = 100;  // bytes

// The patterns of all extractors that are looked for in this kind of place.
std::vector<Patterns> declared(const Profile& profile, LookIn place) {
  std::vector<Patterns> out;
  for (const Extractor* extractor : all_extractors()) {
    const Wording& wording = profile.wording_of(extractor->id);
    for (const WordingKey& key : extractor->patterns) {
      if (key.place() == place) out.push_back(wording.named(key.name));
    }
    if (place == LookIn::blocks) out.push_back(wording.named(kLooksLike));
  }
  return out;
}

}  // namespace

DocumentScan::DocumentScan(const Document& doc, const Profile& profile)
    : doc_(doc),
      profile_(profile),
      blocks_(declared(profile, LookIn::blocks), doc.blocks().size()),
      headers_(declared(profile, LookIn::headers), doc.cells().size()) {}

const Pattern* DocumentScan::first(BlockId block, Patterns patterns) const {
  return blocks_.first(block.index, patterns, [&] { return trim(doc_.text(block)); });
}

const Match* DocumentScan::match(BlockId block, Patterns patterns) const {
  const Pattern* const pattern = first(block, patterns);
  if (pattern == nullptr) return nullptr;
  const auto [at, added] = matches_.try_emplace({block, pattern});
  if (added) at->second = match_of(doc_, trimmed(doc_, doc_.block(block).text), *pattern);
  return &at->second;
}

std::string DocumentScan::header(CellId cell) const {
  std::string words = collapse(doc_.cell_text(cell));
  if (words.size() > kLongestHeader) words.clear();
  return words;
}

std::uint32_t DocumentScan::column(const Table& table, std::uint32_t row, Patterns patterns,
                                   std::uint32_t from) const {
  for (std::uint32_t at = from; at < table.columns; ++at) {
    const CellId cell = table.at(row, at);
    if (cell && headers_.first(cell.index, patterns, [&] { return header(cell); }) != nullptr) {
      return at;
    }
  }
  return kNoColumn;
}

}  // namespace rapporteur
