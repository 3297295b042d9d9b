#pragma once

#include <string>

#include "emitters/emitter.hpp"

namespace rapporteur {

// JUnit XML as Jenkins and GitLab read it: a document is a test suite, a rule that found something
// in it a test case, so that names stay the same from run to run. Remarks do not fail a case,
// suppressed and baselined findings alone leave it skipped, an unreadable document is an error.
Result<std::string> emit_junit(const Results& results, const EmitOptions& options);

}  // namespace rapporteur
