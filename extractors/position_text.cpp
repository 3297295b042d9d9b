#include <algorithm>
#include <array>

#include "extractors/position_reading.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kFromText = 90;

struct TextStance {
  std::string_view pattern;
  Stance stance;
};
// A change of position names its stance after the change, so it is looked for first.
constexpr std::array<TextStance, 6> kTextStances = {{
    {"text-object", Stance::object},
    {"text-conditional", Stance::conditional},
    {"text-abstain", Stance::abstain},
    {"text-neutral", Stance::neutral},
    {"text-none", Stance::none},
    {"text-support", Stance::support},
}};

// The stance that the same paragraph says was held before.
std::string earlier_stance(const Document& doc, TextRange block, TextRange current,
                           const Wording& wording) {
  const TextRange before{block.begin, std::min(current.end, block.end)};
  for (const TextStance& entry : kTextStances) {
    const std::string name = "earlier-" + std::string(entry.pattern.substr(5));
    if (find_match(doc, before, wording.named(name))) return rapporteur::name(entry.stance);
  }
  return {};
}

bool names_a_party(std::string_view words, const Wording& wording) {
  return !words.empty() && !matches(words, wording.named("not-a-party")) &&
         !matches(words, wording.named("not-a-party-in-text"));
}

void read_sentence(const Document& doc, BlockId id, TextRange sentence, const Wording& wording,
                   Facts& facts) {
  for (const TextStance& entry : kTextStances) {
    const std::optional<Match> match = find_match(doc, sentence, wording.named(entry.pattern));
    if (!match) continue;
    Position position;
    position.party = words_at(doc, match->group("party"));
    if (!names_a_party(position.party, wording)) continue;
    position.stance = entry.stance;
    position.as_written = words_at(doc, match->group("words"));
    position.question = words_at(doc, match->group("question"));
    if (match->has("change")) {
      position.earlier = earlier_stance(doc, doc.block(id).text, sentence, wording);
    }
    facts.add(std::move(position), id, sentence, std::string(entry.pattern), kFromText,
              "read from running text");
    return;
  }
}

}  // namespace

void extract_position_text(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const Document& doc = scan.doc();
  const Patterns trigger = wording.named("text-trigger");
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    const BlockId id{i};
    const Block& block = doc.block(id);
    if (block.cell || block.kind == BlockKind::table || block.kind == BlockKind::heading) continue;
    if (!scan.found(id, trigger)) continue;
    for (const TextRange sentence : sentences(doc, block.text)) {
      read_sentence(doc, id, sentence, wording, facts);
    }
  }
}

}  // namespace rapporteur
