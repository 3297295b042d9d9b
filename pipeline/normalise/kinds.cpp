#include <fmt/format.h>

#include <algorithm>

#include "pipeline/normalise/clues.hpp"
#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/normalise/kind_of.hpp"

namespace rapporteur {
namespace {

constexpr int kLeastScore = 40;    // below it, nothing is said about the kind
constexpr int kNumberWeight = 40;  // a number of a family that only documents of this kind bear

// What the number says about the kind, if anything.
int weight_of_number(const Identity& identity, const Profile& profile, const DocumentKind& kind) {
  const IdentifierFamily* const family = profile.grammar.family(identity.number.family);
  return family != nullptr && family->names == kind.id ? kNumberWeight : 0;
}

// The narrower kind that a document's own clues speak for: a liaison statement that comes in.
void refine_kind(ClueTexts& texts, const Profile& profile, Identity& identity) {
  const std::string wide = identity.kind;
  int highest = kLeastScore - 1;
  for (const DocumentKind& kind : profile.kinds) {
    if (wider_kind(kind.id, profile) != wide) continue;
    const ClueScore clues = weigh(texts, kind.clues, highest + 1);
    if (clues.score <= highest) continue;
    highest = clues.score;
    identity.kind = kind.id;
    identity.reasons.insert(identity.reasons.end(), clues.reasons.begin(), clues.reasons.end());
  }
}

}  // namespace

void give_kind(const Document& doc, const Profile& profile, Identity& identity) {
  ClueTexts texts(doc.data(), identity.title);
  int highest = kLeastScore - 1;
  for (const DocumentKind& kind : profile.kinds) {
    if (!wider_kind(kind.id, profile).empty()) continue;
    const int number = weight_of_number(identity, profile, kind);
    ClueScore clues = weigh(texts, kind.clues, highest + 1 - number);
    if (number > 0) {
      clues.reasons.push_back(
          fmt::format("number: '{}' ({:+})", identity.number.canonical, number));
    }
    if (clues.score + number <= highest) continue;
    highest = clues.score + number;
    identity.kind = kind.id;
    identity.confidence = std::min(highest, 100);
    identity.reasons = std::move(clues.reasons);
  }
  refine_kind(texts, profile, identity);
}

}  // namespace rapporteur
