#include "extractors/positions/position_question.hpp"
#include "extractors/positions/position_reading.hpp"

namespace rapporteur {
namespace {

constexpr int kFromCount = 90;

struct CountedStance {
  std::string_view pattern;
  Stance stance;
};
constexpr CountedStance kCounted[] = {{"counted-support", Stance::support},
                                      {"counted-object", Stance::object},
                                      {"counted-abstain", Stance::abstain}};

}  // namespace

// "12 in favour, 1 against (Norland), 2 abstentions (Eastland, Westland)"
void extract_counted_positions(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const Document& doc = scan.doc();
  const QuestionReader questions(scan, wording);
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) {
    if (doc.block(id).cell || doc.block(id).kind == BlockKind::table) continue;
    for (const CountedStance& each : kCounted) {
      const Match* const match = scan.match(id, wording.named(each.pattern));
      if (match == nullptr) continue;
      Position position;
      position.stance = each.stance;
      position.as_written = words_at(doc, match->group("words"));
      position.question = questions.of_vote(id, match->where.begin);
      // "Show of hands: 5 companies support (…)", of the document that a report has come to.
      const bool asked = !position.question.empty() &&
                         position.question.find(position.as_written) == std::string::npos;
      if (!asked) position.question = questions.matter_above(id);
      const std::string names = words_at(doc, match->group("parties"));
      for (PartyReading& party : read_party_list(names, wording)) {
        position.party = std::move(party.party);
        facts.add(position, id, match->where, std::string(each.pattern), kFromCount,
                  "named beside the count of a vote");
      }
    }
  }
}

}  // namespace rapporteur
