#pragma once

#include <span>
#include <string_view>

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// The profile whose clues fit best; the first one when nothing speaks for any. Never empty input.
const Profile& detect(const Draft& draft, std::span<const Profile> profiles);

// Gives roles from the profile's style map, then captions, scopes, the clause tree and the
// document's identity. The same draft and profile always give the same document.
Document normalise(Draft draft, const Profile& profile);

}  // namespace rapporteur
