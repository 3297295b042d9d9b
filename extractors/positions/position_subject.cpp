#include "extractors/positions/position_subject.hpp"

#include <algorithm>

namespace rapporteur {

std::vector<PartyReading> SubjectReader::parties_of(const Match& subject) const {
  std::vector<PartyReading> out = names_in(subject.group("party"));
  if (out.empty()) return out;
  // "… with its neighbour Norland, Sundmark objected"
  const bool joined = std::ranges::any_of(wording_.list("and"), [&](const std::string& word) {
    return scan_.doc().text(subject.group("party")).find(" " + word + " ") !=
           std::string_view::npos;
  });
  if (!joined && !all_known(out)) out = {out.back()};
  for (PartyReading& more : names_in(subject.group("also"))) out.push_back(std::move(more));
  return out;
}

std::vector<PartyReading> SubjectReader::names_in(TextRange words) const {
  std::vector<PartyReading> out = read_parties(words_at(scan_.doc(), words), wording_);
  for (PartyReading& each : out) {
    const std::string name = matched_group(each.party, wording_.named("article"), "name");
    if (!name.empty()) each.party = name;
    if (!matches(each.party, wording_.named("party-name")) ||
        matches(each.party, wording_.named("not-a-party-in-text"))) {
      return {};
    }
  }
  return out;
}

// "Nokia, vivo prefer it"
bool SubjectReader::all_known(const std::vector<PartyReading>& parties) const {
  return std::ranges::all_of(parties, [&](const PartyReading& party) {
    return scan_.profile().organizations.find(party.party) != nullptr;
  });
}

bool SubjectReader::any_known(const std::vector<PartyReading>& parties) const {
  return std::ranges::any_of(parties, [&](const PartyReading& party) {
    return scan_.profile().organizations.find(party.party) != nullptr;
  });
}

}  // namespace rapporteur
