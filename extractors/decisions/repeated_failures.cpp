#include <algorithm>

#include "extractors/decisions/decision_reading.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {

void drop_repeated_failures(const Document& doc, std::vector<Fact>& facts, std::size_t from) {
  const auto begin = facts.begin() + static_cast<std::ptrdiff_t>(from);
  const auto is_failure = [](const Fact& fact) {
    const Decision* decision = std::get_if<Decision>(&fact.value);
    return decision != nullptr && decision->verb == "no-consensus";
  };
  const auto subject = [](const Fact& fact) { return std::get<Decision>(fact.value).subject; };
  const bool named = std::any_of(begin, facts.end(), [&](const Fact& fact) {
    return is_failure(fact) && !subject(fact).empty();
  });
  std::vector<std::string> seen;
  const auto repeated = [&](const Fact& fact) {
    if (!is_failure(fact)) return false;
    if (named && subject(fact).empty()) return true;
    const std::string key = lower_ascii(subject(fact));
    if (std::ranges::find(seen, key) != seen.end()) return true;
    seen.push_back(key);
    return false;
  };
  facts.erase(std::remove_if(begin, facts.end(), repeated), facts.end());
  if (named) return;
  for (std::size_t i = from; i < facts.size(); ++i) {
    if (!is_failure(facts[i])) continue;
    const ClauseId clause = doc.clause_of(facts[i].block);
    if (clause) std::get<Decision>(facts[i].value).subject = doc.clause(clause).title;
  }
}

}  // namespace rapporteur
