#include "validators/reading/sequence.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/text/whole_number.hpp"

namespace rapporteur {
namespace {

// The numbers below each parent, in reading order.
std::map<std::string, std::vector<const Numbered*>> by_parent(const std::vector<Numbered>& piece) {
  std::map<std::string, std::vector<const Numbered*>> families;
  for (const Numbered& one : piece) {
    if (one.last >= 0) families[one.parent].push_back(&one);
  }
  return families;
}

void sort_by_place(std::vector<SequenceFault>& faults) {
  std::ranges::sort(faults, {}, [](const SequenceFault& fault) { return fault.at.block.index; });
}

}  // namespace

Numbered numbered(std::string_view number, BlockId block, std::size_t index) {
  const std::size_t cut = number.find_last_of(".-");
  const std::string_view parent = cut == std::string_view::npos ? "" : number.substr(0, cut);
  const std::string_view last = cut == std::string_view::npos ? number : number.substr(cut + 1);
  return {std::string(parent), whole_number(last).value_or(-1), std::string(number), block, index};
}

std::vector<std::vector<Numbered>> restarts(const std::vector<Numbered>& all) {
  std::vector<std::vector<Numbered>> pieces(1);
  int highest = 0;
  for (const Numbered& one : all) {
    const bool top = one.parent.empty();
    if (top && one.last <= 1 && one.last >= 0 && highest > 1) {
      pieces.emplace_back();
      highest = 0;
    }
    if (top) highest = std::max(highest, one.last);
    pieces.back().push_back(one);
  }
  return pieces;
}

std::vector<SequenceFault> duplicates(const std::vector<Numbered>& piece) {
  std::map<std::string, const Numbered*> seen;
  std::vector<SequenceFault> faults;
  for (const Numbered& one : piece) {
    const auto [earlier, fresh] = seen.emplace(one.number, &one);
    if (!fresh) faults.push_back({one, *earlier->second, 0});
  }
  return faults;
}

std::vector<SequenceFault> disorders(const std::vector<Numbered>& piece) {
  std::vector<SequenceFault> faults;
  for (const auto& [parent, family] : by_parent(piece)) {
    for (std::size_t i = 1; i < family.size(); ++i) {
      if (family[i]->last < family[i - 1]->last) faults.push_back({*family[i], *family[i - 1], 0});
    }
  }
  sort_by_place(faults);
  return faults;
}

std::vector<SequenceFault> holes(const std::vector<Numbered>& piece, bool any_start) {
  std::vector<SequenceFault> faults;
  for (const auto& [parent, family] : by_parent(piece)) {
    std::set<int> known;
    for (const Numbered* one : family) known.insert(one->last);
    const int start = *known.begin() <= 1 ? *known.begin() : 1;
    std::set<int> told;
    for (const Numbered* one : family) {
      const int before = one->last - 1;
      if (before < start || known.contains(before) || !told.insert(one->last).second) continue;
      const auto here = known.lower_bound(one->last);
      const bool first = here == known.begin();
      if (first && any_start) continue;
      faults.push_back({*one, {}, first ? start : *std::prev(here) + 1});
    }
  }
  sort_by_place(faults);
  return faults;
}

}  // namespace rapporteur
