#include "extractors/meeting/check_points.hpp"

#include "pipeline/text/date.hpp"
#include "pipeline/text/whole_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::uint32_t kFarthestDiscussion = 6;  // blocks above

int number_of(std::string_view digits) { return whole_number(digits).value_or(0); }

// "5/19, 5/21" and "March 3 and March 5"; a number that can be no month is the day.
std::vector<std::string> days_told(const Document& doc, TextRange when, const Wording& wording,
                                   int year) {
  std::vector<std::string> out;
  TextRange left = when;
  while (const auto match = find_match(doc, left, wording.named("month-and-day"))) {
    const int first = number_of(doc.text(match->group("month")));
    const int second = number_of(doc.text(match->group("day")));
    const Date date = first > 12 ? Date{year, second, first} : Date{year, first, second};
    if (date.valid()) out.push_back(date.iso());
    left.begin = std::max(match->group("day").end, left.begin + 1);
  }
  if (!out.empty()) return out;
  for (const DateMention& date : find_dates(doc.text(when), year)) {
    if (date.from.day != 0) out.push_back(date.from.iso());
  }
  return out;
}

// The discussion: what stands before in the block, else the nearest line above that names one.
std::string discussion_of(const Document& doc, BlockId block, TextRange where,
                          const Wording& wording) {
  std::string before = words_at(doc, {doc.block(block).text.begin, where.begin});
  if (matches(before, wording.named("discussed"))) return before;
  for (std::uint32_t at = block.index; at-- > 0 && block.index - at <= kFarthestDiscussion;) {
    std::string words = words_at(doc, doc.block(BlockId{at}).text);
    if (matches(words, wording.named("discussed"))) return words;
  }
  return {};
}

}  // namespace

std::vector<CheckPoint> check_points_in(const Document& doc, BlockId block, const Wording& wording,
                                        int year) {
  std::vector<CheckPoint> out;
  if (year == 0) return out;
  for (const Pattern& pattern : wording.named("check-point")) {
    TextRange left = trimmed(doc, doc.block(block).text);
    while (const auto match = find_match(doc, left, Patterns(pattern))) {
      std::string what = words_at(doc, match->group("what"));
      const std::string of = discussion_of(doc, block, match->where, wording);
      if (!of.empty()) what = of + " – " + what;
      for (std::string& date : days_told(doc, match->group("when"), wording, year)) {
        out.push_back({std::move(date), what, match->where});
      }
      left.begin = std::max(match->where.end, left.begin + 1);
    }
  }
  return out;
}

}  // namespace rapporteur
