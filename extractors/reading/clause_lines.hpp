#pragma once

#include "pipeline/model/document.hpp"

namespace rapporteur {

// "5.2\tThe group agreed …": the number is no part of the sentence; in "2 groups were set up" it
// is, and "X.1234 Title" begins with the number of a text.
TextRange after_clause_number(const Document& doc, TextRange words);

// Whether a paragraph, no item of a list, has the number behind that of another, as 6.7 has behind
// 6.6.
bool is_next_clause(const Document& doc, BlockId id, BlockId from);

}  // namespace rapporteur
