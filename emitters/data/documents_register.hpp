#pragma once

#include <string>

#include "emitters/base/report_words.hpp"
#include "emitters/data/sheets.hpp"
#include "pipeline/model/register.hpp"

namespace rapporteur {

// One row a document, one column a member.
Sheet register_sheet(const Register& documents);
// One row a disagreement.
Sheet disagreements_sheet(const Register& documents);

// register.csv, RFC 4180: the rows of register_sheet.
std::string register_rows_csv(const Register& documents);

// For a terminal: numbers and kinds, revisions, and what does not agree.
std::string register_text(const Register& documents);

}  // namespace rapporteur
