#include "extractors/decisions/decision_items.hpp"

#include <algorithm>

#include "extractors/reading/match.hpp"

namespace rapporteur {
namespace {

class ClauseItems {
 public:
  ClauseItems(const DocumentScan& scan, const Wording& wording)
      : doc_(scan.doc()), headings_(wording.named("item-heading")) {
    const std::vector<std::string>& kinds = wording.list("numbered-by-agenda");
    by_number_ = std::ranges::find(kinds, doc_.identity().kind) != kinds.end();
  }

  // The item of the innermost clause around a block that tells one; "" when none does.
  std::string of(BlockId block) const {
    for (ClauseId id = doc_.clause_of(block); id; id = doc_.clause(id).parent) {
      const Clause& clause = doc_.clause(id);
      std::string item = matched_group(clause.title, headings_, "item");
      if (item.empty() && by_number_ && clause.kind == ClauseKind::body) item = clause.number;
      if (!item.empty()) return item;
    }
    return {};
  }

 private:
  const Document& doc_;
  Patterns headings_;
  bool by_number_ = false;
};

}  // namespace

void give_agenda_items(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const ClauseItems items(scan, wording);
  for (Fact& fact : facts.all()) {
    Decision* const decision = std::get_if<Decision>(&fact.value);
    if (decision != nullptr && decision->agenda_item.empty()) {
      decision->agenda_item = items.of(fact.block);
    }
  }
}

}  // namespace rapporteur
