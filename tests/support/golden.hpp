#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/results.hpp"

namespace rapporteur {

// The fixture tests/golden/results.json: every type of fact, and characters that mean something to
// every format.
const Results& golden_results();

// Fails the running test unless tests/golden/<name> is `actual`. With UPDATE_GOLDEN=1 in the
// environment the file is written instead.
void check_golden(const std::string& name, std::string_view actual);

}  // namespace rapporteur
