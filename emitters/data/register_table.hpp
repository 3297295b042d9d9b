#pragma once

#include <string>
#include <vector>

#include "pipeline/model/results.hpp"

namespace rapporteur {

// A register: facts of some types as rows. A column is a member of the fact, or of where it
// stands: "document", "type", "clause", "block", "table_label", "table", "row", "line", "quote".
struct RegisterLayout {
  std::vector<std::string> facts;    // types; empty: all
  std::vector<std::string> columns;  // in order
  std::vector<std::string> sort;     // columns; empty: as in the results
};

// What is wrong with a layout: unknown types, and columns that no fact of the types has.
std::vector<std::string> faults_of(const RegisterLayout& layout);

// One row a fact, one string a column; "" where the fact says nothing.
std::vector<std::vector<std::string>> register_rows(const Results& results,
                                                    const RegisterLayout& layout);

// One line of RFC 4180, its end included.
std::string csv_line(const std::vector<std::string>& cells);

// The same as RFC 4180 with a header line.
std::string register_csv(const Results& results, const RegisterLayout& layout);

}  // namespace rapporteur
