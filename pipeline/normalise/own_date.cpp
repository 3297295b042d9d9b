#include <algorithm>
#include <span>

#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kSentenceLines = 4;  // in which a report says when the meeting was
constexpr std::size_t kLinesBelowNumber = 3;
constexpr std::size_t kBannerLines = 24;
constexpr std::size_t kLongestBanner = 110;  // bytes; longer lines are sentences

using Found = std::optional<OwnDate>;

Found first_date(std::string_view text) {
  const std::vector<DateMention> found = find_dates(text);
  if (found.empty()) return {};
  return OwnDate{found.front().from, found.front().to};
}

// The edition that is part of a number: "ITU-T A.1 (10/2016)".
Found date_of_number(const Identifier& number) {
  for (const std::string_view name : {"edition", "change_date", "date"}) {
    const Found date = first_date(number.field(name));
    if (date) return date;
  }
  return {};
}

Found date_of_banner(const std::vector<HeadLine>& head, const Profile& profile) {
  std::size_t lines = 0;
  bool prose = false;  // after the first sentence, dates are what the text speaks of
  for (const HeadLine& line : head) {
    if (!line.in_page_header && (prose || ++lines > kBannerLines)) continue;
    if (line.text.size() > kLongestBanner || line.text.ends_with('.')) {
      prose = prose || (!line.cell && !line.in_page_header);
      continue;
    }
    std::string_view text = line.text;
    if (const auto label = labelled(text, profile, true)) {
      // "Question(s): 6/13      Geneva, 2-13 March 2026": the second column has no label.
      const std::size_t gap = second_column(label->value);
      if (line.cell || gap == std::string_view::npos) continue;
      text = label->value.substr(gap);
      if (labelled(trim(text), profile, false)) continue;
    }
    const Found date = first_date(text);
    if (date) return date;
  }
  return {};
}

// Whether a text is the date of one day and nothing else.
bool is_day(std::string_view text) {
  const std::vector<DateMention> found = find_dates(text);
  return found.size() == 1 && found.front().begin == 0 && found.front().end == text.size() &&
         found.front().from == found.front().to && found.front().from.day != 0;
}

// "Document RAG26/2-E" and "16 April 2026" below it: the day of the paper, not of its meeting.
Found date_below_number(const std::vector<HeadLine>& head, const Identifier& number) {
  if (number.as_written.empty()) return {};
  std::size_t left = 0;  // lines in which the day may stand
  for (const HeadLine& line : head) {
    if (line.in_page_header) break;
    if (left > 0 && is_day(line.text)) return first_date(line.text);
    if (left > 0) --left;
    // A number may take two lines: "Addendum 2 to", "Document 48".
    const std::string text = collapse(line.text);
    const bool ends_number = !text.empty() && number.as_written.ends_with(text);
    if (ends_number || text.ends_with(number.as_written)) left = kLinesBelowNumber;
  }
  return {};
}

// "The group met from 20 to 22 January 2026": the day of the meeting that the text is about.
Found date_of_sentence(const std::vector<HeadLine>& head, const Profile& profile) {
  for (const HeadLine& line : std::span(head).first(std::min(head.size(), kSentenceLines))) {
    for (const Pattern& pattern : profile.identity.named("meeting-sentence")) {
      re2::StringPiece found;
      const re2::RE2& expression = pattern.expression.in(line.text);
      if (!expression.Match(line.text, 0, line.text.size(), re2::RE2::UNANCHORED, &found, 1)) {
        continue;
      }
      const Found date = first_date({found.data(), found.size()});
      if (date) return date;
    }
  }
  return {};
}

}  // namespace

OwnDate own_date(const std::vector<HeadLine>& head, const Profile& profile,
                 const Identity& identity) {
  const auto labelled_date = [&](std::string_view name) {
    return first_date(cover_value(identity.cover, name));
  };
  Found date = labelled_date("date");
  if (!date) date = date_below_number(head, identity.number);
  if (!date) date = labelled_date("place-date");
  if (!date) date = labelled_date("meeting");
  if (!date) date = date_of_number(identity.number);
  if (!date) date = date_of_banner(head, profile);
  if (!date) date = date_of_sentence(head, profile);
  return date.value_or(OwnDate{});
}

}  // namespace rapporteur
