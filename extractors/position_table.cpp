#include <algorithm>

#include "extractors/position_poll.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kFromCell = 100;
constexpr int kFromComment = 70;
constexpr int kNotUnderstood = 50;

struct Columns {
  std::uint32_t party = kNoColumn;
  std::uint32_t stance = kNoColumn;
  std::uint32_t comment = kNoColumn;
  std::uint32_t consulted = kNoColumn;
  bool found() const { return party != kNoColumn && (stance != kNoColumn || comment != kNoColumn); }
};

// A poll with a row for each party and what it says in one column.
class RowReader {
 public:
  RowReader(const Poll& poll, const Columns& columns, std::uint32_t from)
      : poll_(poll), grid_(poll.grid), columns_(columns), from_(from) {}

  void read() {
    for (std::uint32_t row = from_; row < grid_.rows(); ++row) {
      if (continues(row)) {
        for (Fact& fact : pending_) extend(fact, row);
        continue;
      }
      flush();
      read_row(row);
    }
    flush();
  }

 private:
  void flush() {
    for (Fact& fact : pending_) {
      poll_.facts.add(std::move(fact.value), fact.block, fact.where, std::move(fact.pattern),
                      fact.confidence, std::move(fact.reason));
    }
    pending_.clear();
  }

  // A row without a party of its own goes on with what the row above it says.
  bool continues(std::uint32_t row) const {
    if (row == from_) return false;
    const Table& table = grid_.table();
    const bool same_cell = table.at(row, columns_.party) == table.at(row - 1, columns_.party);
    const bool blank = grid_.text(row, columns_.party).empty();
    const bool own_stance = columns_.stance != kNoColumn &&
                            !grid_.text(row, columns_.stance).empty() &&
                            table.at(row, columns_.stance) != table.at(row - 1, columns_.stance);
    return (blank || same_cell) && !own_stance;
  }

  void extend(Fact& fact, std::uint32_t row) const {
    if (columns_.comment == kNoColumn) return;
    const std::string more = grid_.lines(row, columns_.comment);
    if (more.empty()) return;
    Position& position = std::get<Position>(fact.value);
    position.comment += (position.comment.empty() ? "" : " / ") + more;
    fact.where.end = std::max(fact.where.end, grid_.row_range(row).end);
  }

  void read_row(std::uint32_t row) {
    Position position;
    position.question = poll_.question;
    position.table = poll_.table;
    position.row = row - from_ + 1;
    if (columns_.stance != kNoColumn) position.as_written = grid_.text(row, columns_.stance);
    if (columns_.comment != kNoColumn) position.comment = grid_.lines(row, columns_.comment);
    if (columns_.consulted != kNoColumn) position.consulted = grid_.text(row, columns_.consulted);
    Fact fact;
    give_stance(position, fact);
    fact.block = grid_.first_block(row, columns_.party);
    fact.where = grid_.row_range(row);
    for (PartyReading& party : read_parties(grid_.text(row, columns_.party), poll_.wording)) {
      give_party(position, std::move(party));
      fact.value = position;
      pending_.push_back(fact);
    }
  }

  void give_party(Position& position, PartyReading party) const {
    position.party = std::move(party.party);
    position.office = std::move(party.office);
    // Whoever moderates the discussion speaks in its own name too.
    if (position.as_written.empty() && position.office.empty() &&
        matches(position.comment, poll_.wording.named("moderator-remark"))) {
      position.office = "moderator";
      position.stance = Stance::none;
    }
  }

  void give_stance(Position& position, Fact& fact) const {
    const Wording& wording = poll_.wording;
    StanceReading reading = read_stance_cell(position.as_written, wording);
    fact.confidence = kFromCell;
    if (reading.pattern.empty()) {
      if (const auto answer = read_answer(position.as_written, wording)) {
        reading = {answer->stance, "option"};
        position.question = with_option(position.question, answer->option);
      }
    }
    if (reading.pattern.empty()) {
      reading = read_stance_in_comment(position.comment, wording);
      fact.confidence = kFromComment;
      fact.reason = "the stance is read from the comment";
    }
    if (reading.pattern.empty() && position.as_written.empty() && position.comment.empty()) {
      reading = {Stance::none, "empty-cells"};
      fact.reason = "no words in the row";
    } else if (reading.pattern.empty()) {
      reading.pattern = "position-table";
      fact.confidence = kNotUnderstood;
      fact.reason = "the words say no stance that is known";
    }
    position.stance = reading.stance;
    fact.pattern = std::move(reading.pattern);
  }

  const Poll& poll_;
  const Grid& grid_;
  Columns columns_;
  std::uint32_t from_;
  std::vector<Fact> pending_;  // what a continuing row adds to
};

class TableReader {
 public:
  TableReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        wording_(wording),
        facts_(facts),
        questions_(scan, wording),
        party_(wording.named("party-column")),
        stance_(wording.named("stance-column")),
        comment_(wording.named("comment-column")),
        consulted_(wording.named("consulted-column")) {}

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
    if (const Answers answers = answers_in(grid, row, party, wording_); !answers.empty()) {
      read_answers(poll(grid), row, party, other_column(grid, row, party, comment_), answers);
      return true;
    }
    if (party == kNoColumn) return row == 0 && read_without_header(grid);
    const Columns columns{party, other_column(grid, row, party, stance_),
                          other_column(grid, row, party, comment_),
                          other_column(grid, row, party, consulted_)};
    // "Option | Companies": the answer stands before who gives it.
    if (const std::uint32_t answer = answer_column(scan_, grid, row, party, wording_);
        answer != kNoColumn) {
      read_answer_rows(poll(grid), row + 1, answer, columns.party);
      return true;
    }
    if (!columns.found()) return false;
    RowReader(poll(grid), columns, row + 1).read();
    return true;
  }

  // "Support | Alba, Bretta" in the very first row.
  bool read_without_header(const Grid& grid) {
    if (grid.columns() != 2 || !read_answer(grid.text(0, 0), wording_)) return false;
    if (read_party_list(grid.text(0, 1), wording_).empty()) return false;
    read_answer_rows(poll(grid), 0, 0, 1);
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

  std::uint32_t other_column(const Grid& grid, std::uint32_t row, std::uint32_t party,
                             Patterns patterns) const {
    const std::uint32_t column = scan_.column(grid.table(), row, patterns);
    if (column == kNoColumn || column != party) return column;
    return scan_.column(grid.table(), row, patterns, party + 1);
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  QuestionReader questions_;
  Patterns party_;
  Patterns stance_;
  Patterns comment_;
  Patterns consulted_;
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
