#pragma once

#include <string_view>
#include <vector>

namespace rapporteur {

// The clause number a heading starts with, and the words after it.
//   "7.2.1 Procedure" -> {"7.2.1", "Procedure"}   "1<tab>Scope" -> {"1", "Scope"}
//   "Annex A Terms"   -> {"", "Annex A Terms"}    "A.3.1 General" -> {"A.3.1", "General"}
//   "§ 3.2 Voting"    -> {"3.2", "Voting"}
struct NumberedText {
  std::string_view number;  // without a closing full stop or bracket; empty when there is none
  std::string_view title;
};
NumberedText split_number(std::string_view heading);

// "7.2.1" -> {7, 2, 1}; a letter counts from A, so "B.3" -> {2, 3}. Empty when malformed or when
// a part exceeds 9999.
std::vector<int> number_parts(std::string_view number);

// "I", "II", … "XXXIX" and the same in lower case -> 1 … 39; 0 for anything else.
int roman_value(std::string_view text);

}  // namespace rapporteur
