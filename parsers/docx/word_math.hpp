#pragma once

#include <string>

#include "parsers/reader.hpp"
#include "parsers/xml/xml_reader.hpp"

namespace rapporteur {

// The formula that is open (m:oMath or m:oMathPara), written in one line in the notation Word
// itself uses for that: "(a+b)/c", "x_i^2", "∑_(i=1)^n", "√(n&x)", "■(a&b@c&d)".
std::string read_linear_math(XmlReader& xml, View view);

}  // namespace rapporteur
