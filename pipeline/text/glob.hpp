#pragma once

#include <string_view>

namespace rapporteur {

// Whether a path with "/" between its parts fits a glob. `?` is one character and `*` any number,
// both within one part; `**` is anything; "drafts/" is all below that folder. A glob without "/"
// is about the file's name, in whatever folder it stands.
bool matches_glob(std::string_view glob, std::string_view path);

}  // namespace rapporteur
