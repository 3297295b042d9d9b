#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"
#include "validators/reading/shared_scan.hpp"
#include "validators/rule.hpp"

namespace rapporteur {

// A place where the text cites clauses, tables, figures or annexes by number.
struct Citation {
  BlockId block;
  std::string_view word;             // "Tables"
  std::string_view text;             // "Tables 3.2 to 3.4"
  std::vector<std::string> numbers;  // "3.2" "3.3" "3.4": ranges spelled out
  bool onwards = false;              // "Tables 12 onwards"
  // It says, before or after, that it means another document.
  bool external = false;
};

// Citations after one of `words` ("Table", "Tables"), ASCII case ignored. `documents` are patterns
// of what names another document; a citation after such a name in its sentence is external.
std::vector<Citation> citations(SharedScan& shared, const std::vector<std::string>& words,
                                const std::vector<std::string>& documents);

// "3.2" and "3.5" as "3.2" "3.3" "3.4" "3.5"; the two alone when they are no range.
std::vector<std::string> spelled_out(std::string_view from, std::string_view to);

}  // namespace rapporteur
