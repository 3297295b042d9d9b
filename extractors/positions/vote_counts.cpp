#include "extractors/positions/vote_counts.hpp"

#include <algorithm>

#include "extractors/reading/relative_date.hpp"

namespace rapporteur {
namespace {

// "12", "twelve", "no"; 0 where the group took no part.
std::uint32_t count(const Document& doc, const Wording& wording, const Match& match,
                    const std::string& group) {
  const std::string words = words_at(doc, match.group(group));
  return static_cast<std::uint32_t>(std::max(0, number_in(words, wording.list("numbers"))));
}

std::optional<VoteCount> read_tally(const Document& doc, TextRange sentence,
                                    const Wording& wording) {
  const auto tally = find_match(doc, sentence, wording.named("tally"));
  if (!tally) return {};
  Vote vote;
  vote.in_favour = count(doc, wording, *tally, "in_favour");
  vote.against = count(doc, wording, *tally, "against");
  vote.abstained = count(doc, wording, *tally, "abstained");
  // "12 in favour out of 15"
  const std::uint32_t all = count(doc, wording, *tally, "all");
  if (all > vote.in_favour) vote.against = all - vote.in_favour;
  return VoteCount{std::move(vote), "tally", tally->where};
}

}  // namespace

std::optional<VoteCount> read_count(const Document& doc, TextRange sentence,
                                    const Wording& wording) {
  if (auto tally = read_tally(doc, sentence, wording)) return tally;
  const auto in_favour = find_match(doc, sentence, wording.named("in-favour"));
  const auto against = find_match(doc, sentence, wording.named("against"));
  const auto abstained = find_match(doc, sentence, wording.named("abstained"));
  if (!in_favour || (!against && !abstained)) return {};
  Vote vote;
  vote.in_favour = count(doc, wording, *in_favour, "count");
  if (against) vote.against = count(doc, wording, *against, "count");
  if (abstained) vote.abstained = count(doc, wording, *abstained, "count");
  return VoteCount{std::move(vote), "counts", in_favour->where};
}

bool CountLines::read(BlockId id, TextRange line) {
  if (!find_match(doc_, line, wording_.named("count-line"))) return false;
  // "1 negative vote with comments" and "2 without" below it are three.
  const auto told = [&](std::string_view name, std::uint32_t& into) {
    const auto match = find_match(doc_, line, wording_.named(name));
    if (!match) return false;
    into = count(doc_, wording_, *match, "count") + (last_ == name ? into : 0);
    last_ = name;
    return true;
  };
  if (told("against", vote_.against) || told("abstained", vote_.abstained)) {
    others_ = true;
  } else if (told("in-favour", vote_.in_favour)) {
    in_favour_ = true;
  } else {
    return false;
  }
  if (!block_) {
    block_ = id;
    where_ = line;
  }
  where_.end = line.end;
  return true;
}

std::optional<VoteCount> CountLines::take() {
  std::optional<VoteCount> out;
  if (in_favour_ && others_) out = VoteCount{vote_, "count-lines", where_};
  block_ = {};
  vote_ = {};
  last_ = {};
  in_favour_ = others_ = false;
  return out;
}

}  // namespace rapporteur
