#pragma once

#include <functional>
#include <map>
#include <string>

#include "emitters/results_json.hpp"

namespace rapporteur {

// What a word of the contract is called in reports: "none" -> "no position". A word without an
// entry is shown with its hyphens as blanks.
using Labels = std::map<std::string, std::string, std::less<>>;

std::string label_of(std::string_view word, const Labels& labels);

// "clause 3.1, table 2 row 4, line 17": where a place is, as far as it is known.
std::string where_text(const Place& place);

// How a document is called in running text: its identifier, or else its path.
const std::string& label_of(const DocumentRecord& document);

// The date of the newest document, "" when none has one: reports bear it, so that the same folder
// gives the same bytes on any day.
std::string newest_date(const Results& results);

// The data that every template sees, docs/templates.md: the contract, and the groupings that
// reports need, so that templates hold no logic.
Json view_of(const Results& results, const Labels& labels);

}  // namespace rapporteur
