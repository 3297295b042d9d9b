#include "pipeline/model/document.hpp"

#include <algorithm>

namespace rapporteur {

std::string_view Identifier::field(std::string_view name) const {
  for (const auto& [key, value] : fields) {
    if (key == name) return value;
  }
  return {};
}

std::string Document::cell_text(CellId id) const {
  std::string out;
  const BlockRange range = cell(id).blocks;
  for (BlockId at = range.begin; at < range.end; ++at.index) {
    if (block(at).kind == BlockKind::table) continue;
    if (at != range.begin) out += '\n';
    out += text(at);
  }
  return out;
}

std::string Document::shown_text(BlockId id) const {
  const std::string_view shown = label(id);
  return shown.empty() ? std::string(text(id)) : std::string(shown) + '\t' + std::string(text(id));
}

std::span<const Run> Document::runs(BlockId id) const {
  const Block& owner = block(id);
  return runs().subspan(owner.first_run, owner.run_count);
}

std::string_view Document::style(BlockId id) const {
  const StyleId style = block(id).style;
  return style ? std::string_view(data_.styles.at(style.index)) : std::string_view();
}

PartKind Document::part_kind(BlockId id) const {
  const PartId part = block(id).part;
  return part ? data_.parts.at(part.index).kind : PartKind::body;
}

ClauseId Document::clause_of(BlockId block) const {
  return block.index < data_.clause_of_block.size() ? data_.clause_of_block[block.index]
                                                    : ClauseId{};
}

ScopeId Document::scope_of(BlockId block) const {
  return block.index < data_.scope_of_block.size() ? data_.scope_of_block[block.index] : ScopeId{};
}

BlockId Document::block_at(std::uint32_t offset) const {
  const auto begins = [](const Block& block) { return block.text.begin; };
  const auto after = std::ranges::upper_bound(data_.blocks, offset, {}, begins);
  if (after == data_.blocks.begin() || offset >= data_.text.size()) return {};
  return BlockId{static_cast<std::uint32_t>(after - data_.blocks.begin() - 1)};
}

std::uint32_t Document::source_at(std::uint32_t offset) const {
  const auto begins = [](const Run& run) { return run.text.begin; };
  const auto after = std::ranges::upper_bound(data_.runs, offset, {}, begins);
  if (after == data_.runs.begin()) return 0;
  const Run& run = *(after - 1);
  return run.source + (std::min(offset, run.text.end) - run.text.begin);
}

std::uint32_t Document::line_at(std::uint32_t offset) const {
  if (data_.line_starts.empty()) return 0;
  const auto after = std::ranges::upper_bound(data_.line_starts, source_at(offset));
  return static_cast<std::uint32_t>(after - data_.line_starts.begin());
}

}  // namespace rapporteur
