#include "pipeline/normalise/identify.hpp"

#include "pipeline/normalise/identity_parts.hpp"

namespace rapporteur {

Identity identify(const Document& doc, const Profile& profile) {
  const std::vector<HeadLine> head = head_lines(doc, profile);
  Identity identity;
  identity.profile = profile.name;
  identity.cover = cover_of_tables(doc, head, profile);
  std::vector<CoverField> lines = cover_of_lines(head, profile);
  std::move(lines.begin(), lines.end(), std::back_inserter(identity.cover));
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
