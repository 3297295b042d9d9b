#pragma once

#include <string>
#include <vector>

#include "pipeline/model/document.hpp"

namespace rapporteur {

// The body of a document as a text extraction writes it (docs/formats/text.md): a tab before each
// cell, a blank line after each row, two after a table. What the convention has no words for is
// lost: which columns a cell covers, where a nested table's cells end, empty paragraphs in a cell.
std::string text_twin(const Document& doc);

// A table as the convention can say it: the cells of each row, each the lines of its paragraphs. A
// cell that goes on from the row above is empty. Nested tables are lines of the cell they stand in.
using TableWords = std::vector<std::vector<std::string>>;

// The tables of the body that stand in no other, in reading order.
std::vector<TableWords> tables_of(const Document& doc);

}  // namespace rapporteur
