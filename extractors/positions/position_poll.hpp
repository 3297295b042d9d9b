#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extractors/positions/position_columns.hpp"
#include "extractors/positions/position_question.hpp"
#include "extractors/positions/position_reading.hpp"
#include "extractors/reading/grid.hpp"

namespace rapporteur {

// A table in which parties answer a question.
struct Poll {
  const DocumentScan& scan;
  const Grid& grid;
  const Wording& wording;
  Facts& facts;
  const QuestionReader& questions;
  std::string question;
  std::uint32_t table = 0;  // its number, as positions give it
};

// Reads the rows below the header: a party in each, and what it says to each question.
void read_poll_rows(const Poll& poll, const PollHeader& header);

// Columns that stand for one answer each: "Support | Object", "Option 1 | Option 2 | Option 3".
using Answers = std::vector<std::pair<std::uint32_t, Answer>>;

// The answer columns of a header row. Empty unless there are two at least; without a party column
// (`party` is none) every column must be one.
Answers answers_in(const Grid& grid, std::uint32_t row, std::uint32_t party,
                   const Wording& wording);
// Columns that each stand for a choice of that name, since they hold ticks and nothing else. Empty
// unless there are two at least.
Answers choices_in(const Grid& grid, std::uint32_t row, std::uint32_t party,
                   const Wording& wording);
// Reads the rows below `header`: a mark or words in the answer's column, or, without a party
// column, the names of parties.
void read_answers(const Poll& poll, std::uint32_t header, std::uint32_t party,
                  std::uint32_t comment, const Answers& answers);

// The names in a cell, where each paragraph may be a name of its own.
std::string names_in(const Grid& grid, std::uint32_t row, std::uint32_t column,
                     const Wording& wording);

// A table with an option or proposal in each row and names beside it.
struct OptionHeader {
  std::uint32_t option = kNoColumn;
  Answers names;  // the columns of names, and what those who stand there say to the option
};
// Such a header in `row`; none when there is none. `party` is the first column of parties.
std::optional<OptionHeader> option_header(const DocumentScan& scan, const Grid& grid,
                                          std::uint32_t row, std::uint32_t party,
                                          const Wording& wording);
// Reads the rows from `from` on.
void read_option_rows(const Poll& poll, std::uint32_t from, const OptionHeader& header);

// The organizations that the first row names, with their columns; empty unless most of its cells
// behind the first name one.
using PartyColumns = std::vector<std::pair<std::uint32_t, std::string>>;
PartyColumns party_columns(const Profile& profile, const Grid& grid);
// Reads the rows below it, a question in each; false when they hold no answers.
bool read_party_columns(const Poll& poll, const PartyColumns& parties);

}  // namespace rapporteur
