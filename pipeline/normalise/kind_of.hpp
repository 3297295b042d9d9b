#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// The wider kind that a kind is one of, or "": "liaison-statement" for "liaison-statement-in".
std::string_view wider_kind(std::string_view kind, const Profile& profile);

// Whether a kind is the wanted one, or one of it.
bool is_kind(std::string_view kind, std::string_view wanted, const Profile& profile);

// Whether a list names a kind, or the wider one that it is one of. "not agenda" stands for every
// kind but that. An empty list names all.
struct Kinds {
  std::string_view own;
  std::string_view wider;

  bool among(std::span<const std::string> listed) const;
};

}  // namespace rapporteur
