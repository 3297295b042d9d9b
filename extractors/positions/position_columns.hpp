#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/reading/document_scan.hpp"
#include "extractors/reading/grid.hpp"

namespace rapporteur {

// One question of a poll with a row for each party, and the columns that answer it.
struct AskedColumns {
  std::string question;  // "": what the whole table asks
  std::uint32_t stance = kNoColumn;
  std::uint32_t comment = kNoColumn;
  bool letters = false;     // "a/b/c": cells give the letter of an option
  bool by_name = false;     // cells give an option by a name of its own: "TDD only"
  std::string option_word;  // "Option" where cells give only its number or letter
};

// The columns of such a poll.
struct PollHeader {
  std::uint32_t first_row = 0;  // below the header
  std::uint32_t party = kNoColumn;
  std::uint32_t consulted = kNoColumn;
  std::vector<AskedColumns> asked;
};

// The header of a poll in `row`, or in it and the row below, which then has the questions above and
// what answers them below; `party` is the column of names, `question` what is asked above the
// table. None when nothing in it answers.
std::optional<PollHeader> poll_header(const DocumentScan& scan, const Grid& grid, std::uint32_t row,
                                      std::uint32_t party, const std::string& question,
                                      const Wording& wording);

}  // namespace rapporteur
