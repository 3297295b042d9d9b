#include "extractors/reading/occasion.hpp"

#include <algorithm>

#include "extractors/reading/match.hpp"
#include "pipeline/normalise/document_details.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::uint32_t kHeadBlocks = 16;
constexpr std::size_t kWholeDate = 10;  // "2026-03-17"

std::string_view field(const Identity& identity, std::string_view name) {
  const auto found = std::ranges::find(identity.cover, name, &CoverField::name);
  return found == identity.cover.end() ? std::string_view() : std::string_view(found->value);
}

// Takes the dates of a text that has a whole one; what stands before it is the place.
bool take_dates(std::string_view text, Occasion& out) {
  for (const DateMention& date : find_dates(text)) {
    if (date.from.day == 0) continue;
    out.from = date.from.iso();
    out.until = date.to.iso();
    std::string_view before = text.substr(0, date.begin);
    before = before.substr(std::min(before.size(), before.rfind('(') + 1));
    while (!before.empty() && (is_space(before.back()) || before.back() == ',')) {
      before.remove_suffix(1);
    }
    out.place = collapse(before);
    return true;
  }
  return false;
}

bool is_letter(const Document& doc, const Wording& meetings) {
  const std::vector<std::string>& letters = meetings.list("letters");
  return std::ranges::find(letters, doc.identity().kind) != letters.end();
}

std::string body_in(std::string_view text, const Wording& meetings) {
  return matched_group(text, meetings.named("body"), "body");
}

// The title or the subject, when it says when the meeting is.
std::string_view dated_name(const Document& doc, const Wording& meetings, Occasion& out) {
  const Identity& identity = doc.identity();
  for (const std::string_view name :
       {std::string_view(identity.title), field(identity, "subject")}) {
    if (matches(name, meetings.named("trigger")) && take_dates(name, out)) return name;
  }
  return {};
}

void give_dates(const Document& doc, const Profile& profile, Occasion& out) {
  const Wording& meetings = profile.wording_of("meetings");
  // The date at the head of a letter is that of the letter.
  if (is_letter(doc, meetings)) return;
  const Identity& identity = doc.identity();
  if (take_dates(field(identity, "place-date"), out)) return;
  if (identity.date.size() != kWholeDate) return;
  out.from = identity.date;
  out.until = last_day_of(doc, profile);
  if (out.until.size() != kWholeDate) out.until = out.from;
}

std::string body_of(const Document& doc, const Wording& meetings) {
  const Identity& identity = doc.identity();
  if (const std::string_view group = identity.number.field("group"); !group.empty()) {
    return std::string(group);
  }
  if (matches(identity.title, meetings.named("trigger"))) {
    if (std::string body = body_in(identity.title, meetings); !body.empty()) return body;
  }
  if (std::string body = body_in(field(identity, "source"), meetings); !body.empty()) return body;
  const auto head = std::min<std::size_t>(doc.blocks().size(), kHeadBlocks);
  for (std::uint32_t i = 0; i < head; ++i) {
    // A line that is a group, not one that speaks of it.
    const std::string_view line = trim(doc.text(BlockId{i}));
    std::string body = body_in(line, meetings);
    if (!body.empty() && line.size() <= body.size() * 2) return body;
  }
  return {};
}

}  // namespace

std::string short_name(std::string_view body, const Wording& meetings) {
  std::string out = collapse(body);
  // Pairs: how it is written in full, and in short.
  const std::vector<std::string>& names = meetings.list("short-names");
  for (std::size_t i = 0; i + 1 < names.size(); i += 2) {
    if (!starts_with_ignoring_case(out, names[i])) continue;
    const std::string rest = out.substr(names[i].size());
    // "Working Party 5A" is "WP5A"; "Working Party on Brakes" has no short name.
    const bool numbered = !rest.empty() && is_digit(rest.front());
    if (names[i + 1].empty() || numbered) out = names[i + 1] + rest;
  }
  return out;
}

Occasion occasion_of(const Document& doc, const Profile& profile) {
  const Wording& meetings = profile.wording_of("meetings");
  Occasion out;
  const std::string_view name = dated_name(doc, meetings, out);
  if (name.empty()) give_dates(doc, profile, out);
  std::string body = body_in(name, meetings);
  if (body.empty()) body = body_of(doc, meetings);
  out.body = short_name(body, meetings);
  return out;
}

std::string day_told(const Document& doc, const Profile& profile) {
  if (is_letter(doc, profile.wording_of("meetings"))) return {};
  return occasion_of(doc, profile).until;
}

}  // namespace rapporteur
