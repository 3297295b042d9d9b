#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// What a number format of a workbook makes of a number, as far as it is kept.
enum class NumberLook { number, percent, date, time };

// By the id of a built-in format and the code of a format of the workbook's own, "" for none
// (ECMA-376-1 18.8.30).
NumberLook number_look(unsigned id, std::string_view code);

// The number that `stored` is as people see it: "1.1" of "1.1000000000000001", "12.5%",
// "2027-05-03", "2027-05-03 09:30", "09:30". `from_1904`: days are counted from 1904, not from
// 1900. What cannot be shown so stays as it is.
std::string shown_number(const std::string& stored, NumberLook look, bool from_1904);

}  // namespace rapporteur
