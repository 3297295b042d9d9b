#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validators/rule.hpp"

namespace rapporteur {

// An entry of a clause of definitions: "3.2.1<tab>key relay [ITU-T X.1]: method of passing keys.",
// or a term on a line of its own. Views into the document's text.
struct DefinedTerm {
  BlockId block;
  std::string_view term;        // "key relay", without what stands in brackets behind it
  std::string_view definition;  // "" when the entry only points to its source
  BlockId defined_in;           // holds the definition
  bool has_source = false;      // names one in square brackets
  bool has_number = true;
  bool elsewhere = false;  // stands among the terms that other texts define
  BlockId heading;         // of the clause it stands in
};

// The entries of the clauses whose titles the options "elsewhere" and "here" match, in reading
// order, with and without a number.
std::vector<DefinedTerm> all_terms(const Subject& in);
// Those of them that are sure: with the option "numbered" only what has a number is one.
std::vector<DefinedTerm> terms(const Subject& in);

// Paragraphs of these clauses that have a number and a dash where an entry has its colon; `term` is
// what stands before the dash.
std::vector<DefinedTerm> dashed_terms(const Subject& in);

inline constexpr RuleOption kTermOptions[] = {
    {"elsewhere", "", "pattern of the title of the clause of terms that other texts define", true},
    {"here", "", "pattern of the title of the clause of terms that this text defines", true},
    {"words", "", "pattern of what a definition does not hold, or does not begin with", true},
    {"numbered", "true", "each term has a number"},
    {"final-stop", "true", "a definition ends with a full stop; false: with none"},
};

}  // namespace rapporteur
