#include "extractors/works/roadmap_entry.hpp"

#include <algorithm>

#include "extractors/reading/match.hpp"
#include "extractors/reading/occasion.hpp"
#include "extractors/reading/records.hpp"
#include "pipeline/model/status_words.hpp"

namespace rapporteur {
std::string status_in(std::string_view words, const Wording& roadmap) {
  for (const StatusWords& known : kStatusWords) {
    if (matches(words, roadmap.named(known.pattern))) return std::string(known.status);
  }
  return {};
}

RoadmapEntries::RoadmapEntries(const DocumentScan& scan, const Wording& wording)
    : scan_(scan), wording_(wording), own_group_(occasion_of(scan.doc(), scan.profile()).body) {}

void RoadmapEntries::complete(RoadmapEntry& entry, const std::string& around,
                              bool may_be_own) const {
  divide_number(entry);
  divide_body(entry);
  give_body(entry, around, may_be_own);
  if (entry.date.empty()) entry.date = date_in(entry.status_as_written);
}

void RoadmapEntries::complete_from_text(RoadmapEntry& entry, const std::string& around) const {
  complete(entry, around);
  const std::vector<std::string>& part_of_number = wording_.list("bodies-in-numbers");
  if (std::ranges::find(part_of_number, entry.body) != part_of_number.end()) return;
  if (!entry.body.empty() && entry.number.starts_with(entry.body + " ")) {
    entry.number.erase(0, entry.body.size() + 1);
  }
}

// "A.18 (New, ex A.JCA)": the text, and how it came to be.
void RoadmapEntries::divide_number(RoadmapEntry& entry) const {
  std::string plain = matched_group(entry.number, wording_.named("plain-number"), "number");
  if (!plain.empty()) entry.number = std::move(plain);
  const Capture noted = capture(entry.number, wording_.named("note"));
  std::string number = noted.words("number");
  if (number.empty()) return;
  if (!entry.relation.empty()) entry.relation += ", ";
  entry.relation += relation_of(noted.words("note"));
  entry.number = std::move(number);
}

bool RoadmapEntries::is_deliverable(std::string_view text) const {
  const std::vector<Identifier> found = scan_.profile().grammar.scan(text);
  if (found.empty() || found.front().where.begin != 0) return false;
  const std::vector<std::string>& families = wording_.list("deliverables");
  return std::ranges::find(families, found.front().family) != families.end();
}

std::string RoadmapEntries::relation_of(const std::string& note) const {
  const auto marked = [&](std::string_view list) {
    const std::vector<std::string>& mark = wording_.list(list);
    return mark.empty() ? note : mark.front() + " " + note;
  };
  if (matches(note, wording_.named("work-item-name"))) return marked("work-item-mark");
  if (matches(note, wording_.named("provisional-name"))) return marked("former-mark");
  return note;
}

std::string RoadmapEntries::group_in(const std::string& words) const {
  const Wording& meetings = scan_.profile().wording_of("meetings");
  return short_name(matched_group(words, meetings.named("body"), "body"), meetings);
}

// "ISO/IEC JTC 1/SC 41" in one cell.
void RoadmapEntries::divide_body(RoadmapEntry& entry) const {
  if (entry.body.empty() || !entry.group.empty()) return;
  const Capture both = capture(entry.body, wording_.named("body-and-group"));
  if (!both) return;
  entry.group = both.words("group");
  entry.body = both.words("body");
}

// An Internet-Draft is of the IETF, though its name does not say so.
std::string RoadmapEntries::body_of_family(std::string_view family) const {
  const std::vector<std::string>& texts = wording_.list("deliverables");
  if (std::ranges::find(texts, family) == texts.end()) return {};
  const IdentifierFamily* const known = scan_.profile().grammar.family(family);
  return known == nullptr ? std::string() : known->body;
}

// Whose text it is: from its number, the words above, or the body whose document this is.
void RoadmapEntries::give_body(RoadmapEntry& entry, const std::string& around,
                               bool own_group) const {
  if (entry.body.empty()) entry.body = matched_group(entry.number, wording_.named("body"), "body");
  if (entry.body.empty()) {
    // The whole identifier begins with the body: "GS EX 001" is ETSI GS EX 001.
    const std::vector<Identifier> found = scan_.profile().grammar.scan(entry.number);
    if (!found.empty()) {
      entry.body = matched_group(found.front().canonical, wording_.named("body"), "body");
      if (entry.body.empty()) entry.body = body_of_family(found.front().family);
    }
  }
  if (entry.body.empty())
    entry.body = matched_group(around, wording_.named("caption-body"), "body");
  const std::vector<std::string>& own = wording_.list("body");
  const bool may_be_own = entry.body.empty() && !matches(entry.number, wording_.named("of-others"));
  const bool is_own = !own.empty() && (may_be_own || entry.body == own.front());
  if (is_own) entry.body = own.front();
  if (!entry.group.empty()) return;
  const Wording& meetings = scan_.profile().wording_of("meetings");
  const std::string group = matched_group(around, wording_.named("caption-group"), "group");
  entry.group = short_name(group, meetings);
  if (entry.group.empty() && is_own && own_group) entry.group = own_group_;
}

}  // namespace rapporteur
