#include "extractors/positions/position_discussion.hpp"

#include <algorithm>

#include "extractors/reading/grid.hpp"
#include "extractors/reading/match.hpp"

namespace rapporteur {

Discussions::Discussions(const DocumentScan& scan, const Wording& wording)
    : scan_(scan), wording_(wording) {
  for (std::uint32_t at = 0; at < scan.doc().tables().size(); ++at) {
    const Table& table = scan.doc().tables()[at];
    for (std::uint32_t row = 0; row < std::min<std::uint32_t>(table.rows, kDeepestHeader); ++row) {
      const Columns columns = columns_of(table, row);
      if (columns.said == kNoColumn) continue;
      lists_.emplace(at, columns);
      break;
    }
  }
}

// Beside a column of companies stand remarks of theirs, and not what was said by whom.
Discussions::Columns Discussions::columns_of(const Table& table, std::uint32_t row) const {
  Columns out{.header = row};
  out.document = scan_.column(table, row, wording_.named("discussed-column"));
  if (out.document == kNoColumn) return out;
  if (scan_.column(table, row, wording_.named("party-column")) != kNoColumn) return out;
  const Wording& decisions = scan_.profile().wording_of("decisions");
  const bool sure = scan_.column(table, row, wording_.named("sure-discussion-column")) != kNoColumn;
  const bool outcome = scan_.column(table, row, decisions.named("outcome-column")) != kNoColumn;
  if (!sure && !outcome) return out;
  out.title = scan_.column(table, row, decisions.named("title-column"));
  out.said = scan_.column(table, row,
                          wording_.named(sure ? "sure-discussion-column" : "discussion-column"));
  return out;
}

std::string Discussions::document_of(BlockId block) const {
  const Document& doc = scan_.doc();
  if (lists_.empty() || !doc.block(block).cell) return {};
  const Cell& cell = doc.cell(doc.block(block).cell);
  const auto list = lists_.find(cell.table.index);
  if (list == lists_.end()) return {};
  const Columns& columns = list->second;
  if (cell.column != columns.said || cell.row <= columns.header) return {};
  const Grid grid(doc, doc.table(cell.table));
  // What is said of one document may fill several rows.
  for (std::uint32_t row = cell.row; row > columns.header; --row) {
    std::string words = grid.text(row, columns.document);
    if (words.empty()) continue;
    if (columns.title != kNoColumn) words.append(" ").append(grid.text(row, columns.title));
    return words;
  }
  return {};
}

}  // namespace rapporteur
