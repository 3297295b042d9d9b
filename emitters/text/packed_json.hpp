#pragma once

#include <string>

#include "emitters/base/results_json.hpp"

namespace rapporteur {

// JSON in which every value and every list of names stands once, as text: many facts share their
// question, their words and their kind, and a page opens the sooner the less there is of it.
//
//   {"values": [V…], "names": [[NAME…]…], "data": [NUMBER…]}
//
// `data` is one part: the number of a value; -1, a count and so many parts, which is an array; or
// -2 and less, an object with the names of number 0 and more, and a part for each. No "<" stands
// in the text, so that it may stand in a script element.
std::string packed_json(const Json& json);

}  // namespace rapporteur
