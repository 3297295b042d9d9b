#pragma once

#include <string_view>

#include "pipeline/model/results.hpp"
#include "pipeline/profile/settings.hpp"

namespace rapporteur {

// What suppressions are themselves reported under; a configuration may set these like other rules.
inline constexpr std::string_view kSuppressionUnused = "suppression-unused";
inline constexpr std::string_view kSuppressionExpired = "suppression-expired";

// Marks the findings that the configuration says are meant to be so. One that holds no longer, or
// that fits nothing, becomes a finding in the configuration's file. What a run has not looked at
// cannot tell that a suppression is unused: it has to have read a document that its path fits, or,
// for one without a path, a whole folder (`whole`).
void suppress(Results& results, const Settings& settings, Date today, bool whole);

}  // namespace rapporteur
