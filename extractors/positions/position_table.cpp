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
    if (lists_offices(grid, row) || counts_votes(grid, row)) return false;
    const std::uint32_t party = party_column(grid, row);
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
    const Poll asked = poll(grid);
    const auto header = poll_header(scan_, grid, row, party, asked.question, wording_);
    if (!header) return false;
    read_poll_rows(asked, *header);
    return true;
  }

  // "Candidate | Organization | Votes": who was voted for, and not who voted.
  bool counts_votes(const Grid& grid, std::uint32_t row) const {
    const Wording& votes = scan_.profile().wording_of("votes");
    const Table& table = grid.table();
    return scan_.column(table, row, votes.named("candidate-column")) != kNoColumn &&
           scan_.column(table, row, votes.named("votes-column")) != kNoColumn;
  }

  // "Position | Name | Organization": offices that people hold, which answer nothing.
  bool lists_offices(const Grid& grid, std::uint32_t row) const {
    const std::uint32_t column = first(grid, row, "office-column");
    if (column == kNoColumn) return false;
    bool office = first(grid, row, "person-column") != kNoColumn;
    for (std::uint32_t below = row + 1; below < grid.rows(); ++below) {
      const std::string words = grid.text(below, column);
      if (!read_stance_cell(words, wording_).pattern.empty() || read_answer(words, wording_)) {
        return false;
      }
      office = office || matches(words, wording_.named("office"));
    }
    return office;
  }

  std::uint32_t first(const Grid& grid, std::uint32_t row, std::string_view columns) const {
    return scan_.column(grid.table(), row, wording_.named(columns));
  }

  // By its header, else by what stands below: a first column of organizations beside answers.
  std::uint32_t party_column(const Grid& grid, std::uint32_t row) const {
    const std::uint32_t named = scan_.column(grid.table(), row, party_);
    if (named != kNoColumn) return named;
    const bool answers =
        scan_.column(grid.table(), row, wording_.named("stance-column"), 1) != kNoColumn ||
        scan_.column(grid.table(), row, comment_, 1) != kNoColumn;
    return answers && holds_organizations(grid, row + 1) ? 0 : kNoColumn;
  }

  bool holds_organizations(const Grid& grid, std::uint32_t from) const {
    std::size_t filled = 0;
    std::size_t known = 0;
    for (std::uint32_t row = from; row < grid.rows(); ++row) {
      const std::vector<PartyReading> parties = read_parties(grid.text(row, 0), wording_);
      filled += parties.empty() ? 0 : 1;
      known += std::ranges::any_of(parties, [&](const PartyReading& each) {
        return scan_.profile().organizations.find(each.party) != nullptr;
      });
    }
    return known >= 2 && known * 2 > filled;
  }

  // "Support | Alba, Bretta" in the very first row, or parties in it and questions below.
  bool read_without_header(const Grid& grid) {
    const PartyColumns parties = party_columns(scan_.profile(), grid);
    if (!parties.empty() && read_party_columns(poll(grid), parties)) return true;
    if (read_forms(grid)) return true;
    if (grid.columns() != 2 || !read_answer(grid.text(0, 0), wording_)) return false;
    if (read_party_list(grid.text(0, 1), wording_).empty()) return false;
    read_option_rows(poll(grid), 0, {0, {{1, Answer{Stance::support, {}}}}});
    return true;
  }

  // "1 – Alba | We support this.": replies to a form, numbered, below its title or without one.
  bool read_forms(const Grid& grid) {
    const Patterns numbered = wording_.named("numbered-party");
    std::uint32_t first = 0;
    if (grid.columns() > 1 && grid.is_band(0)) first = 1;
    if (grid.columns() != 2 || grid.rows() < first + 2) return false;
    for (std::uint32_t row = first; row < grid.rows(); ++row) {
      if (!matches(grid.text(row, 0), numbered)) return false;
    }
    PollHeader header;
    header.first_row = first;
    header.party = 0;
    header.asked = {{{}, kNoColumn, 1, {}}};
    read_poll_rows(poll(grid), header);
    return true;
  }

  Poll poll(const Grid& grid) {
    return {scan_,
            grid,
            wording_,
            facts_,
            questions_,
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
