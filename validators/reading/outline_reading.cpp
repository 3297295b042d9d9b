#include "validators/reading/outline_reading.hpp"

#include <algorithm>

#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongest = 10;  // words of a line that is no heading

// Takes the line apart as the heading of an annex; false when it is none.
bool read_annex(const std::string& shown, const Profile& profile, PartLine& line) {
  std::optional<AnnexLine> annex = annex_line(shown, profile);
  if (!annex) return false;
  line.number = std::move(annex->label);
  line.title = std::move(annex->title);
  return true;
}

// The words of a text, counted to one more than `most`.
std::size_t count_words(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count <= most; ++at) {
    const bool begins = !is_space(text[at]) && (at == 0 || is_space(text[at - 1]));
    if (begins) ++count;
  }
  return count;
}

// The label in front of a long text: "Scope" of "Scope (what the text covers, and its limits):" and
// of "Scope: The text covers", or "".
std::string_view label_of(std::string_view text) {
  const std::size_t most = text.ends_with(':') ? 16 : 6;  // words; a line of its own may be longer
  constexpr std::size_t kLongestLabelBytes = 160;
  const std::string_view head = text.substr(0, kLongestLabelBytes);
  const auto stops = [](char c) { return c == ':' || c == '(' || c == '\n'; };
  const auto end = static_cast<std::size_t>(std::ranges::find_if(head, stops) - head.begin());
  if (end == head.size() || text[end] == '\n') return {};
  const std::size_t close = text[end] == '(' ? text.find(')', end) : end - 1;
  const bool colon = close < text.size() && text.substr(close + 1).starts_with(':');
  const std::string_view label = trim(text.substr(0, end));
  return colon && count_words(label, most) <= most ? label : std::string_view();
}

PartLine line_of(const Document& doc, BlockId block, const Profile& profile) {
  PartLine line;
  line.block = block;
  line.heading = doc.block(block).kind == BlockKind::heading;
  const bool titled = line.heading || doc.block(block).kind == BlockKind::caption;
  std::string shown = collapse(doc.shown_text(block));
  if (!titled && count_words(shown, kLongest) > kLongest) {
    shown = collapse(label_of(doc.text(block)));
  }
  if (!read_annex(shown, profile, line)) {
    const NumberedText parts = split_number(shown);
    line.number = parts.number;
    line.title = trim(parts.title);
    while (line.title.ends_with(':')) line.title.pop_back();
  }
  if (!line.number.empty()) line.joined = line.number + " " + line.title;
  return line;
}

// A paragraph of a few words, or one with a label: "Deadline: 1 May".
bool may_begin_part(const Document& doc, BlockId block) {
  const BlockKind kind = doc.block(block).kind;
  if (kind == BlockKind::heading || kind == BlockKind::caption) return true;
  if (kind == BlockKind::toc || kind == BlockKind::table || kind == BlockKind::code) return false;
  if (doc.part_kind(block) != PartKind::body) return false;
  const std::string_view text = trim(doc.text(block));
  if (!text.ends_with('.') && count_words(text, kLongest) <= kLongest) return !text.empty();
  return !label_of(text).empty();
}

}  // namespace

bool PartLine::matches(const re2::RE2& pattern) const {
  if (re2::RE2::PartialMatch(title, pattern)) return true;
  return !joined.empty() && re2::RE2::PartialMatch(joined, pattern);
}

bool matches_any(std::string_view text, const std::vector<std::string>& patterns) {
  return std::ranges::any_of(patterns,
                             [&](const std::string& pattern) { return found_in(text, pattern); });
}

bool has_titles(const Document& doc, const std::vector<std::string>& patterns) {
  return std::ranges::all_of(patterns, [&](const std::string& pattern) {
    return std::ranges::any_of(
        doc.clauses(), [&](const Clause& clause) { return found_in(clause.title, pattern); });
  });
}

std::vector<PartLine> part_lines(const Document& doc, const Profile& profile) {
  std::vector<PartLine> lines;
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    if (may_begin_part(doc, BlockId{i})) lines.push_back(line_of(doc, BlockId{i}, profile));
  }
  return lines;
}

BlockRange under(const Document& doc, const std::vector<PartLine>& all, std::size_t line,
                 const std::vector<std::string>& stops) {
  BlockRange blocks{BlockId{all[line].block.index + 1},
                    BlockId{static_cast<std::uint32_t>(doc.blocks().size())}};
  for (std::size_t next = line + 1; next < all.size(); ++next) {
    if (!all[next].heading && !matches_any(all[next].title, stops)) continue;
    blocks.end = all[next].block;
    break;
  }
  return blocks;
}

BlockId first_words(const Document& doc, BlockRange blocks) {
  for (std::uint32_t i = blocks.begin.index; i < blocks.end.index; ++i) {
    if (doc.block(BlockId{i}).kind == BlockKind::table) continue;
    if (!trim(doc.text(BlockId{i})).empty()) return BlockId{i};
  }
  return {};
}

}  // namespace rapporteur
