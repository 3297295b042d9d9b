#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extractors/grid.hpp"
#include "extractors/position_question.hpp"
#include "extractors/position_reading.hpp"

namespace rapporteur {

// A table in which parties answer a question.
struct Poll {
  const DocumentScan& scan;
  const Grid& grid;
  const Wording& wording;
  Facts& facts;
  std::string question;
  std::uint32_t table = 0;  // its number, as positions give it
};

// Columns that stand for one answer each: "Support | Object", "Option 1 | Option 2 | Option 3".
using Answers = std::vector<std::pair<std::uint32_t, Answer>>;

// The answer columns of a header row. Empty unless there are two at least; without a party column
// (`party` is none) every column must be one.
Answers answers_in(const Grid& grid, std::uint32_t row, std::uint32_t party,
                   const Wording& wording);
// Reads the rows below `header`: a mark or words in the answer's column, or, without a party
// column, the names of parties.
void read_answers(const Poll& poll, std::uint32_t header, std::uint32_t party,
                  std::uint32_t comment, const Answers& answers);

// The column before the party's that says which answer a row is for, or none.
std::uint32_t answer_column(const DocumentScan& scan, const Grid& grid, std::uint32_t row,
                            std::uint32_t party, const Wording& wording);
// Reads rows that each hold an answer and who gives it.
void read_answer_rows(const Poll& poll, std::uint32_t from, std::uint32_t answer,
                      std::uint32_t party);

}  // namespace rapporteur
