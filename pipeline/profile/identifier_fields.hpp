#pragma once

#include <re2/re2.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur {

using IdentifierFields = std::vector<std::pair<std::string, std::string>>;

// The named groups that took part, in the pattern's order; a group "x_2" fills the field "x".
// Internal to pipeline/profile, as is the rest.
IdentifierFields fields_of(const re2::RE2& expression, const std::vector<re2::StringPiece>& found);

// The value of a field, or "".
std::string_view field_of(const IdentifierFields& fields, std::string_view name);
void set_field(IdentifierFields& fields, std::string_view name, std::string value);

// Does to the fields what IdentifierFamily::steps says. Doing it twice changes nothing more.
void take_steps(const std::vector<std::string>& steps, IdentifierFields& fields);

// Whether a step is one that take_steps knows.
bool is_step(std::string_view step);

// Without the zeros before the first other digit of each number: "SG05" -> "SG5".
std::string unpadded(std::string_view value);

}  // namespace rapporteur
