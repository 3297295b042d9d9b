#include "pipeline/model/finding.hpp"

#include <algorithm>

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

const char* name(Standing standing) {
  switch (standing) {
    case Standing::reported:
      return "reported";
    case Standing::suppressed:
      return "suppressed";
    case Standing::baselined:
      return "baselined";
  }
  return "reported";
}

namespace {

// A block may be a megabyte and hold a thousand findings: no more of it is looked at than this.
constexpr std::size_t kLookedAt = 4 * kContext;

// The end of `text`, beginning with a whole word.
std::string_view nearest_before(std::string_view text) {
  if (text.size() <= kLookedAt) return text;
  text.remove_prefix(text.size() - kLookedAt);
  return text.substr(std::min(text.find(' '), text.size()));
}

// The last words of `text` that fit into kContext bytes.
std::string words_before(std::string_view text) {
  std::string flat = collapse(text);
  if (flat.size() <= kContext) return flat;
  const std::size_t blank = flat.find(' ', flat.size() - kContext);
  return blank == std::string::npos ? std::string() : flat.substr(blank + 1);
}

// The first words of `text` that fit into kContext bytes.
std::string words_after(std::string_view text) {
  std::string flat = collapse(text);
  if (flat.size() <= kContext && text.size() < kLookedAt) return flat;
  const std::size_t blank = flat.rfind(' ', kContext);
  return blank == std::string::npos ? std::string() : flat.substr(0, blank);
}

// Where the words touch what stands beside them, as in the middle of a word, no blank may appear.
void add_context(const Document& doc, TextRange owner, TextRange where, Place& place) {
  if (where.begin < owner.begin || owner.end < where.end) return;
  const std::string_view before = nearest_before(doc.text({owner.begin, where.begin}));
  const std::string_view after = doc.text({where.end, owner.end}).substr(0, kLookedAt);
  place.before = words_before(before);
  place.after = words_after(after);
  if (!place.before.empty() && is_space(before.back())) place.before += ' ';
  if (!place.after.empty() && is_space(after.front())) place.after.insert(0, 1, ' ');
}

}  // namespace

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
  add_context(doc, owner.text, where, place);
  place.source = doc.source_at(where.begin);
  if (owner.part) place.part = doc.parts()[owner.part.index].name;
  if (const ClauseId id = doc.clause_of(block)) {
    const Clause& clause = doc.clause(id);
    place.clause = clause.number.empty() ? clause.title : clause.number;
  }
  if (owner.cell) {
    const Cell& cell = doc.cell(owner.cell);
    place.table = cell.table.index + 1;
    place.table_label = doc.table(cell.table).label;
    place.row = cell.row + 1;
    place.column = cell.column + 1;
  }
  return place;
}

}  // namespace rapporteur
