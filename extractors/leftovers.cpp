#include "extractors/leftovers.hpp"

#include <algorithm>

#include "extractors/reading/grid.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestHeader = 160;  // bytes

// The words that facts were read from, as ranges that do not overlap.
class Claims {
 public:
  Claims(const Document& doc, std::span<const Fact> facts) {
    for (const Fact& fact : facts) {
      if (fact.where.empty() && !fact.block) continue;
      const TextRange where = fact.where.empty() ? doc.block(fact.block).text : fact.where;
      if (!where.empty()) ranges_.push_back(where);
    }
    std::ranges::sort(ranges_, {}, &TextRange::begin);
    join();
  }

  bool overlap(TextRange range) const {
    const auto after = std::ranges::upper_bound(ranges_, range.begin, {}, &TextRange::end);
    return after != ranges_.end() && after->begin < range.end;
  }

 private:
  void join() {
    std::vector<TextRange> joined;
    for (const TextRange range : ranges_) {
      if (!joined.empty() && range.begin <= joined.back().end) {
        joined.back().end = std::max(joined.back().end, range.end);
      } else {
        joined.push_back(range);
      }
    }
    ranges_ = std::move(joined);
  }

  std::vector<TextRange> ranges_;
};

struct Look {
  std::string_view extractor;
  Patterns patterns;
};

std::vector<Look> looks_of(const Profile& profile) {
  std::vector<Look> looks;
  for (const Extractor* extractor : all_extractors()) {
    const Patterns patterns = profile.wording_of(extractor->id).named(kLooksLike);
    if (!patterns.empty()) looks.push_back({extractor->id, patterns});
  }
  return looks;
}

bool is_passage(const Block& block) {
  return block.kind != BlockKind::table && block.kind != BlockKind::toc &&
         block.kind != BlockKind::heading && block.kind != BlockKind::caption;
}

// Where a header stands there are no facts; a box of one cell or one row has none.
bool is_header(const Document& doc, const Block& block) {
  if (!block.cell || doc.cell(block.cell).row != 0) return false;
  const Table& table = doc.table(doc.cell(block.cell).table);
  return table.rows > 1 && table.columns > 1;
}

// Lower case, with "#" for each number: "sg13-c41" and "sg5-c7" are of one kind.
std::string kind_of_words(std::string_view words) {
  std::string out;
  for (const char c : lower_ascii(words)) {
    const bool digit = '0' <= c && c <= '9';
    if (!digit) out += c;
    if (digit && !out.ends_with('#')) out += '#';
  }
  return out;
}

// Of a form, whose cells are names and values, only the names tell the kind.
void keep_names(std::vector<std::string>& cells) {
  if (cells.empty() || !cells.front().ends_with(':')) return;
  std::erase_if(cells, [](const std::string& cell) { return !cell.ends_with(':'); });
}

std::string header_of(const Grid& grid) {
  std::vector<std::string> cells;
  CellId seen;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    const CellId cell = grid.table().at(0, column);
    if (!cell || cell == seen) continue;
    seen = cell;
    cells.push_back(kind_of_words(grid.text(0, column)));
  }
  keep_names(cells);
  const std::string header = join(cells, " | ");
  return header.size() > kLongestHeader ? std::string() : header;
}

TableShare share_of(const Document& doc, const Table& table, const Claims& claims) {
  const Grid grid(doc, table);
  TableShare share{header_of(grid), 1, 0, 0};
  for (const CellId id : table.cells) {
    const Cell& cell = doc.cell(id);
    if (cell.row == 0) continue;
    const TextRange words = grid.range(cell.row, cell.column);
    if (words.empty()) continue;
    ++share.cells;
    if (claims.overlap(words)) ++share.claimed;
  }
  return share;
}

}  // namespace

Leftovers leftovers(const DocumentScan& scan, std::span<const Fact> facts) {
  const Document& doc = scan.doc();
  const Claims claims(doc, facts);
  const std::vector<Look> looks = looks_of(scan.profile());
  Leftovers out;
  for (std::uint32_t at = 0; at < doc.blocks().size(); ++at) {
    const Block& block = doc.block({at});
    if (!is_passage(block) || block.text.empty() || claims.overlap(block.text)) continue;
    if (is_header(doc, block)) continue;
    const auto look = std::ranges::find_if(
        looks, [&](const Look& each) { return scan.found({at}, each.patterns); });
    if (look != looks.end()) out.passages.push_back({BlockId{at}, std::string(look->extractor)});
  }
  for (const Table& table : doc.tables()) {
    const TableShare share = share_of(doc, table, claims);
    if (share.cells > 0) out.tables.push_back(share);
  }
  return out;
}

}  // namespace rapporteur
