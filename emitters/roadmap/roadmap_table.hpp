#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.hpp"
#include "pipeline/model/deliverable.hpp"

namespace rapporteur {

// Rows of cells, the header row among them.
using TextRows = std::vector<std::vector<std::string>>;

// The members of a deliverable, in the order in which they are written.
std::vector<std::string> deliverable_columns();
std::vector<std::string> deliverable_cells(const Deliverable& entry);

// The deliverables of a table whose first rows name its columns: the header is the first row with a
// number or title column and three known columns in all; without one there are none. `name` is the
// table's in `sources` of rows that have none: "base.csv, row 12". Headers that mean nothing to a
// roadmap are added to `unused`. Where no column has the body, the `title` of the table may name
// it.
std::vector<Deliverable> deliverables_of(const TextRows& rows, const std::string& name,
                                         std::vector<std::string>& unused,
                                         std::string_view title = {});

// RFC 4180, or the same with semicolons or tabs, whichever the first line has most of.
TextRows csv_rows(std::string_view text);

// Deliverables of JSON: a list of objects, or an object with such a list as `records`; and of TOML:
// tables `[[deliverable]]`. Keys are the members; others go to `unused`. An Error has the place.
Result<std::vector<Deliverable>> deliverables_of_json(std::string_view text,
                                                      const std::string& name,
                                                      std::vector<std::string>& unused);
Result<std::vector<Deliverable>> deliverables_of_toml(std::string_view text,
                                                      const std::string& name,
                                                      std::vector<std::string>& unused);

}  // namespace rapporteur
