#pragma once

#include "emitters/base/report_words.hpp"
#include "emitters/base/shown.hpp"
#include "pipeline/model/results.hpp"

namespace rapporteur {

// The data that every template sees, docs/templates.md: the contract, and the groupings that
// reports need, so that templates hold no logic.
Shown view_of(const Results& results, const ReportWords& words);

}  // namespace rapporteur
