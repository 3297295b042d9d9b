#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/model/document.hpp"

namespace rapporteur {

// A finding that an example expects: at this block, with these words in its message.
struct Expectation {
  BlockId block;
  std::string message;
};

struct Sketch {
  Draft draft;
  std::vector<Expectation> expected;
  std::vector<std::pair<std::string, std::string>> settings;  // of `%` lines, in order
};

// Reads the notation in which examples are written, one block a line:
//   # text          heading, one # a level       - text     list item, two blanks a level
//   | a | b |       table row; `<` joins the cell to its left, `^` the one above; an empty line
//                   or any other line ends the table; `||` at the start marks a header row
//   @Style text     paragraph in that style (a name of several words: @{Heading 1} text)
//   = label = text  block with an automatic label: "= 2.1 = # Scope"
//   [1: text]       footnote 1 of the line above              %key value  setting, such as %kind td
//   [header: text]  a page header
//   {+ins+} {-del-} tracked changes          anything else is a paragraph
// A line ending in `<-- words` expects a finding there whose message holds the words. Line breaks
// in a cell or paragraph are written `\n`, tabs `\t`, a backslash `\\`.
Sketch read_sketch(std::string_view source);

}  // namespace rapporteur
