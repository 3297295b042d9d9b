#include "extractors/positions/vote_tables.hpp"

#include <algorithm>
#include <optional>

#include "extractors/positions/vote_counts.hpp"
#include "extractors/reading/records.hpp"
#include "pipeline/text/whole_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kFromTable = 100;
constexpr int kFromCell = 90;

constexpr ColumnSpec kColumns[] = {{"in-favour-column", true}, {"against-column", true},
                                   {"abstained-column"},       {"question-column"},
                                   {"result-column"},          {"in-favour-too-column"}};
// A poll with five answers: strongly in favour, in favour, neutral, against, strongly against.
constexpr ColumnSpec kFiveAnswers[] = {{"strongly-in-favour-column", true},
                                       {"weakly-in-favour-column", true},
                                       {"neutral-column", true},
                                       {"weakly-against-column", true},
                                       {"strongly-against-column", true},
                                       {"question-column"}};
constexpr ColumnSpec kCandidates[] = {{"candidate-column", true}, {"votes-column", true}};

std::optional<std::uint32_t> count_in(std::string_view text) {
  const std::optional<int> value = whole_number(text);
  if (!value || *value < 0) return {};
  return static_cast<std::uint32_t>(*value);
}

class VoteTable {
 public:
  VoteTable(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan), doc_(scan.doc()), wording_(wording), facts_(facts) {}

  void read(const Table& table) {
    if (const auto votes = Records::find(scan_, table, wording_, kColumns)) {
      for (std::uint32_t row = votes->first_row(); row < votes->end_row(); ++row) {
        read_row(*votes, row);
      }
    } else if (const auto poll = Records::find(scan_, table, wording_, kFiveAnswers)) {
      for (std::uint32_t row = poll->first_row(); row < poll->end_row(); ++row) {
        read_poll(*poll, row);
      }
    } else if (const auto election = Records::find(scan_, table, wording_, kCandidates)) {
      for (std::uint32_t row = election->first_row(); row < election->end_row(); ++row) {
        read_candidate(*election, row);
      }
    } else if (!read_labelled(Grid(doc_, table))) {
      read_cells(Grid(doc_, table));
    }
  }

 private:
  void read_row(const Records& records, std::uint32_t row) {
    const auto in_favour = count_in(records.text(row, "in-favour-column"));
    const auto against = count_in(records.text(row, "against-column"));
    if (!in_favour || !against) return;
    Vote vote;
    vote.question = records.text(row, "question-column");
    if (vote.question.empty()) vote.question = asked_above(records.grid().table());
    const auto too = count_in(records.text(row, "in-favour-too-column"));
    vote.in_favour = *in_favour + too.value_or(0);
    vote.against = *against;
    vote.abstained = count_in(records.text(row, "abstained-column")).value_or(0);
    vote.result = records.text(row, "result-column");
    add(std::move(vote), records, row, "vote-table");
  }

  // The title of a result of voting, unless the words right above the table name the vote.
  std::string asked_above(const Table& table) const {
    const Patterns trigger = wording_.named("trigger");
    const std::string above = words_above(doc_, table);
    const std::string& title = doc_.identity().title;
    return matches(title, trigger) && !matches(above, trigger) ? title : above;
  }

  void read_poll(const Records& records, std::uint32_t row) {
    std::uint32_t counts[5] = {};
    for (std::size_t i = 0; i < std::size(counts); ++i) {
      const auto count = count_in(records.text(row, kFiveAnswers[i].pattern));
      if (!count) return;
      counts[i] = *count;
    }
    Vote vote;
    vote.question = records.text(row, "question-column");
    if (vote.question.empty()) vote.question = words_above(doc_, records.grid().table());
    vote.in_favour = counts[0] + counts[1];
    vote.abstained = counts[2];
    vote.against = counts[3] + counts[4];
    add(std::move(vote), records, row, "five-answers-table");
  }

  void read_candidate(const Records& records, std::uint32_t row) {
    const auto votes = count_in(records.text(row, "votes-column"));
    if (!votes) return;
    Vote vote;
    vote.question = records.text(row, "candidate-column");
    vote.in_favour = *votes;
    const bool nobody = matches(vote.question, wording_.named("abstained")) ||
                        matches(vote.question, wording_.named("nobody"));
    if (!vote.question.empty() && !nobody) add(std::move(vote), records, row, "election-table");
  }

  // "Approve | 145", "Disapprove | 106": a row for each count, with the number in its last cell.
  bool read_labelled(const Grid& grid) {
    Vote vote;
    std::uint32_t* const counts[] = {&vote.in_favour, &vote.against, &vote.abstained};
    bool told[3] = {};
    TextRange where;
    BlockId block;
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
      const auto count = count_in(doc_.text(grid.range(row, grid.columns() - 1)));
      for (std::size_t i = 0; count && i < std::size(counts); ++i) {
        const std::string label = grid.text(row, 0);
        if (told[i] || !matches(label, wording_.named(kColumns[i].pattern))) continue;
        told[i] = true;
        *counts[i] = *count;
        if (!block) block = grid.first_block(row, 0);
        if (where.empty()) where = grid.row_range(row);
        where.end = grid.row_range(row).end;
      }
    }
    if (!told[0] || !told[1]) return false;
    const std::string above = words_above(doc_, grid.table());
    // "Yes" and "No" have numbers in other tables too.
    if (!told[2] && !matches(above, wording_.named("trigger"))) return false;
    vote.question = matched_group(above, wording_.named("ballot-question"), "question");
    if (vote.question.empty()) vote.question = above;
    facts_.add(std::move(vote), block, where, "labelled-table", kFromTable);
    return true;
  }

  // "Motion 3: keep the clause | Carried with 12 in favour and 2 against": a count among other
  // words of a cell, on what stands first in its row.
  void read_cells(const Grid& grid) {
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
      for (std::uint32_t column = 1; column < grid.columns(); ++column) {
        const CellId cell = grid.table().at(row, column);
        const bool known = cell == grid.table().at(row, column - 1) ||
                           (row > 0 && cell == grid.table().at(row - 1, column));
        if (!known) read_cell(grid, row, column);
      }
    }
  }

  void read_cell(const Grid& grid, std::uint32_t row, std::uint32_t column) {
    const CellId cell = grid.table().at(row, column);
    if (!cell) return;
    const BlockRange blocks = doc_.cell(cell).blocks;
    for (BlockId id = blocks.begin; id < blocks.end; ++id.index) {
      if (!scan_.found(id, wording_.named("trigger"))) continue;
      for (const TextRange sentence : sentences(doc_, doc_.block(id).text)) {
        read_sentence(grid, row, column, sentence);
      }
    }
  }

  void read_sentence(const Grid& grid, std::uint32_t row, std::uint32_t column,
                     TextRange sentence) {
    if (!matches(doc_.text(sentence), wording_.named("cell-count"))) return;
    std::optional<VoteCount> count = read_count(doc_, sentence, wording_);
    if (!count) return;
    std::string matter = grid.text(row, 0);
    // A number without words is that of what stands beside it.
    if (column > 1 && std::ranges::none_of(matter, is_alpha)) matter = grid.text(row, 1);
    count->vote.question = matter.empty() ? words_above(doc_, grid.table()) : std::move(matter);
    const TextRange rest{sentence.begin, grid.range(row, column).end};
    if (const auto result = find_match(doc_, rest, wording_.named("result"))) {
      count->vote.result = lower_ascii(words_at(doc_, result->group("result")));
    }
    facts_.add(std::move(count->vote), grid.first_block(row, column), sentence, "cell-count",
               kFromCell, "counted among other words of a cell");
  }

  void add(Vote vote, const Records& records, std::uint32_t row, std::string pattern) {
    facts_.add(std::move(vote), records.block(row), records.range(row), std::move(pattern),
               kFromTable);
  }

  const DocumentScan& scan_;
  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
};

}  // namespace

void read_vote_table(const DocumentScan& scan, const Table& table, const Wording& wording,
                     Facts& facts) {
  VoteTable(scan, wording, facts).read(table);
}

}  // namespace rapporteur
