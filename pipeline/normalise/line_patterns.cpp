#include "pipeline/normalise/line_patterns.hpp"

#include <algorithm>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// The line of the source from 0, by the first run of the block.
std::size_t source_line(const DocumentData& data, const Block& block) {
  const std::uint32_t source = data.runs[block.first_run].source;
  return static_cast<std::size_t>(std::ranges::upper_bound(data.line_starts, source) -
                                  data.line_starts.begin());
}

std::optional<AnnexLine> labelled_line(std::string_view text,
                                       const std::vector<Pattern>& patterns) {
  for (const Pattern& pattern : patterns) {
    // Without groups first, which is told sooner: most lines are none of what they are asked for.
    if (!pattern.expression.found_in(text)) continue;
    const auto& groups = pattern.expression.named_groups();
    const int count = pattern.expression.groups() + 1;
    std::vector<re2::StringPiece> found(static_cast<std::size_t>(count));
    const re2::RE2& expression = pattern.expression.in(text);
    if (!expression.Match(text, 0, text.size(), re2::RE2::ANCHOR_START, found.data(), count)) {
      continue;
    }
    const auto value = [&](const char* group) {
      const auto at = groups.find(group);
      return at == groups.end() ? std::string()
                                : collapse(found[static_cast<std::size_t>(at->second)]);
    };
    return AnnexLine{value("label"), value("title")};
  }
  return {};
}

}  // namespace

std::string_view words_of(const DocumentData& data, BlockId id) {
  const TextRange range = data.blocks[id.index].text;
  return trim(std::string_view(data.text).substr(range.begin, range.size()));
}

std::string_view label_of(const DocumentData& data, BlockId id) {
  const TextRange range = data.blocks[id.index].label;
  return trim(std::string_view(data.labels).substr(range.begin, range.size()));
}

std::string shown_line(const DocumentData& data, BlockId id) {
  std::string out(label_of(data, id));
  if (!out.empty()) out += '\t';
  out += words_of(data, id);
  return out;
}

bool any_matches(Patterns patterns, std::string_view text) {
  return std::ranges::any_of(
      patterns, [&](const Pattern& pattern) { return pattern.expression.found_in(text); });
}

bool matches_wording(std::string_view name, std::string_view text, const Profile& profile) {
  return any_matches(profile.identity.named(name), text);
}

std::optional<AnnexLine> annex_line(std::string_view text, const Profile& profile) {
  return labelled_line(text, profile.structure.annexes);
}

std::optional<AnnexLine> division_line(std::string_view text, const Profile& profile) {
  return labelled_line(text, profile.structure.divisions);
}

bool in_running_text(const DocumentData& data, const Block& block) {
  return !block.cell && !block.in_text_box && block.part &&
         data.parts[block.part.index].kind == PartKind::body;
}

BlockId next_in_text(const DocumentData& data, BlockId id) {
  for (++id.index; id.index < data.blocks.size(); ++id.index) {
    const Block& block = data.blocks[id.index];
    if (!in_running_text(data, block)) continue;
    if (block.table || !words_of(data, id).empty()) return id;
  }
  return {};
}

bool gap_between(const DocumentData& data, BlockId above, BlockId below) {
  const Block& first = data.blocks[above.index];
  const Block& second = data.blocks[below.index];
  if (data.line_starts.empty() || first.run_count == 0 || second.run_count == 0) return false;
  const std::uint32_t last_run = first.first_run + first.run_count - 1;
  const auto length = static_cast<std::uint32_t>(data.runs[last_run].text.size());
  const std::uint32_t end = data.runs[last_run].source + length;
  const auto after = std::ranges::upper_bound(data.line_starts, end);
  const auto last_line = static_cast<std::size_t>(after - data.line_starts.begin());
  return source_line(data, second) > last_line + 1;
}

}  // namespace rapporteur
