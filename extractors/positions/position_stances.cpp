#include "extractors/positions/position_stances.hpp"

namespace rapporteur {
namespace {

// In the order in which they are tried.
constexpr ListStance kListStances[] = {
    {"list-none", Stance::none},       {"list-conditional", Stance::conditional},
    {"list-object", Stance::object},   {"list-abstain", Stance::abstain},
    {"list-neutral", Stance::neutral}, {"list-support", Stance::support}};
constexpr std::string_view kBetweenLists = ";|.";

}  // namespace

ListStances::ListStances(const Document& doc, const Wording& wording) : doc_(doc) {
  std::vector<Expression> expressions;
  for (const ListStance& label : kListStances) {
    for (const Pattern& pattern : wording.named(label.pattern)) {
      expressions.push_back(pattern.expression);
      labels_.push_back(&label);
    }
  }
  set_ = &shared_set(expressions);
}

const ListStance* ListStances::of(TextRange line) const {
  thread_local std::vector<int> found;
  if (!set_->match(doc_.text(line), found)) return nullptr;
  return labels_[static_cast<std::size_t>(found.front())];
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
