#include "extractors/reading/clause_lines.hpp"

#include <algorithm>
#include <vector>

#include "pipeline/text/clause_number.hpp"

namespace rapporteur {
namespace {

constexpr int kNoClause = 100;  // clauses are numbered below it

std::vector<int> clause_number(const Document& doc, BlockId id) {
  return number_parts(split_number(doc.shown_text(id)).number);
}

}  // namespace

TextRange after_clause_number(const Document& doc, TextRange words) {
  const std::string_view text = doc.text(words);
  const NumberedText parts = split_number(text);
  if (parts.number.empty() || parts.title.empty()) return words;
  const auto skipped = static_cast<std::uint32_t>(parts.title.data() - text.data());
  const bool typed = text.substr(0, skipped).find_first_of(".)\t") != std::string_view::npos;
  const std::vector<int> levels = number_parts(parts.number);
  const bool clause = std::ranges::all_of(levels, [](int part) { return part < kNoClause; });
  return typed && clause ? TextRange{words.begin + skipped, words.end} : words;
}

bool is_next_clause(const Document& doc, BlockId id, BlockId from) {
  std::vector<int> before = clause_number(doc, from);
  if (before.size() < 2 || doc.block(id).kind == BlockKind::list_item) return false;
  ++before.back();
  return clause_number(doc, id) == before;
}

}  // namespace rapporteur
