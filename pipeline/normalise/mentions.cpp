#include "pipeline/normalise/mentions.hpp"

#include <algorithm>

#include "pipeline/normalise/identity_parts.hpp"

namespace rapporteur {

IdentifierContext context_of(const Document& doc, const Profile& profile) {
  const Identity& identity = doc.identity();
  std::string group(identity.number.field("group"));
  if (group.empty()) group = group_in(cover_value(identity.cover, "group"), profile);
  return {group, std::string(identity.number.field("assembly"))};
}

bool is_paper(const Identifier& identifier, const Profile& profile) {
  const std::vector<std::string>& papers = profile.identity.list("papers");
  return std::ranges::find(papers, identifier.family) != papers.end();
}

std::vector<std::string> documents_named(std::string_view words, const Profile& profile,
                                         const IdentifierContext& context,
                                         const std::vector<std::string>& also) {
  std::vector<std::string> numbers;
  for (Identifier& found : profile.grammar.scan(words, context)) {
    const bool wanted =
        is_paper(found, profile) || std::ranges::find(also, found.family) != also.end();
    if (!wanted || std::ranges::find(numbers, found.canonical) != numbers.end()) continue;
    numbers.push_back(std::move(found.canonical));
  }
  return numbers;
}

std::vector<std::string> documents_named(const Document& doc, TextRange where,
                                         const Profile& profile,
                                         const std::vector<std::string>& also) {
  return documents_named(doc.text(where), profile, context_of(doc, profile), also);
}

}  // namespace rapporteur
