#pragma once

#include "validators/rule.hpp"

namespace rapporteur {

// Checks that several rules share: they differ in the parts that a profile asks for.

// The parts of a document that are not there, in one finding.
void check_parts(const Subject& in, Report& report);
inline constexpr RuleOption kPartOptions[] = {
    {"parts", "{}", "name of a part = pattern of its heading or label", true},
    {"in-text", "{}", "name of a part = pattern that also shows it, anywhere in the text", true},
    {"least", "1", "parts that a document has before the others are missed"},
};

// Each heading of the first level that stands behind one it belongs before, or has a number that
// is not its place.
void check_part_order(const Subject& in, Report& report);
inline constexpr RuleOption kOrderOptions[] = {
    {"order", "[]", "patterns of the headings, in their order", true},
    {"numbered", "false", "the first heading is clause 1, and so on"},
    {"least", "2", "headings of them that a document has before it is looked at"},
};

}  // namespace rapporteur
