#pragma once

#include "pipeline/model/document.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// What a document is: its kind with reasons, its own number, title, date and cover fields, from
// its head, its file name and the profile. The last step of normalise().
Identity identify(const Document& doc, const Profile& profile);

}  // namespace rapporteur
