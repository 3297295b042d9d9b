#include <algorithm>

#include "extractors/positions/position_poll.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

class TableReader {
 public:
  TableReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        questions_(scan, wording),
        party_(wording.named("party-column")),
        comment_(wording.named("comment-column")) {}

  void read(const Table& table) {
    const Grid grid(doc_, table);
    for (std::uint32_t row = 0; row < std::min(grid.rows(), kDeepestHeader); ++row) {
      if (!read_below(grid, row)) continue;
      previous_ = table.block;
      return;
    }
  }

 private:
  // Whether `row` is the header of a poll; if so, the poll is read.
  bool read_below(const Grid& grid, std::uint32_t row) {
    const std::uint32_t party = scan_.column(grid.table(), row, party_);
    if (const auto options = option_header(scan_, grid, row, party, wording_)) {
      read_option_rows(poll(grid), row + 1, *options);
      return true;
    }
    Answers answers = answers_in(grid, row, party, wording_);
    if (answers.empty() && party != kNoColumn) answers = choices_in(grid, row, party, wording_);
    if (!answers.empty()) {
      read_answers(poll(grid), row, party, comment_column(grid, row, party), answers);
      return true;
    }
    if (party == kNoColumn) return row == 0 && read_without_header(grid);
    const std::optional<PollHeader> header = poll_header(scan_, grid, row, party, wording_);
    if (!header) return false;
    read_poll_rows(poll(grid), *header);
    return true;
  }

  // "Support | Alba, Bretta" in the very first row, or parties in it and questions below.
  bool read_without_header(const Grid& grid) {
    const PartyColumns parties = party_columns(scan_.profile(), grid);
    if (!parties.empty() && read_party_columns(poll(grid), parties)) return true;
    if (grid.columns() != 2 || !read_answer(grid.text(0, 0), wording_)) return false;
    if (read_party_list(grid.text(0, 1), wording_).empty()) return false;
    read_option_rows(poll(grid), 0, {0, {{1, Answer{Stance::support, {}}}}});
    return true;
  }

  Poll poll(const Grid& grid) {
    return {scan_,
            grid,
            wording_,
            facts_,
            questions_.of_table(grid.table(), previous_),
            questions_.number_of(grid)};
  }

  std::uint32_t comment_column(const Grid& grid, std::uint32_t row, std::uint32_t party) const {
    const std::uint32_t column = scan_.column(grid.table(), row, comment_);
    if (column == kNoColumn || column != party) return column;
    return scan_.column(grid.table(), row, comment_, party + 1);
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  QuestionReader questions_;
  Patterns party_;
  Patterns comment_;
  BlockId previous_;
};

}  // namespace

void extract_position_tables(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  const Document& doc = scan.doc();
  TableReader reader(scan, wording, facts);
  for (const Table& table : doc.tables()) {
    // A table inside a comment is somebody's material, not a poll.
    if (!doc.block(table.block).cell) reader.read(table);
  }
}

}  // namespace rapporteur
