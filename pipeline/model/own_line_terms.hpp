#pragma once

#include <string_view>
#include <vector>

#include "pipeline/model/document.hpp"

namespace rapporteur {

// A term that stands on a line of its own below its number, with its definition below it, as ISO
// and IEC set them (ISO/IEC Directives, Part 2, 16.5):
//   3.1
//   lock
//   device that holds a door
// The number and the term may also be the heading of a clause: "3.1 lock".
struct OwnLineTerm {
  std::string_view name;    // into the document's text
  BlockId block;            // holds the name
  BlockId meaning;          // the paragraph that defines it; admitted terms may stand between
  BlockRange blocks;        // from the number to what comes after the entry
  bool has_source = false;  // "[SOURCE: ISO/IEC 39950:2024, 3.7]" stands below
};

// Those of a clause and the clauses within it, in reading order. Empty where terms stand in the
// lines of their definitions.
std::vector<OwnLineTerm> own_line_terms(const Document& doc, const Clause& clause);

}  // namespace rapporteur
