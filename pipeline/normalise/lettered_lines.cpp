#include "pipeline/normalise/lettered_lines.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestTitle = 160;  // bytes
constexpr std::size_t kLongestRoman = 5;    // "XVIII"
constexpr std::size_t kFewestLines = 2;

struct LetteredLine {
  BlockId block;
  int roman = 0;   // 0: is none
  int letter = 0;  // A is 1
};

bool reads_as_title(std::string_view words) {
  constexpr std::string_view kStops = ".;,:";
  if (words.empty() || kStops.find(words.back()) != kStops.npos) return false;
  return (words.front() < 'a' || words.front() > 'z') && words.find('\t') == words.npos;
}

// "II. Attendance" and "B.<tab>Members"; a letter and a blank alone may begin any sentence.
std::optional<LetteredLine> lettered_line(std::string_view words) {
  const std::size_t dot = words.substr(0, kLongestRoman + 1).find('.');
  if (dot == words.npos || dot == 0 || words.size() > kLongestTitle) return {};
  const std::string_view label = words.substr(0, dot);
  const std::string_view after = words.substr(dot + 1);
  if (!std::ranges::all_of(label, is_upper) || after.empty() || !is_space(after.front())) return {};
  if (!reads_as_title(trim(after))) return {};
  LetteredLine line;
  line.roman = roman_value(lower_ascii(std::string(label)));
  if (label.size() == 1) line.letter = label[0] - 'A' + 1;
  return line.roman > 0 || line.letter > 0 ? std::optional(line) : std::nullopt;
}

// Lines of one rank that go on from one another.
struct Sequence {
  std::vector<BlockId> lines;
  bool is_inner = false;  // letters below a roman number

  bool goes_on(int value) const { return value == static_cast<int>(lines.size()) + 1; }
  // Titles without text between them are a list: contents, an agenda.
  bool are_headings(const DocumentData& data) const {
    if (lines.size() < kFewestLines) return false;
    std::size_t bare = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      bare += next_in_text(data, lines[i]) == lines[i + 1] ? 1 : 0;
    }
    return bare * 2 < lines.size() - 1;
  }
};

std::vector<Sequence> sequences(const DocumentData& data) {
  std::vector<Sequence> found;
  std::optional<std::size_t> romans;
  std::optional<std::size_t> letters;
  const auto add = [&](std::optional<std::size_t>& open, BlockId block, int value) {
    if (value == 1) {
      open = found.size();
      found.emplace_back();
    }
    found[*open].lines.push_back(block);
  };
  const auto fits = [&](const std::optional<std::size_t>& open, int value) {
    return value == 1 || (value > 1 && open && found[*open].goes_on(value));
  };
  for (BlockId id{0}; id.index < data.blocks.size(); ++id.index) {
    const Block& block = data.blocks[id.index];
    if (block.kind != BlockKind::paragraph || !block.label.empty()) continue;
    if (!in_running_text(data, block)) continue;
    const std::optional<LetteredLine> line = lettered_line(words_of(data, id));
    if (!line) continue;
    // "I." behind "H." is a letter, "C." behind "B." too, though both are roman numbers.
    const bool is_letter = fits(letters, line->letter) && (line->letter > 1 || line->roman != 1);
    if (is_letter) {
      add(letters, id, line->letter);
      found[*letters].is_inner = romans.has_value();
    } else if (fits(romans, line->roman)) {
      add(romans, id, line->roman);
      letters.reset();
    }
  }
  return found;
}

}  // namespace

std::uint8_t give_lettered_headings(DocumentData& data) {
  std::uint8_t levels = 0;
  for (const Sequence& sequence : sequences(data)) {
    if (!sequence.are_headings(data)) continue;
    const std::uint8_t level = sequence.is_inner && levels > 0 ? 2 : 1;
    for (const BlockId id : sequence.lines) {
      data.blocks[id.index].kind = BlockKind::heading;
      data.blocks[id.index].level = level;
    }
    levels = std::max(levels, level);
  }
  return levels;
}

}  // namespace rapporteur
