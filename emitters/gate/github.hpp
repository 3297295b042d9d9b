#pragma once

#include <string>

#include "emitters/emitter.hpp"

namespace rapporteur {

// Workflow commands for GitHub Actions, at most ten errors, ten warnings and ten notices a step;
// past that GitHub shows none, so the last of each ten counts the rest. Findings that do not count
// (suppressed, baselined) get no annotation.
Result<std::string> emit_github(const Results& results, const EmitOptions& options);

// The Markdown for $GITHUB_STEP_SUMMARY: the verdict, the counts and every finding that counts, as
// far as a step may write.
Result<std::string> emit_github_summary(const Results& results, const EmitOptions& options);

}  // namespace rapporteur
