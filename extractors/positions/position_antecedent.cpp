#include "extractors/positions/position_antecedent.hpp"

#include <algorithm>

namespace rapporteur {

Antecedent::Antecedent(const Document& doc, const Wording& wording)
    : doc_(doc),
      named_(wording.named("text-named")),
      refers_(wording.named("text-refers")),
      bare_(wording.named("text-bare")),
      ends_(wording.named("question-end")) {}

void Antecedent::restart(std::uint32_t begin) {
  matter_.clear();
  at_ = begin;
}

void Antecedent::told(std::string matter, std::uint32_t end) {
  if (end < at_ || matter.empty() || refers(matter)) return;
  at_ = end;
  if (matter_.empty() || !is_bare(matter)) matter_ = std::move(matter);
}

std::string Antecedent::before(std::uint32_t end) {
  while (at_ < end) {
    const auto match = find_match(doc_, {at_, end}, named_);
    if (!match) break;
    TextRange words = match->group("question");
    if (const auto rest = find_match(doc_, words, ends_)) words.end = rest->where.begin;
    matter_ = words_at(doc_, words);
    at_ = std::max(words.end, at_ + 1);
  }
  return matter_;
}

}  // namespace rapporteur
