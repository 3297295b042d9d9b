#include "validators/wording/abbreviation_reading.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "pipeline/text/words.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 14> kFillers = {"of", "for", "the",  "on", "and", "in", "to",
                                                       "a",  "an",  "with", "by", "at",  "or", "&"};

// Words of the text between blanks and hyphens, punctuation at their ends taken off.
std::vector<std::string_view> name_words(std::string_view text) {
  std::vector<std::string_view> out;
  for (const std::string_view word : tokens(text)) {
    for (const std::string_view part : split(word, '-')) {
      for (const std::string_view piece : split(part, '/')) {
        if (!piece.empty()) out.push_back(piece);
      }
    }
  }
  return out;
}

std::string letters_of(std::string_view acronym) {
  std::string letters;
  for (const char c : acronym) {
    if (is_upper(c)) letters += lower_ascii(std::string(1, c));
  }
  return letters;
}

// The words at the end of `before` whose initials are these letters, one word a letter; fillers
// may stand for a letter or for none. None when the letters are not found that way.
std::optional<std::size_t> first_word(const std::vector<std::string_view>& before,
                                      std::string_view letters) {
  std::size_t word = before.size();
  std::size_t letter = letters.size();
  while (letter > 0) {
    if (word == 0) return {};
    --word;
    const bool hit = lower_ascii(before[word].substr(0, 1))[0] == letters[letter - 1];
    if (hit) {
      --letter;
    } else if (!is_filler(before[word])) {
      return {};
    }
  }
  return word;
}

// The end of a text, as far as a name can reach.
std::string_view last_words(std::string_view text) {
  constexpr std::size_t kLongestName = 300;  // bytes
  if (text.size() <= kLongestName) return text;
  const std::size_t blank = text.find(' ', text.size() - kLongestName);
  return blank == std::string_view::npos ? std::string_view() : text.substr(blank);
}

std::string_view span_of(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

// "QKD<tab>Quantum key distribution" as its two parts.
std::optional<Abbreviation> entry_in(const Document& doc, BlockId block) {
  const std::string_view text = trim(doc.text(block));
  const re2::RE2& entry = compiled(
      R"(^([A-Za-z0-9][\w./&+-]*[A-Z0-9][\w./&+-]*)(?:[ ]*\t[ \t]*|[ ]{2,}| [–-] |: )(\S.+)$)");
  const std::vector<PatternMatch> found = matches(text, entry);
  if (found.empty()) return {};
  return Abbreviation{block, found[0].groups[1], trim(found[0].groups[2])};
}

std::optional<Abbreviation> entry_in_row(const Document& doc, const Table& table,
                                         std::uint32_t row) {
  const CellId left = table.at(row, 0);
  const CellId right = table.at(row, 1);
  if (!left || !right || doc.cell(left).blocks.empty() || doc.cell(right).blocks.empty()) return {};
  const BlockId block = doc.cell(left).blocks.begin;
  const std::string_view acronym = trim(doc.text(block));
  const std::string_view meaning = trim(doc.text(doc.cell(right).blocks.begin));
  if (meaning.empty() || !found_in(acronym, R"(^\S*[A-Z0-9]\S*[A-Z0-9]\S*$)")) return {};
  return Abbreviation{block, acronym, meaning};
}

void read_clause(const Document& doc, BlockRange blocks, std::vector<Abbreviation>& entries) {
  for (std::uint32_t i = blocks.begin.index + 1; i < blocks.end.index; ++i) {
    const Block& block = doc.block(BlockId{i});
    if (block.kind == BlockKind::table && !block.cell) {
      const Table& table = doc.table(block.table);
      for (std::uint32_t row = 0; row < table.rows; ++row) {
        if (const auto entry = entry_in_row(doc, table, row)) entries.push_back(*entry);
      }
    } else if (!block.cell) {
      if (const auto entry = entry_in(doc, BlockId{i})) entries.push_back(*entry);
    }
  }
}

}  // namespace

bool is_filler(std::string_view word) {
  return std::ranges::find(kFillers, std::string_view(lower_ascii(word))) != kFillers.end();
}

std::vector<Expansion> expansions(SharedScan& shared) {
  constexpr std::string_view kBracket = R"([\w"”’)] ?\(([A-Z][A-Za-z0-9/-]*[A-Z][A-Za-z0-9]*)\))";
  std::vector<Expansion> found;
  for (const PlacedMatch& hit : shared.matches(kBracket)) {
    const std::string_view text = shared.doc().text(hit.block);
    const std::string_view acronym = hit.group(1);
    const auto at = static_cast<std::size_t>(acronym.data() - text.data());
    const std::vector<std::string_view> before = name_words(last_words(text.substr(0, at - 1)));
    const std::string letters = letters_of(acronym);
    const std::optional<std::size_t> first = first_word(before, letters);
    if (!first) continue;
    found.push_back({hit.block, acronym, span_of(before[*first], before.back())});
  }
  return found;
}

bool AbbreviationList::holds(BlockId block) const {
  return std::ranges::any_of(where, [&](BlockRange range) { return range.contains(block); });
}

AbbreviationList abbreviation_list(const Document& doc, const std::string& heading) {
  if (heading.empty()) return {};
  AbbreviationList list;
  for (const Clause& clause : doc.clauses()) {
    if (!found_in(clause.title, heading) || list.holds(clause.heading)) continue;
    list.where.push_back(clause.blocks);
    read_clause(doc, clause.blocks, list.entries);
  }
  return list;
}

std::vector<std::string> compared_words(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view word : name_words(text)) {
    if (is_filler(word)) continue;
    std::string lower = lower_ascii(word);
    if (lower.size() > 3 && lower.ends_with("ies")) {
      lower.replace(lower.size() - 3, 3, "y");
    } else if (lower.size() > 3 && lower.ends_with('s') && !lower.ends_with("ss")) {
      lower.pop_back();
    }
    out.push_back(std::move(lower));
  }
  return out;
}

}  // namespace rapporteur
