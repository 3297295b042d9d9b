#include "pipeline/normalise/identify.hpp"

#include <algorithm>

#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/normalise/line_patterns.hpp"

namespace rapporteur {
namespace {

// "Source: Recommendation A.99 was prepared by ..." tells of the text, and nobody who submits it.
void drop_no_sources(const Profile& profile, std::vector<CoverField>& cover) {
  std::erase_if(cover, [&](const CoverField& field) {
    return field.name == "source" && matches_wording("no-source", field.value, profile);
  });
}

// Without a label a source counts where no label names one, or names but a document: the source of
// "Source: Document 5A/TEMP/12" is the group that stands below.
void add_source(const std::vector<HeadLine>& head, const Profile& profile,
                std::vector<CoverField>& cover) {
  const std::string_view labelled = cover_value(cover, "source");
  if (!labelled.empty() && !profile.grammar.parse(labelled)) return;
  std::optional<CoverField> found = unlabelled_source(head, profile);
  if (found) cover.insert(cover.begin(), std::move(*found));
}

}  // namespace

Identity identify(const Document& doc, const Profile& profile) {
  const std::vector<HeadLine> head = head_lines(doc, profile);
  Identity identity;
  identity.profile = profile.name;
  identity.cover = cover_of_tables(doc, head, profile);
  std::vector<CoverField> lines = cover_of_lines(head, profile);
  std::move(lines.begin(), lines.end(), std::back_inserter(identity.cover));
  drop_no_sources(profile, identity.cover);
  add_source(head, profile, identity.cover);
  if (auto signed_by = signature(doc, profile)) identity.cover.push_back(std::move(*signed_by));
  std::vector<CoverField> history = history_box(doc, profile);
  std::move(history.begin(), history.end(), std::back_inserter(identity.cover));
  identity.number = own_number(doc, head, profile, identity.cover);
  identity.title = own_title(doc, head, profile, identity);
  const OwnDate date = own_date(head, profile, identity);
  if (date.from.year != 0) identity.date = date.from.iso();
  give_kind(doc, profile, identity);
  return identity;
}

}  // namespace rapporteur
