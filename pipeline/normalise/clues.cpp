#include "pipeline/normalise/clues.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// How much of a document its head is: a cover page, or the header table and the first lines.
constexpr std::size_t kHeadBlocks = 60;
constexpr std::size_t kHeadBytes = 4096;

std::string_view text_of(const DocumentData& data, const Block& block) {
  return std::string_view(data.text).substr(block.text.begin, block.text.size());
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);
}

// The first blocks of the body and every block of a page header.
std::vector<std::string_view> head_of(const DocumentData& data) {
  std::vector<std::string_view> head;
  std::size_t bytes = 0;
  for (const Block& block : data.blocks) {
    const PartKind part = block.part ? data.parts[block.part.index].kind : PartKind::body;
    const bool in_head =
        part == PartKind::header ||
        (part == PartKind::body && head.size() < kHeadBlocks && bytes < kHeadBytes);
    if (!in_head || block.text.empty()) continue;
    head.push_back(text_of(data, block));
    bytes += block.text.size();
  }
  return head;
}

std::vector<std::string_view> places(const DocumentData& data, ClueWhere where,
                                     std::string_view title) {
  std::vector<std::string_view> out;
  switch (where) {
    case ClueWhere::path:
      return {file_name(data.path)};
    case ClueWhere::head:
      return head_of(data);
    case ClueWhere::heading:
      for (const Block& block : data.blocks) {
        if (block.kind == BlockKind::heading) out.push_back(text_of(data, block));
      }
      return out;
    case ClueWhere::style:
      return {data.styles.begin(), data.styles.end()};
    case ClueWhere::text:
      for (const Block& block : data.blocks) out.push_back(text_of(data, block));
      return out;
    case ClueWhere::title:
      return {title};
  }
  return out;
}

const char* name(ClueWhere where) {
  switch (where) {
    case ClueWhere::path:
      return "file name";
    case ClueWhere::head:
      return "head";
    case ClueWhere::heading:
      return "heading";
    case ClueWhere::style:
      return "style";
    case ClueWhere::text:
      return "text";
    case ClueWhere::title:
      return "title";
  }
  return "text";
}

}  // namespace

const ClueTexts::Gathered& ClueTexts::at(ClueWhere where) {
  std::optional<Gathered>& gathered = gathered_[static_cast<std::size_t>(where)];
  if (!gathered) gathered.emplace(places(data_, where, title_));
  return *gathered;
}

std::optional<std::string> ClueTexts::first_match(const Clue& clue) {
  const auto& [texts, index] = at(clue.where);
  for (const std::uint32_t place : index.where_possible(clue.find.expression)) {
    const std::string_view text = texts[place];
    const re2::RE2& expression = *clue.find.expression;
    // Most fit nothing, which is told sooner where nobody asks for the place.
    if (!re2::RE2::PartialMatch(text, expression)) continue;
    re2::StringPiece found;
    expression.Match(text, 0, text.size(), re2::RE2::UNANCHORED, &found, 1);
    return collapse({found.data(), found.size()});
  }
  return {};
}

ClueScore weigh(ClueTexts& texts, const std::vector<Clue>& clues, int least) {
  ClueScore total;
  int reachable = 0;
  for (const Clue& clue : clues) reachable += std::max(clue.weight, 0);
  for (const Clue& clue : clues) {
    if (reachable < least) break;
    const std::optional<std::string> words = texts.first_match(clue);
    reachable += words ? std::min(clue.weight, 0) : -std::max(clue.weight, 0);
    if (!words) continue;
    total.score += clue.weight;
    total.reasons.push_back(fmt::format("{}: '{}' ({:+})", name(clue.where), *words, clue.weight));
  }
  return total;
}

}  // namespace rapporteur
