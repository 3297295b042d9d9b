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

// The options of a rule that reads citations.
inline constexpr RuleOption kCitationOptions[] = {
    {"words", "[]", "what a citation begins with: \"clause\", \"clauses\""},
    {"documents", "[]", "patterns of what names another document", true},
    {"least", "2", "numbered targets that the document must have"},
    {"between", "", "pattern of what stands between two numbers: \", \" \" and \"", true},
    {"ranges", "", "pattern of what makes a range of two numbers: \" to \"", true},
    {"onwards", "", "pattern behind a number from which on all are meant", true},
    {"companion", "", "pattern of what else is cited before the document is named", true},
    {"inside", "", "pattern behind a citation that means this text", true},
    {"outside", "", "pattern behind a citation that means another text", true},
};

// Citations in the text by the words of the rule's options, ASCII case of "words" ignored. A
// citation after the name of another document in its sentence is external, and one in passages of
// another text.
std::vector<Citation> citations(const Subject& in);
// How many numbered targets a document has in which citations are looked at.
std::size_t least_targets(const Subject& in, std::int64_t fallback);

// "3.2" as "9.9", "A.1" as "A.9": numbers of one form.
std::string number_shape(std::string_view number);

// "3.2" and "3.5" as "3.2" "3.3" "3.4" "3.5"; the two alone when they are no range.
std::vector<std::string> spelled_out(std::string_view from, std::string_view to);

}  // namespace rapporteur
