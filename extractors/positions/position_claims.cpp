#include "extractors/positions/position_claims.hpp"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr std::size_t kLongestWish = 200;  // bytes
constexpr int kFromClaim = 60;

}  // namespace

PositionClaims::PositionClaims(const Document& doc, const Wording& wording, KnownParties& known)
    : doc_(doc),
      wording_(wording),
      known_(known),
      wishes_(wording.named("claim")),
      options_(wording.named("option-claim")) {}

bool PositionClaims::is_option(TextRange line) const { return matches(doc_.text(line), options_); }

bool PositionClaims::is_option_of_known(TextRange line) const {
  const auto option = find_match(doc_, line, options_);
  return option && any_known(listed_parties(doc_, *option, wording_));
}

void PositionClaims::note_options(BlockId id, TextRange line,
                                  const std::function<std::string()>& question) {
  if (!is_option(line)) return;
  for (const Pattern& pattern : options_) {
    const auto match = find_match(doc_, line, Patterns(pattern));
    if (!match) continue;
    auto parties = listed_parties(doc_, *match, wording_);
    if (parties.empty()) continue;
    const std::string option = words_at(doc_, match->group("option"));
    claims_.push_back({id, line, with_option(question(), option), std::move(parties), true});
  }
}

void PositionClaims::note_wish(BlockId id, TextRange line) {
  if (!known_.has_columns() || !matches(doc_.text(line), wishes_)) return;
  for (const Pattern& pattern : wishes_) {
    const auto match = find_match(doc_, line, Patterns(pattern));
    if (!match) continue;
    const std::string wish = wish_in(line, *match);
    if (wish.empty()) continue;
    auto parties = listed_parties(doc_, *match, wording_);
    if (parties.empty()) continue;
    claims_.push_back({id, line, wish, std::move(parties)});
    return;
  }
}

// What is wanted stands before the names, unless the pattern says where.
std::string PositionClaims::wish_in(TextRange line, const Match& match) const {
  if (match.has("question")) return words_at(doc_, match.group("question"));
  std::string wish = words_at(doc_, {line.begin, match.where.begin});
  if (wish.size() > kLongestWish) wish.clear();
  return wish;
}

bool PositionClaims::any_known(const std::vector<PartyReading>& parties) const {
  return std::ranges::any_of(
      parties, [&](const PartyReading& party) { return known_.contains(party.party); });
}

// Behind an option one known name will do.
bool PositionClaims::enough_known(const Claim& claim) const {
  return claim.labelled ? any_known(claim.parties) : known_.enough(claim.parties);
}

// A list that is believed makes its other names known, so lists are looked at until no more is.
void PositionClaims::believe() {
  for (bool learned = true; learned;) {
    learned = false;
    for (Claim& claim : claims_) {
      if (claim.believed || !enough_known(claim)) continue;
      claim.believed = learned = true;
      for (const PartyReading& party : claim.parties) known_.learn(party.party);
    }
  }
}

void PositionClaims::tell(Facts& facts) {
  believe();
  std::uint32_t last = kNone;
  for (const Claim& claim : claims_) {
    if (!claim.believed || claim.line.begin == last) continue;
    last = claim.line.begin;
    Position position{.stance = Stance::support};
    position.question = claim.question;
    for (const PartyReading& party : claim.parties) {
      position.party = party.party;
      position.office = party.office;
      position.comment = party.note;
      position.stance = stance_with_note(Stance::support, party.note, wording_);
      facts.add(position, claim.block, claim.line, "claim", kFromClaim,
                "the author of the document says so of others");
    }
  }
}

}  // namespace rapporteur
