#include "pipeline/normalise/party.hpp"

#include <algorithm>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// What a pattern of the profile takes apart: "Switzerland (SG13 Chairman)".
struct Parts {
  std::string party;
  std::string other;  // the office, or the country
};

std::string group_of(const re2::RE2& expression, const std::vector<re2::StringPiece>& found,
                     const std::string& name) {
  const auto& groups = expression.NamedCapturingGroups();
  const auto at = groups.find(name);
  return at == groups.end() ? "" : collapse(found[static_cast<std::size_t>(at->second)]);
}

std::vector<Parts> parts_of(std::string_view words, const Organizations& organizations,
                            std::string_view pattern_name, const std::string& other) {
  std::vector<Parts> out;
  for (const Pattern& pattern : organizations.patterns) {
    if (pattern.name != pattern_name) continue;
    const re2::RE2& expression = pattern.expression.in(words);
    std::vector<re2::StringPiece> found(
        static_cast<std::size_t>(expression.NumberOfCapturingGroups()) + 1);
    if (expression.Match(words, 0, words.size(), re2::RE2::UNANCHORED, found.data(),
                         static_cast<int>(found.size()))) {
      out.push_back({group_of(expression, found, "party"), group_of(expression, found, other)});
    }
  }
  return out;
}

// The party of a name without office.
Party named(const std::string& words, const Organizations& organizations) {
  if (const Organization* const known = organizations.find(words)) {
    return {words, "", known->name, known->country, known->kind};
  }
  for (const Parts& parts : parts_of(words, organizations, "party-of-country", "country")) {
    const Organization* const country = organizations.find(parts.other);
    if (country == nullptr || country->kind != PartyKind::country) continue;
    const Organization* const known = organizations.find(parts.party);
    return {parts.party, "", known != nullptr ? known->name : parts.party, country->country,
            known != nullptr ? known->kind : PartyKind::unknown};
  }
  return {words, "", words, "", PartyKind::unknown};
}

bool is_outer(std::string_view list, std::string_view separators) {
  int depth = 0;
  for (const char c : list) {
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (depth <= 0 && separators.find(c) != std::string_view::npos) return true;
  }
  return false;
}

std::vector<std::string> pieces_of(std::string_view list, std::string_view separators) {
  std::vector<std::string> out;
  int depth = 0;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    std::string piece = collapse(list.substr(begin, end - begin));
    begin = end + 1;
    if (!piece.empty()) out.push_back(std::move(piece));
  };
  for (std::size_t at = 0; at < list.size(); ++at) {
    const char c = list[at];
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (depth <= 0 && separators.find(c) != std::string_view::npos) close(at);
  }
  close(list.size());
  return out;
}

}  // namespace

Party party_of(std::string_view words, const Profile& profile) {
  const std::string whole = collapse(words);
  const Organizations& organizations = profile.organizations;
  if (organizations.find(whole) != nullptr) return named(whole, organizations);
  for (const Parts& parts : parts_of(whole, organizations, "party-with-office", "office")) {
    Party party = named(parts.party, organizations);
    party.office = parts.other;
    return party;
  }
  return named(whole, organizations);
}

std::vector<Party> parties_of(std::string_view list, const Profile& profile) {
  constexpr std::string_view kStrong = ";\n";
  const bool strong = is_outer(list, kStrong);
  std::vector<Party> out;
  for (const std::string& piece : pieces_of(list, strong ? kStrong : ",/")) {
    // "NTT DOCOMO, INC." is one name.
    if (!out.empty() && profile.organizations.is_legal_form(piece)) {
      out.back() = party_of(out.back().name + ", " + piece, profile);
    } else {
      out.push_back(party_of(piece, profile));
    }
  }
  return out;
}

}  // namespace rapporteur
