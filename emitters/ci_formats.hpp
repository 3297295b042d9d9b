#pragma once

#include <string>
#include <vector>

#include "pipeline/model/results.hpp"

namespace rapporteur {

// SARIF 2.1.0: rules, findings with file, line or clause and a fingerprint, and a notification for
// each document that could not be read.
std::string sarif(const Results& results);

// JUnit XML: a suite for each document, a failed case for each error or warning, a passed one for
// each remark, an error for a document that could not be read.
std::string junit(const Results& results);

// Workflow commands of GitHub: as many annotations as one step may show, 10 errors and 10 warnings,
// and a notice that counts the rest.
std::string github_annotations(const Results& results);

// Names a finding across runs: the rule, the document's file name and the words at fault, with a
// count where the same words are at fault more than once. Clause and line numbers are left out, as
// they move when text elsewhere is edited. In the order of results.findings.
std::vector<std::string> fingerprints(const Results& results);

}  // namespace rapporteur
