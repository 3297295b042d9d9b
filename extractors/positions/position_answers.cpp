#include <algorithm>

#include "extractors/positions/position_poll.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kFromMark = 100;
constexpr int kFromList = 90;
constexpr int kNotUnderstood = 50;

// The parties named in a cell, each with the same position; a bracket behind a name is its remark.
void add_parties(const Poll& poll, std::uint32_t row, std::uint32_t column, Position position,
                 std::string_view pattern) {
  const Stance stance = position.stance;
  for (PartyReading& party :
       read_party_list(names_in(poll.grid, row, column, poll.wording), poll.wording)) {
    position.party = std::move(party.party);
    position.office = std::move(party.office);
    position.comment = std::move(party.note);
    position.stance = stance_with_note(stance, position.comment, poll.wording);
    poll.facts.add(position, poll.grid.first_block(row, column), poll.grid.range(row, column),
                   std::string(pattern), kFromList, "read from a list of names");
  }
}

// What stands in an answer's column: a mark, "no", or words of its own.
bool answer_with(const Poll& poll, const std::string& cell, const Answer& answer,
                 Position& position) {
  if (cell.empty() || matches(cell, poll.wording.named("empty-mark"))) return false;
  position.stance = answer.stance;
  position.question = with_option(poll.question, answer.option);
  if (matches(cell, poll.wording.named("mark"))) return true;
  const StanceReading reading = read_stance_cell(cell, poll.wording);
  if (reading.pattern.empty()) {
    position.comment = cell;
    return true;
  }
  position.as_written = cell;
  // "No" below "Option 1" objects to it; "No" below "Support" says nothing of its own.
  if (answer.option.empty()) return reading.stance == Stance::support;
  position.stance = reading.stance;
  return reading.stance != Stance::none;
}

void add_row(const Poll& poll, std::uint32_t row, std::uint32_t party, Position position,
             int confidence, const std::string& reason) {
  for (PartyReading& each : read_parties(poll.grid.text(row, party), poll.wording)) {
    position.party = std::move(each.party);
    position.office = std::move(each.office);
    poll.facts.add(position, poll.grid.first_block(row, party), poll.grid.row_range(row),
                   "answer-column", confidence, reason);
  }
}

// The words of a remark; "(X)" below "Comments" says only that there are some elsewhere.
std::string remark_in(const Poll& poll, std::uint32_t row, std::uint32_t column) {
  std::string words = poll.grid.lines(row, column);
  const auto is = [&](std::string_view name) { return matches(words, poll.wording.named(name)); };
  if (is("empty-mark") || is("sure-mark")) words.clear();
  return words;
}

void read_marks(const Poll& poll, std::uint32_t header, std::uint32_t row, std::uint32_t party,
                std::uint32_t comment, const Answers& answers) {
  Position common;
  common.table = poll.table;
  common.row = row - header;
  if (comment != kNoColumn) common.comment = remark_in(poll, row, comment);
  bool answered = false;
  for (const auto& [column, answer] : answers) {
    Position position = common;
    position.as_written = poll.grid.text(header, column);
    if (!answer_with(poll, poll.grid.text(row, column), answer, position)) continue;
    answered = true;
    add_row(poll, row, party, std::move(position), kFromMark, {});
  }
  if (answered) return;
  common.question = poll.question;
  const StanceReading reading = read_stance_in_comment(common.comment, poll.wording);
  const bool silent = common.comment.empty();
  common.stance = silent ? Stance::none : reading.stance;
  add_row(poll, row, party, std::move(common), silent ? kFromMark : kNotUnderstood,
          silent ? "no words in the row" : "no column of an answer is marked");
}

// Whether the column has marks, and nothing but marks.
bool holds_marks(const Grid& grid, std::uint32_t from, std::uint32_t column,
                 const Wording& wording) {
  bool marked = false;
  for (std::uint32_t row = from; row < grid.rows(); ++row) {
    const std::string words = grid.text(row, column);
    if (words.empty()) continue;
    if (matches(words, wording.named("empty-mark"))) continue;
    if (!matches(words, wording.named("sure-mark"))) return false;
    marked = true;
  }
  return marked;
}

}  // namespace

Answers answers_in(const Grid& grid, std::uint32_t row, std::uint32_t party,
                   const Wording& wording) {
  Answers out;
  CellId seen;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    const CellId cell = grid.table().at(row, column);
    if (column == party || !cell || cell == seen) continue;
    seen = cell;
    const std::optional<Answer> answer = read_answer(grid.text(row, column), wording);
    if (answer && answer->stance != Stance::none) {
      out.emplace_back(column, *answer);
    } else if (party == kNoColumn) {
      return {};
    }
  }
  if (out.size() < 2) out.clear();
  return out;
}

Answers choices_in(const Grid& grid, std::uint32_t row, std::uint32_t party,
                   const Wording& wording) {
  Answers out;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    const std::string header = grid.text(row, column);
    if (column == party || header.empty() || !holds_marks(grid, row + 1, column, wording)) continue;
    out.emplace_back(column, Answer{Stance::support, header});
  }
  if (out.size() < 2) out.clear();
  return out;
}

void read_answers(const Poll& poll, std::uint32_t header, std::uint32_t party,
                  std::uint32_t comment, const Answers& answers) {
  for (std::uint32_t row = header + 1; row < poll.grid.rows(); ++row) {
    if (party != kNoColumn) {
      read_marks(poll, header, row, party, comment, answers);
      continue;
    }
    for (const auto& [column, answer] : answers) {
      Position position;
      position.stance = answer.stance;
      position.as_written = poll.grid.text(header, column);
      position.question = with_option(poll.question, answer.option);
      position.table = poll.table;
      position.row = row - header;
      add_parties(poll, row, column, std::move(position), "names-below-answer");
    }
  }
}

}  // namespace rapporteur
