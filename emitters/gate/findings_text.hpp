#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/results.hpp"

namespace rapporteur {

struct TextStyle {
  bool colour = false;  // ANSI colours; only for a terminal
};

// Findings for reading: by document and clause, each with the words around it and the fault
// underlined, then what could not be read and a line of totals. Suppressed and baselined findings
// are only counted. Ends in a line end.
std::string findings_text(const Results& results, const TextStyle& style = {});

// How many columns of a terminal `text` takes: wide East Asian characters count 2, combining marks
// 0, everything else 1. Takes well-formed UTF-8.
std::size_t display_width(std::string_view text);

}  // namespace rapporteur
