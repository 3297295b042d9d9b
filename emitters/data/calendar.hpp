#pragma once

#include <string>

#include "emitters/base/report_words.hpp"
#include "pipeline/model/results.hpp"

namespace rapporteur {

// RFC 5545: one event for each deadline and meeting whose day is known, a day or days long; with
// all places where several documents state it. What only has a month or year is left out, as a
// calendar would show it on a wrong day. `now` is an ISO date and time for DTSTAMP; "" takes 1970.
std::string calendar(const Results& results, const ReportWords& words, const std::string& now);

}  // namespace rapporteur
