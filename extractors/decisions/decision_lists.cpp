#include "extractors/decisions/decision_lists.hpp"

#include <algorithm>

#include "extractors/reading/clause_lines.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::uint32_t kMostUnderLabel = 60;
constexpr std::string_view kOpeningVerbs[] = {"agreed",   "deleted",  "requested", "established",
                                              "approved", "endorsed", "noted"};

std::string verb_of(const Match& opening) {
  for (const std::string_view verb : kOpeningVerbs) {
    if (opening.has(std::string(verb))) return std::string(verb);
  }
  return "decided";
}

}  // namespace

std::vector<OpenedDecision> opened_list(const Document& doc, const Wording& wording, BlockId from,
                                        TextRange words) {
  std::vector<OpenedDecision> out;
  const auto opening = find_match(doc, words, wording.named("opens-list"));
  if (!opening) return out;
  const std::string verb = verb_of(*opening);
  const bool told = verb == "decided" || verb == "agreed";
  const Patterns items = wording.named(told ? "opened-item" : "listed-item");
  // Dashes may be typed, so that the items are paragraphs like others.
  for (BlockId next{from.index + 1}; next.index < doc.blocks().size(); ++next.index) {
    const TextRange line = trimmed(doc, doc.block(next).text);
    if (line.empty()) continue;
    const auto item = find_match(doc, line, items);
    const bool listed = !told && doc.block(next).kind == BlockKind::list_item;
    if ((!item && !listed) || doc.block(next).cell != doc.block(from).cell) break;
    DecisionReading each{{}, line, "opens-list"};
    each.decision.verb = verb;
    each.decision.body = words_at(doc, opening->group("body"));
    each.decision.subject = words_at(doc, item ? item->group("what") : line);
    out.push_back({next, std::move(each)});
  }
  return out;
}

DecisionLists::DecisionLists(const DocumentScan& scan, const Wording& wording)
    : scan_(scan),
      doc_(scan.doc()),
      text_lines_(wording.named("text-line")),
      notes_(wording.named("note-line")),
      labels_(wording.named("label")),
      document_lines_(wording.named("document-line")),
      disposition_lines_(wording.named("disposition-line")) {}

std::vector<DecisionLine> DecisionLists::below(BlockId from, bool paragraph,
                                               bool on_document) const {
  std::vector<DecisionLine> out;
  for (BlockId id{from.index + 1};
       id.index < doc_.blocks().size() && id.index - from.index <= kMostUnderLabel; ++id.index) {
    const Block& block = doc_.block(id);
    const TextRange words = trimmed(doc_, block.text);
    if (words.empty() && block.kind != BlockKind::table) continue;
    if (is_next_clause(doc_, id, from)) break;
    const bool in_cell = static_cast<bool>(block.cell) && block.cell != doc_.block(from).cell;
    const TextRange own = after_clause_number(doc_, words);
    const bool numbered = !doc_.label(id).empty() || own.begin != words.begin;
    const bool text = matches(doc_.text(words), text_lines_);
    const bool note = !out.empty() && matches(doc_.text(words), notes_);
    const bool item = block.kind == BlockKind::list_item || numbered || in_cell || text || note;
    if (!item && block.kind == BlockKind::table) continue;
    // A short line with the number of a text may look like a heading.
    const bool heading = text && block.kind == BlockKind::heading;
    if (!heading && (ends(id, on_document) || (!item && !paragraph))) break;
    paragraph = false;  // "Friday" behind the items belongs to what follows
    out.push_back({id, own});
  }
  return out;
}

bool DecisionLists::is_in_columns(BlockId id) const {
  const CellId cell = doc_.block(id).cell;
  return cell && doc_.table(doc_.cell(cell).table).columns > 1;
}

bool DecisionLists::ends(BlockId id, bool on_document) const {
  return doc_.block(id).kind == BlockKind::heading || scan_.found(id, labels_) ||
         scan_.found(id, document_lines_) || (on_document && scan_.found(id, disposition_lines_));
}

bool tells_several_outcomes(const DocumentScan& scan, Patterns labels, Patterns dispositions) {
  const Document& doc = scan.doc();
  int outcomes = 0;
  for (BlockId id{0}; id.index < doc.blocks().size() && outcomes < 2; ++id.index) {
    const Match* const label = scan.match(id, labels);
    if (label == nullptr || doc.block(id).cell) continue;
    const std::string rest = words_at(doc, label->group("rest"));
    const bool disposed = label->has("disposition") && !rest.empty();
    outcomes += disposed || matches(rest, dispositions) ? 1 : 0;
  }
  return outcomes > 1;
}

}  // namespace rapporteur
