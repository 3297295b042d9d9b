#pragma once

#include <re2/re2.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/results.hpp"

namespace rapporteur {

// What a word of the contract is called in reports: "none" -> "no position". A word without an
// entry is shown with its hyphens as blanks.
using Labels = std::map<std::string, std::string, std::less<>>;

std::string label_of(std::string_view word, const Labels& labels);

// Names of one body: "Study Group 13" is put as "SG13".
struct Spelling {
  std::shared_ptr<const RE2> find;
  std::string put;
};

// What reports say and how, of templates/reports.toml.
struct ReportWords {
  Labels labels;
  std::vector<std::string> routine;  // kinds of decisions that a summary only counts: "noted"
  std::vector<std::string> closed;   // statuses of actions with nothing left to do: "done"
  std::vector<Spelling> bodies;

  // A body as reports call it.
  std::string body(const std::string& name) const;
};

// "clause 3.1, table 2 row 4, line 17": where a place is, as far as it is known.
std::string where_text(const Place& place);

// How a document is called in running text: its identifier, or else its path.
const std::string& label_of(const DocumentRecord& document);

// The date of the newest document, or of a decision that one without a date reports; "" when there
// is none. Reports bear it, so that the same folder gives the same bytes on any day.
std::string newest_date(const Results& results);

// "28 documents read, 1 could not be read."
std::string read_text(const Results& results);

// "4 decisions", "1 vote".
std::string quantity(std::size_t count, std::string_view one);

// "as_written" -> "As written"
std::string column_title(const std::string& column);

}  // namespace rapporteur
