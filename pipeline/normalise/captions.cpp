#include <algorithm>

#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/normalise/structure.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::uint32_t kNearestBlocks = 3;  // between a caption and its table
constexpr std::size_t kLongestTitle = 400;   // bytes; what is longer is a paragraph
constexpr std::size_t kLongestLabel = 24;    // "TABLE 3.A.10"

std::string_view words_of(const DocumentData& data, const Block& block) {
  return trim(std::string_view(data.text).substr(block.text.begin, block.text.size()));
}

bool reads_as_caption(std::string_view text, const Profile& profile) {
  return text.size() <= kLongestTitle && any_matches(profile.structure.captions, text);
}

// A caption without the words of a title.
bool is_bare_label(std::string_view text, const Profile& profile) {
  return text.size() <= kLongestLabel && text.find_first_of("0123456789") != text.npos &&
         reads_as_caption(text, profile) && words(text).size() <= 2;
}

// A line of a title: not a sentence, not a list.
bool may_be_title(const DocumentData& data, const Block& block) {
  const std::string_view text = words_of(data, block);
  return block.kind == BlockKind::paragraph && !text.empty() && text.size() <= kLongestTitle &&
         text.back() != '.' && text.back() != ':' && text.back() != ';';
}

// A caption that is only a label ("TABLE 1") goes on in the line below it, when that stands
// between the label and its table.
void join_titles(DocumentData& data, const Profile& profile) {
  for (const Table& table : data.tables) {
    const std::uint32_t at = table.block.index;
    if (at < 2) continue;
    Block& title = data.blocks[at - 1];
    const Block& label = data.blocks[at - 2];
    if (label.kind != BlockKind::caption || label.cell != title.cell) continue;
    if (is_bare_label(words_of(data, label), profile) && may_be_title(data, title)) {
      title.kind = BlockKind::caption;
    }
  }
}

// The caption of a table stands right above it, or right below when nothing above is one. Between
// them may stand empty lines and a second line of the caption, which is then not its first.
BlockId caption_of(const DocumentData& data, const Table& table) {
  const CellId cell = data.blocks[table.block.index].cell;
  BlockId found;
  for (std::uint32_t back = 1; back <= std::min(kNearestBlocks, table.block.index); ++back) {
    const BlockId id{table.block.index - back};
    const Block& block = data.blocks[id.index];
    if (block.cell != cell || block.kind == BlockKind::table) break;
    if (block.kind == BlockKind::caption) {
      found = id;
    } else if (found || block.kind == BlockKind::heading) {
      break;
    }
  }
  return found;
}

// "Table 3.1" of "Table 3.1 – Members".
std::string label_of(std::string_view caption, const Profile& profile) {
  for (const Pattern& pattern : profile.structure.captions) {
    const auto& groups = pattern.expression.named_groups();
    const auto group = groups.find("label");
    if (group == groups.end()) continue;
    std::vector<re2::StringPiece> found(static_cast<std::size_t>(group->second) + 1);
    const re2::RE2& expression = pattern.expression.in(caption);
    if (expression.Match(caption, 0, caption.size(), re2::RE2::UNANCHORED, found.data(),
                         static_cast<int>(found.size()))) {
      return collapse({found.back().data(), found.back().size()});
    }
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
  join_titles(data, profile);
  for (Table& table : data.tables) {
    table.caption = caption_of(data, table);
    if (!table.caption) continue;
    table.label = label_of(words_of(data, data.blocks[table.caption.index]), profile);
  }
}

}  // namespace rapporteur
