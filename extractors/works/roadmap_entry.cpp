#include "extractors/works/roadmap_entry.hpp"

#include "extractors/reading/match.hpp"
#include "extractors/reading/occasion.hpp"
#include "extractors/reading/records.hpp"

namespace rapporteur {
namespace {

// In the order in which their patterns are tried.
constexpr std::string_view kStatuses[] = {"deleted",  "superseded", "in-force",   "published",
                                          "approved", "consented",  "determined", "last-call",
                                          "draft",    "proposed"};

}  // namespace

std::string status_in(std::string_view words, const Wording& roadmap) {
  // What is yet to be approved is not approved.
  if (matches(words, roadmap.named("not-yet"))) return "draft";
  for (const std::string_view status : kStatuses) {
    if (matches(words, roadmap.named("status-" + std::string(status)))) return std::string(status);
  }
  return {};
}

RoadmapEntries::RoadmapEntries(const DocumentScan& scan, const Wording& wording)
    : scan_(scan), wording_(wording), own_group_(occasion_of(scan.doc(), scan.profile()).body) {}

void RoadmapEntries::complete(RoadmapEntry& entry, const std::string& around) const {
  divide_number(entry);
  divide_body(entry);
  give_body(entry, around);
  if (entry.date.empty()) entry.date = date_in(entry.status_as_written);
}

// "A.18 (New, ex A.JCA)": the text, and how it came to be.
void RoadmapEntries::divide_number(RoadmapEntry& entry) const {
  std::string plain = matched_group(entry.number, wording_.named("plain-number"), "number");
  if (!plain.empty()) entry.number = std::move(plain);
  const Capture noted = capture(entry.number, wording_.named("note"));
  std::string number = noted.words("number");
  if (number.empty()) return;
  if (entry.relation.empty()) entry.relation = noted.words("note");
  entry.number = std::move(number);
}

// "ISO/IEC JTC 1/SC 41" in one cell.
void RoadmapEntries::divide_body(RoadmapEntry& entry) const {
  if (entry.body.empty() || !entry.group.empty()) return;
  const Capture both = capture(entry.body, wording_.named("body-and-group"));
  if (!both) return;
  entry.group = both.words("group");
  entry.body = both.words("body");
}

// Whose text it is: from its number, the words above, or the body whose document this is.
void RoadmapEntries::give_body(RoadmapEntry& entry, const std::string& around) const {
  if (entry.body.empty()) entry.body = matched_group(entry.number, wording_.named("body"), "body");
  if (entry.body.empty()) {
    // The whole identifier begins with the body: "GS EX 001" is ETSI GS EX 001.
    const std::vector<Identifier> found = scan_.profile().grammar.scan(entry.number);
    if (!found.empty()) {
      entry.body = matched_group(found.front().canonical, wording_.named("body"), "body");
    }
  }
  if (entry.body.empty())
    entry.body = matched_group(around, wording_.named("caption-body"), "body");
  const std::vector<std::string>& own = wording_.list("body");
  const bool is_own = entry.body.empty() ? !own.empty() : !own.empty() && entry.body == own.front();
  if (is_own) entry.body = own.front();
  if (!entry.group.empty()) return;
  const Wording& meetings = scan_.profile().wording_of("meetings");
  const std::string group = matched_group(around, wording_.named("caption-group"), "group");
  entry.group = short_name(group, meetings);
  if (entry.group.empty() && is_own) entry.group = own_group_;
}

}  // namespace rapporteur
