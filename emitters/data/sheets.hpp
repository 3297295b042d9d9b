#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emitters/base/report_words.hpp"
#include "pipeline/model/results.hpp"

namespace rapporteur {

// One list of the results as a table of texts, for formats that have tables of their own.
struct Sheet {
  std::string name;                  // "work_items": a name for programs
  std::string title;                 // "Work items": a name for people
  std::vector<std::string> columns;  // members of the contract: "as_written"
  std::vector<std::vector<std::string>> rows;
};

// The documents, their register, the roadmap as one row a deliverable, each type of fact and the
// findings, in this order. Lists without a row are left out, the documents never.
std::vector<Sheet> sheets_of(const Results& results, const Labels& labels);

// One row a deliverable: its members, and the conflicts between its sources.
Sheet roadmap_sheet(const Results& results);

// Whether a column holds counts, and no texts.
bool is_count(std::string_view column);

}  // namespace rapporteur
