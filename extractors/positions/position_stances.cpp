#include "extractors/positions/position_stances.hpp"

namespace rapporteur {
namespace {

constexpr ListStance kListStances[] = {
    {"list-none", Stance::none},       {"list-conditional", Stance::conditional},
    {"list-object", Stance::object},   {"list-abstain", Stance::abstain},
    {"list-neutral", Stance::neutral}, {"list-support", Stance::support}};
constexpr std::string_view kBetweenLists = ";|.";

}  // namespace

ListStances::ListStances(const Document& doc, const Wording& wording) : doc_(doc) {
  for (const ListStance& each : kListStances) patterns_.push_back(wording.named(each.pattern));
}

const ListStance* ListStances::of(TextRange line) const {
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    if (matches(doc_.text(line), patterns_[i])) return &kListStances[i];
  }
  return nullptr;
}

std::vector<TextRange> ListStances::lists_in(TextRange line) const {
  std::vector<TextRange> out;
  const std::string_view text = doc_.text(line);
  std::uint32_t begin = line.begin;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (kBetweenLists.find(text[at]) == std::string_view::npos) continue;
    const auto here = line.begin + static_cast<std::uint32_t>(at);
    if (of(trimmed(doc_, {here + 1, line.end})) == nullptr) continue;
    out.push_back(trimmed(doc_, {begin, here}));
    begin = here + 1;
  }
  out.push_back(trimmed(doc_, {begin, line.end}));
  return out;
}

}  // namespace rapporteur
