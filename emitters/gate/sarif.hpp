#pragma once

#include <string>
#include <string_view>

#include "emitters/emitter.hpp"

namespace rapporteur {

// SARIF 2.1.0. A text file's findings have the line of the file; those of other formats have the
// line and the characters of the document's text as `rapporteur dump` shows it, since such a file
// has no lines of its own. Suppressed and baselined findings are marked, not left out.
Result<std::string> emit_sarif(const Results& results, const EmitOptions& options);

// A path as a URI reference: UTF-8, everything but unreserved characters and "/" in percent.
std::string uri_of(std::string_view path);

}  // namespace rapporteur
