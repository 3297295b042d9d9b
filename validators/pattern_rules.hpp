#pragma once

#include <vector>

#include "pipeline/model/document.hpp"
#include "pipeline/model/finding.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {

// Runs the pattern rules of a profile: one RE2::Set pass over each block, then only the patterns
// that hit.
void check_patterns(const Document& doc, const Profile& profile, std::vector<Finding>& findings);

// The findings of one pattern rule alone. For its examples.
std::vector<Finding> check_pattern_rule(const PatternRule& rule, const Document& doc);

}  // namespace rapporteur
