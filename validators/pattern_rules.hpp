#pragma once

#include <vector>

#include "pipeline/model/finding.hpp"
#include "pipeline/profile/profile.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {

// Runs the pattern rules of a profile, each only on the blocks in which it can match: by the index
// of the document where its pattern has literals, else by one RE2::Set of all that have none.
void check_patterns(const Profile& profile, SharedScan& shared, std::vector<Finding>& findings);

}  // namespace rapporteur
