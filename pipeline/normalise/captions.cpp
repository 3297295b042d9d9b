#include <algorithm>

#include "pipeline/normalise/structure.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::uint32_t kNearestBlocks = 3;  // between a caption and its table

std::string_view words_of(const DocumentData& data, const Block& block) {
  return trim(std::string_view(data.text).substr(block.text.begin, block.text.size()));
}

bool reads_as_caption(std::string_view text, const Profile& profile) {
  return std::ranges::any_of(profile.structure.captions, [&](const Pattern& pattern) {
    return re2::RE2::PartialMatch(text, *pattern.expression);
  });
}

// The caption of a table stands right above it, or right below when nothing above is one. Between
// them may stand a second line of the title and empty lines.
BlockId caption_of(const DocumentData& data, const Table& table) {
  const CellId cell = data.blocks[table.block.index].cell;
  for (std::uint32_t back = 1; back <= std::min(kNearestBlocks, table.block.index); ++back) {
    const BlockId id{table.block.index - back};
    const Block& block = data.blocks[id.index];
    if (block.kind == BlockKind::caption && block.cell == cell) return id;
    if (block.kind == BlockKind::table || block.kind == BlockKind::heading || block.cell != cell)
      break;
  }
  return {};
}

}  // namespace

void give_captions(DocumentData& data, const Profile& profile) {
  for (Block& block : data.blocks) {
    if (block.kind == BlockKind::paragraph && reads_as_caption(words_of(data, block), profile)) {
      block.kind = BlockKind::caption;
    }
  }
  for (Table& table : data.tables) table.caption = caption_of(data, table);
}

}  // namespace rapporteur
