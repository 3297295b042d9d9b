#include "pipeline/model/finding.hpp"

#include "pipeline/model/document.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {

const char* name(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "info";
}

Place locate(const Document& doc, BlockId block, TextRange where) {
  Place place;
  if (!block || block.index >= doc.blocks().size()) return place;
  const Block& owner = doc.block(block);
  if (where.empty()) where = owner.text;
  place.block = block.index;
  place.begin = where.begin;
  place.end = where.end;
  place.line = doc.line_at(where.begin);
  place.quote = collapse(doc.text(where));
  place.source = doc.source_at(where.begin);
  if (owner.part) place.part = doc.parts()[owner.part.index].name;
  if (const ClauseId id = doc.clause_of(block)) {
    const Clause& clause = doc.clause(id);
    place.clause = clause.number.empty() ? clause.title : clause.number;
  }
  if (owner.cell) {
    const Cell& cell = doc.cell(owner.cell);
    place.table = cell.table.index + 1;
    place.row = cell.row + 1;
    place.column = cell.column + 1;
  }
  return place;
}

}  // namespace rapporteur
