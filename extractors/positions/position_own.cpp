#include <algorithm>
#include <string>
#include <utility>

#include "extractors/positions/position_reading.hpp"

namespace rapporteur {
namespace {

constexpr int kFromOwnWords = 80;

constexpr std::pair<std::string_view, Stance> kStances[] = {{"own-object", Stance::object},
                                                            {"own-support", Stance::support}};

std::string source_of(const Document& doc) {
  const auto& cover = doc.identity().cover;
  const auto found = std::ranges::find(cover, "source", &CoverField::name);
  return found == cover.end() ? std::string() : found->value;
}

void read_sentence(const Document& doc, const Wording& wording, BlockId id, TextRange sentence,
                   const std::vector<PartyReading>& sources, Facts& facts) {
  for (const auto& [name, stance] : kStances) {
    const auto match = find_match(doc, sentence, wording.named(name));
    if (!match) continue;
    const TextRange matter = match->group("matter");
    if (!matches(doc.text(matter), wording.named("text-matter"))) continue;
    Position position;
    position.stance = stance;
    position.as_written = words_at(doc, match->group("words"));
    position.question = words_at(doc, matter);
    for (const PartyReading& source : sources) {
      position.party = source.party;
      facts.add(position, id, sentence, std::string(name), kFromOwnWords,
                "said in the document of this source");
    }
    return;
  }
}

}  // namespace

void extract_own_positions(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const Document& doc = scan.doc();
  const auto& kinds = wording.list("own-positions");
  if (std::ranges::find(kinds, doc.identity().kind) == kinds.end()) return;
  const std::vector<PartyReading> sources = read_parties(source_of(doc), wording);
  if (sources.empty()) return;
  const Patterns trigger = wording.named("text-trigger");
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) {
    const Block& block = doc.block(id);
    if (block.cell || block.kind == BlockKind::table || block.kind == BlockKind::heading) continue;
    if (!scan.found(id, trigger)) continue;
    for (const TextRange sentence : sentences(doc, block.text)) {
      read_sentence(doc, wording, id, sentence, sources, facts);
    }
  }
}

}  // namespace rapporteur
