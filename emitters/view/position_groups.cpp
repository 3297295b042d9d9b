#include "emitters/view/position_groups.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace rapporteur {

std::vector<std::pair<Stance, std::size_t>> PositionGroup::tally() const {
  std::map<Stance, std::size_t> counts;
  for (const LocatedFact* fact : positions) ++counts[std::get<Position>(fact->value).stance];
  std::vector<std::pair<Stance, std::size_t>> tally(counts.begin(), counts.end());
  std::ranges::stable_sort(tally, std::greater(), &std::pair<Stance, std::size_t>::second);
  return tally;
}

std::vector<PositionGroup> position_groups(const Results& results) {
  std::vector<PositionGroup> groups;
  std::map<std::tuple<std::string, std::string, std::uint32_t>, std::size_t> known;
  for (const LocatedFact& fact : results.facts) {
    const auto* position = std::get_if<Position>(&fact.value);
    if (position == nullptr) continue;
    const auto [entry, is_new] =
        known.try_emplace({fact.document, position->question, position->table}, groups.size());
    if (is_new) {
      groups.push_back({fact.document,
                        position->question,
                        position->table,
                        position->table == 0 ? "" : fact.evidence.table_label,
                        {}});
    }
    groups[entry->second].positions.push_back(&fact);
  }
  return groups;
}

}  // namespace rapporteur
