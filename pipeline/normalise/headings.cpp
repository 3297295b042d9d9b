#include <algorithm>

#include "pipeline/normalise/lettered_lines.hpp"
#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/normalise/numbered_lines.hpp"
#include "pipeline/normalise/structure.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestAnnexLine = 160;     // bytes
constexpr std::size_t kLongestHeading = 70;        // bytes, of a line without a number
constexpr std::size_t kMostWordsAboveHeading = 4;  // of a heading with nothing below but another
constexpr std::size_t kMostWordsAboveList = 3;
constexpr std::size_t kMostHeadingsTogether = 2;  // without text between; more are a list of names
constexpr std::size_t kFewestHeadings = 2;

bool is_heading(const DocumentData& data, const Block& block) {
  return block.kind == BlockKind::heading && block.level > 0 && in_running_text(data, block);
}

bool has_headings(const DocumentData& data) {
  return std::ranges::any_of(data.blocks,
                             [&](const Block& block) { return is_heading(data, block); });
}

// By a style or an outline level, which say more than the look of a line.
bool has_styled_headings(const DocumentData& data) {
  return std::ranges::any_of(data.blocks, [&](const Block& block) {
    return is_heading(data, block) && (block.style || block.outline != 0);
  });
}

// A line of its own that begins an annex: "ANNEX B", "Annex 2.2<tab>Text", not "Annex A lists …".
bool begins_annex(const DocumentData& data, BlockId id, const Profile& profile) {
  const std::string_view words = words_of(data, id);
  if (words.empty() || words.size() > kLongestAnnexLine || words.back() == '.') return false;
  const std::optional<AnnexLine> annex = annex_line(words, profile);
  if (!annex) return false;
  const bool lower = !annex->title.empty() && 'a' <= annex->title[0] && annex->title[0] <= 'z';
  return !lower;
}

// "Article 4 – Voting" and "ARTICLE 4" alone, not "Article 4 – as amended" nor a sentence.
bool begins_division(std::string_view words, const Profile& profile) {
  if (words.empty() || words.size() > kLongestAnnexLine || words.back() == '.') return false;
  const std::optional<AnnexLine> division = division_line(words, profile);
  if (!division) return false;
  return division->title.empty() || division->title[0] < 'a' || division->title[0] > 'z';
}

void give_annex_headings(DocumentData& data, const Profile& profile) {
  for (BlockId id{0}; id.index < data.blocks.size(); ++id.index) {
    Block& block = data.blocks[id.index];
    if (block.kind != BlockKind::paragraph || !in_running_text(data, block)) continue;
    const std::string_view words = words_of(data, id);
    const bool quoted =
        words.size() <= kLongestAnnexLine && any_matches(profile.structure.quoted, words);
    if (!quoted && !begins_annex(data, id, profile) && !begins_division(words, profile)) continue;
    block.kind = BlockKind::heading;
    block.level = 1;
  }
}

// The next block of running text with words in it, or none.
BlockId next_words(const DocumentData& data, BlockId id) {
  for (++id.index; id.index < data.blocks.size(); ++id.index) {
    const bool running = in_running_text(data, data.blocks[id.index]);
    if (running && !words_of(data, id).empty()) return id;
  }
  return {};
}

// "ANNEX 1", also with "(to Circular 12)" behind it, and nothing else.
bool is_annex_label(const DocumentData& data, BlockId id, const Profile& profile) {
  const std::string_view words = words_of(data, id);
  if (words.empty() || words.size() > kLongestAnnexLine) return false;
  const std::optional<AnnexLine> annex = annex_line(words, profile);
  return annex && (annex->title.empty() || annex->title.starts_with('('));
}

bool is_list_title(const DocumentData& data, BlockId id, BlockId below, const Profile& profile) {
  return words_of(data, below).starts_with('[') &&
         any_matches(profile.structure.references, words_of(data, id));
}

// In a document with styles of headings, headings that were typed without one: a line that is
// nothing but the label of an annex, and the title of a list of references above its first entry.
// A list of annexes has the label of one below that of the other.
void give_typed_headings(DocumentData& data, const Profile& profile) {
  const auto is_label = [&](BlockId id) { return is_annex_label(data, id, profile); };
  for (BlockId id{0}; id.index < data.blocks.size(); ++id.index) {
    Block& block = data.blocks[id.index];
    if (block.kind != BlockKind::paragraph || !in_running_text(data, block)) continue;
    const BlockId below = next_words(data, id);
    if (!below) return;
    if ((!is_label(id) || is_label(below)) && !is_list_title(data, id, below, profile)) continue;
    block.kind = BlockKind::heading;
    block.level = 1;
  }
}

// The same for the title of a list of references in a document of numbered lines.
void give_list_titles(DocumentData& data, const Profile& profile) {
  for (BlockId id{0}; id.index < data.blocks.size(); ++id.index) {
    Block& block = data.blocks[id.index];
    if (block.kind != BlockKind::paragraph || !block.label.empty()) continue;
    const std::string_view words = words_of(data, id);
    if (words.empty() || words.size() > kLongestHeading || !in_running_text(data, block)) continue;
    if (!any_matches(profile.structure.references, words)) continue;
    const BlockId below = next_words(data, id);
    if (!below || !words_of(data, below).starts_with('[')) continue;
    block.kind = BlockKind::heading;
    block.level = 1;
  }
}

bool is_bold(const DocumentData& data, const Block& block) {
  for (std::uint32_t i = 0; i < block.run_count; ++i) {
    if (!data.runs[block.first_run + i].has(Mark::bold)) return false;
  }
  return block.run_count > 0;
}

// A short line without a stop, which may be a heading. Where the source shows type, it is bold.
bool may_be_heading(const DocumentData& data, BlockId id, const Profile& profile) {
  const Block& block = data.blocks[id.index];
  if (block.kind != BlockKind::paragraph || !block.label.empty() || !in_running_text(data, block))
    return false;
  const std::string_view words = words_of(data, id);
  if (words.empty() || words.size() > kLongestHeading) return false;
  if (words.find('\t') != words.npos || words.find('@') != words.npos) return false;
  const bool lower = 'a' <= words.front() && words.front() <= 'z';
  constexpr std::string_view kStops = ".,:;!-_/=\\";
  if (lower || kStops.find(words.back()) != kStops.npos) return false;
  if (std::ranges::none_of(words, is_alpha)) return false;
  if (any_matches(profile.structure.plain, words)) return false;
  if (any_matches(profile.structure.captions, words)) return false;
  return !data.line_starts.empty() || is_bold(data, block);
}

// Whether a line that may be a heading is one, by what stands below it: text, or another heading
// when it is short enough to be the title of a chapter.
bool stands_as_heading(const DocumentData& data, BlockId id, BlockId below, bool below_is_heading,
                       bool below_is_line) {
  if (!below) return false;
  const std::size_t count = words(words_of(data, id)).size();
  if (below_is_heading) return count <= kMostWordsAboveHeading;
  if (below_is_line) return false;
  const BlockKind kind = data.blocks[below.index].kind;
  if (kind == BlockKind::heading) return false;
  return kind != BlockKind::list_item || count <= kMostWordsAboveList;
}

// Lines without numbers, from the last to the first, since each depends on the one below it.
void give_plain_headings(DocumentData& data, const Profile& profile) {
  std::vector<BlockId> found;
  std::size_t together = 0;
  BlockId below;
  bool below_is_heading = false;
  bool below_is_line = false;
  for (auto i = static_cast<std::uint32_t>(data.blocks.size()); i-- > 0;) {
    const BlockId id{i};
    const Block& block = data.blocks[i];
    if (!in_running_text(data, block)) continue;
    if (!block.table && words_of(data, id).empty()) continue;
    const bool line = may_be_heading(data, id, profile);
    bool heading = line && stands_as_heading(data, id, below, below_is_heading, below_is_line);
    together = heading ? together + 1 : 0;
    if (heading) found.push_back(id);
    if (together > kMostHeadingsTogether) {
      found.resize(found.size() - together);
      heading = false;
      together = 0;
    }
    below = id;
    below_is_heading = heading;
    below_is_line = line && !heading;
  }
  if (found.size() < kFewestHeadings) return;
  for (const BlockId id : found) {
    data.blocks[id.index].kind = BlockKind::heading;
    data.blocks[id.index].level = 1;
  }
}

}  // namespace

void give_headings(DocumentData& data, const Profile& profile) {
  if (has_styled_headings(data)) {
    give_typed_headings(data, profile);
    return;
  }
  const bool marked = has_headings(data);
  give_annex_headings(data, profile);
  const std::uint8_t above = marked ? 0 : give_lettered_headings(data);
  if (give_numbered_headings(data, profile, above)) {
    give_list_titles(data, profile);
  } else if (!marked && above == 0) {
    give_plain_headings(data, profile);
  }
}

}  // namespace rapporteur
