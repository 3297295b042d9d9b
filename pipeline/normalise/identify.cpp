#include "pipeline/normalise/identify.hpp"

#include <algorithm>

#include "pipeline/normalise/clues.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kLeastScore = 40;  // below it, nothing is said about the kind

void give_kind(const Document& doc, const Profile& profile, Identity& identity) {
  int highest = kLeastScore - 1;
  for (const DocumentKind& kind : profile.kinds) {
    ClueScore clues = weigh(doc.data(), kind.clues);
    if (clues.score <= highest) continue;
    highest = clues.score;
    identity.kind = kind.id;
    identity.confidence = std::min(clues.score, 100);
    identity.reasons = std::move(clues.reasons);
  }
}

}  // namespace

Identity identify(const Document& doc, const Profile& profile) {
  Identity identity;
  identity.profile = profile.name;
  give_kind(doc, profile, identity);
  return identity;
}

}  // namespace rapporteur
