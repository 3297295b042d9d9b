#pragma once

#include <string_view>

#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// The wider kind that a kind is one of, or "": "liaison-statement" for "liaison-statement-in".
std::string_view wider_kind(std::string_view kind, const Profile& profile);

// Whether a kind is the wanted one, or one of it.
bool is_kind(std::string_view kind, std::string_view wanted, const Profile& profile);

}  // namespace rapporteur
