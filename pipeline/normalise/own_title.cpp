#include <algorithm>

#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestTitle = 300;  // bytes
constexpr std::size_t kTitleBlocks = 200;   // in which a block of a title's style may stand
constexpr std::size_t kLinesBelowSource = 6;
constexpr std::size_t kTitleLines = 12;  // of the head, in which an unmarked title may stand

std::string from_cover(const Identity& identity, std::string_view field) {
  return collapse(cover_value(identity.cover, field));
}

// Blocks that the profile's style map calls titles, one after another.
std::string from_style(const Document& doc, const Profile& profile) {
  std::string title;
  const auto end = static_cast<std::uint32_t>(std::min(doc.blocks().size(), kTitleBlocks));
  for (BlockId id{0}; id.index < end; ++id.index) {
    const std::string text = collapse(doc.text(id));
    if (text.empty() || doc.part_kind(id) != PartKind::body) continue;
    const bool is_title = doc.block(id).kind == BlockKind::heading && doc.block(id).level == 0;
    if (!is_title && !title.empty()) break;
    if (!is_title || matches_wording("no-title", text, profile)) continue;
    if (!profile.grammar.parse(text)) title += (title.empty() ? "" : " ") + text;
  }
  return title.size() <= kLongestTitle ? title : "";
}

// The words that a pattern of the profile takes out of a line: "Resolution 1 – Rules of procedure".
std::string from_pattern(const std::vector<HeadLine>& head, const Profile& profile) {
  for (const Pattern& pattern : profile.identity.named("title")) {
    for (const HeadLine& line : head) {
      std::string title;
      if (re2::RE2::PartialMatch(line.text, pattern.expression.in(line.text), &title)) {
        return collapse(title);
      }
    }
  }
  return {};
}

bool may_be_title(std::string_view line, const Profile& profile) {
  return !line.ends_with('.') && !matches_wording("no-title", line, profile);
}

// The line that may be a title, of the two below one; 0 for none. A group may stand between.
std::size_t first_below(const std::vector<HeadLine>& head, std::size_t line,
                        const Profile& profile) {
  for (std::size_t at = line + 1; at < std::min(line + 3, head.size()); ++at) {
    const std::string_view text = head[at].text;
    if (may_be_title(text, profile) && !labelled(text, profile, false)) return at;
  }
  return 0;
}

// The line before or after one that the profile says stands beside the title.
std::string from_place(const std::vector<HeadLine>& head, const Profile& profile) {
  for (std::size_t i = 0; i < head.size(); ++i) {
    const bool below = i > 0 && matches_wording("after-title", head[i].text, profile);
    const bool above = matches_wording("before-title", head[i].text, profile);
    const bool before = below && may_be_title(head[i - 1].text, profile);
    std::size_t at = 0;
    if (before) {
      at = i - 1;
    } else if (above) {
      at = first_below(head, i, profile);
    }
    if (!before && at == 0) continue;
    std::string title = collapse(head[at].text);
    // "Key distribution;" goes on with the part of the work that the text is.
    while (!before && title.ends_with(';') && ++at < head.size()) {
      title += " " + collapse(head[at].text);
    }
    if (title.size() <= kLongestTitle) return title;
  }
  return {};
}

bool reads_as_title(const Document& doc, const HeadLine& line, const Profile& profile) {
  const std::string_view text = line.text;
  if (text.size() > kLongestTitle || text.ends_with('.') || text.ends_with(':')) return false;
  if (text.ends_with(';') || text.ends_with(',')) return false;
  if (words(text).size() < 2) return false;
  const BlockKind kind = doc.block(line.block).kind;
  if (kind == BlockKind::list_item || kind == BlockKind::caption) return false;
  if (!doc.label(line.block).empty()) return false;
  return !any_matches(profile.structure.summaries, text) &&
         !any_matches(profile.structure.references, text) &&
         !matches_wording("no-title", text, profile);
}

// A title from its first line on, with the further lines of its paragraph and with those that go
// on where a line ends in the midst of a phrase: "SUMMARY RECORD", "OF THE", "FIRST MEETING".
std::string lines_of_title(const Document& doc, const std::vector<HeadLine>& head,
                           std::vector<HeadLine>::const_iterator line, const Profile& profile) {
  const BlockId block = line->block;
  std::string title = collapse(line->text);
  while (++line != head.end() && title.size() + line->text.size() < kLongestTitle) {
    const bool joined = matches_wording("title-unfinished", title, profile) ||
                        matches_wording("title-goes-on", line->text, profile);
    const bool same = line->block == block && reads_as_title(doc, *line, profile);
    if (!joined && !same) break;
    title += " " + collapse(line->text);
  }
  return title;
}

// A line at the beginning that says what the document is: "Minutes of the board of 3 May".
std::string from_statement(const Document& doc, const std::vector<HeadLine>& head,
                           const Profile& profile) {
  std::size_t seen = 0;
  for (auto line = head.begin(); line != head.end(); ++line) {
    if (line->in_page_header || ++seen > kTitleLines) break;
    const std::string_view text = line->text;
    const bool fits = text.size() <= kLongestTitle && !text.ends_with('.') &&
                      !text.ends_with(':') && !labelled(text, profile, true);
    if (fits && matches_wording("states-title", text, profile)) {
      return lines_of_title(doc, head, line, profile);
    }
  }
  return {};
}

// The first heading, where it says what the document is: "1. Agenda for Example#135". A heading
// that could be one of a clause too counts where it is the only one.
std::string from_first_heading(const Document& doc, const Profile& profile) {
  std::string title;
  for (BlockId id{0}; id.index < doc.blocks().size(); ++id.index) {
    const Block& block = doc.block(id);
    if (block.kind != BlockKind::heading || block.cell || trim(doc.text(id)).empty()) continue;
    if (!title.empty()) return {};
    title = collapse(split_number(doc.text(id)).title);
    if (matches_wording("title-heading", title, profile)) return title;
    if (!matches_wording("states-title", title, profile)) return {};
  }
  return title;
}

// A line with a date is one of a banner, unless it is long or has a month behind it in brackets:
// "Recent work items of the Forum (November 2026)".
bool is_date_line(std::string_view line) {
  constexpr std::size_t kWordsOfTitle = 9;
  constexpr std::size_t kWordsBeforeMonth = 3;
  const std::vector<DateMention> dates = find_dates(line);
  if (dates.empty() || words(line).size() >= kWordsOfTitle) return false;
  const std::string_view before = line.substr(0, dates.front().begin);
  const bool bracketed = trim(before).ends_with('(') && trim(line).ends_with(')');
  return !bracketed || dates.front().from.day != 0 || words(before).size() < kWordsBeforeMonth;
}

// The first line that is neither banner nor label nor sentence, before the text begins.
std::string from_first_lines(const Document& doc, const std::vector<HeadLine>& head,
                             const Profile& profile) {
  std::size_t seen = 0;
  for (const HeadLine& line : head) {
    if (line.cell && seen == 0) continue;  // a header table without a title
    if (line.in_page_header || line.cell || ++seen > kTitleLines) break;
    if (labelled(line.text, profile, true)) continue;
    if (!profile.grammar.scan(line.text).empty() && line.text.find('\t') != std::string::npos) {
      continue;  // the line of meeting and number
    }
    if (profile.grammar.parse(line.text) || matches_wording("no-title", line.text, profile)) {
      continue;
    }
    if (is_date_line(line.text)) continue;
    return reads_as_title(doc, line, profile) ? collapse(line.text) : "";
  }
  return {};
}

// What stands below a source without a label: "Norland", "PROPOSALS FOR THE WORK OF THE
// CONFERENCE".
std::string from_below_source(const Document& doc, const std::vector<HeadLine>& head,
                              const Profile& profile, const Identity& identity) {
  const auto source = std::ranges::find_if(identity.cover, [](const CoverField& field) {
    return field.name == "source" && field.label.empty();
  });
  if (source == identity.cover.end()) return {};
  auto line = std::ranges::find(head, source->block, &HeadLine::block);
  // "Submitted by ..." may stand below the title too.
  if (line == head.end() || matches_wording("submitted-by", line->text, profile)) return {};
  while (line != head.end() && line->block == source->block) ++line;
  for (std::size_t seen = 0; line != head.end() && seen < kLinesBelowSource; ++line, ++seen) {
    if (line->in_page_header || labelled(line->text, profile, true)) return {};
    if (reads_as_title(doc, *line, profile)) return lines_of_title(doc, head, line, profile);
  }
  return {};
}

// A property is kept by templates for years: it counts only where the text has the same words.
std::string from_properties(const Document& doc, const std::vector<HeadLine>& head) {
  for (const Property& property : doc.properties()) {
    std::string value = collapse(property.value);
    if (property.name != "title" || words(value).size() < 2) continue;
    const bool stated = std::ranges::any_of(head, [&](const HeadLine& line) {
      return collapse(line.text).find(value) != std::string::npos;
    });
    if (stated) return value;
  }
  return {};
}

}  // namespace

std::string own_title(const Document& doc, const std::vector<HeadLine>& head,
                      const Profile& profile, const Identity& identity) {
  std::string title = from_cover(identity, "title");
  // The subject of a paper that names its source without a label is what is studied.
  if (title.empty()) title = from_below_source(doc, head, profile, identity);
  if (title.empty()) title = from_cover(identity, "subject");
  if (title.empty()) title = from_pattern(head, profile);
  if (title.empty()) title = from_place(head, profile);
  if (title.empty()) title = from_style(doc, profile);
  if (title.empty()) title = from_properties(doc, head);
  if (title.empty()) title = from_statement(doc, head, profile);
  if (title.empty()) title = from_first_lines(doc, head, profile);
  if (title.empty()) title = from_first_heading(doc, profile);
  while (title.ends_with(' ') || title.ends_with(',') || title.ends_with(';')) title.pop_back();
  return title;
}

}  // namespace rapporteur
