#include <algorithm>
#include <span>

#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kSourceLines = 30;     // of the head, in which a source may stand
constexpr std::size_t kLongestSource = 200;  // bytes

using Lines = std::span<const HeadLine>;

// "Report by the Secretary-General" names it in a line of its own. What an earlier pattern finds
// counts before what stands first: who sends a paper in, before who passes it on.
std::optional<CoverField> stated_source(Lines lines, const Profile& profile) {
  for (const std::string_view name : {"source", "submitted-by"}) {
    for (const Pattern& pattern : profile.identity.named(name)) {
      for (const HeadLine& line : lines) {
        std::string source;
        if (!re2::RE2::PartialMatch(line.text, pattern.expression.in(line.text), &source)) continue;
        return CoverField{"source", "", collapse(source), line.block};
      }
    }
  }
  return {};
}

bool reads_as_source(const HeadLine& line, const Profile& profile) {
  const std::string_view text = line.text;
  return text.size() <= kLongestSource && !text.ends_with('.') && !text.ends_with(':') &&
         !labelled(text, profile, true) && find_dates(text).empty() &&
         profile.grammar.scan(text).empty() && !profile.grammar.parse(text) &&
         !matches_wording("no-source", text, profile);
}

// The line below the last one of a header, or below another that is neither source nor title.
std::optional<CoverField> placed_source(Lines lines, const Profile& profile) {
  const auto ends_header = [&](const HeadLine& line) {
    return matches_wording("before-source", line.text, profile);
  };
  const auto last = std::ranges::find_if(lines, ends_header);
  if (last == lines.end()) return {};
  const auto next = std::find_if(last + 1, lines.end(), [&](const HeadLine& line) {
    return !ends_header(line) && !matches_wording("no-title", line.text, profile);
  });
  if (next == lines.end() || !reads_as_source(*next, profile)) return {};
  return CoverField{"source", "", collapse(next->text), next->block};
}

}  // namespace

std::optional<CoverField> unlabelled_source(const std::vector<HeadLine>& head,
                                            const Profile& profile) {
  const auto body = std::ranges::find_if(head, &HeadLine::in_page_header) - head.begin();
  const Lines lines = Lines(head).first(std::min(static_cast<std::size_t>(body), kSourceLines));
  if (std::optional<CoverField> stated = stated_source(lines, profile)) return stated;
  return placed_source(lines, profile);
}

}  // namespace rapporteur
