#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

enum class CaptionKind { table, figure, other };

// A caption taken apart: "Table 3.1 – Members" is a table, number "3.1", title "Members".
struct Caption {
  CaptionKind kind = CaptionKind::other;
  BlockId block;
  std::string_view word;   // as written: "TABLE"
  std::string number;      // "3.A.1"
  std::string_view dash;   // what stands between number and title, without blanks
  std::string_view title;  // on the same line; empty when it stands on the next one
  ScopeId scope;
};

// The captions of the body in reading order, by the forms the profile knows. A continued one
// ("Table 3 (continued)") is left out.
std::vector<Caption> captions(const Document& doc, const Profile& profile);

}  // namespace rapporteur
