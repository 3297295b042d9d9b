#pragma once

#include <string>

#include "pipeline/model/register.hpp"

namespace rapporteur {

// register.json: `documents`, `chains` and `issues`, one record a line.
std::string register_json(const Register& documents);

// register.csv, RFC 4180: one row a document.
std::string register_rows_csv(const Register& documents);

// For a terminal: numbers and kinds, revisions, and what does not agree.
std::string register_text(const Register& documents);

}  // namespace rapporteur
