#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// Who is meant by a name in a Source field, a list of positions or a contact.
struct Party {
  std::string name;       // as written, without office and country: "Huawei Technologies Co., Ltd."
  std::string office;     // "SG13 Chairman"; "" when none is named
  std::string canonical;  // what the profile calls it: "Huawei"; `name` when it does not know it
  std::string country;    // ISO 3166 code, of the party itself or as written beside it; or ""
  PartyKind kind = PartyKind::unknown;
};

// "Switzerland (SG13 Chairman)" is Switzerland and, apart from it, the office; "SG17 Chairman" is
// an office that is itself the party. "Example Ltd. (China)" and "Example Ltd, China" name a
// country.
Party party_of(std::string_view words, const Profile& profile);

// The parties of a list: "Japan, Egypt; Example Co., Ltd." Brackets keep together what is inside.
// Where semicolons or line ends divide, commas belong to the names: "Example Ltd, China; Orange".
std::vector<Party> parties_of(std::string_view list, const Profile& profile);

}  // namespace rapporteur
