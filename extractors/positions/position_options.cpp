#include <algorithm>

#include "extractors/positions/position_poll.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kFromList = 90;
constexpr int kFromCell = 100;

// The parties named in a cell, each with the same position; a bracket behind a name is its remark.
void add_parties(const Poll& poll, std::uint32_t row, std::uint32_t column, Position position) {
  const std::string names = names_in(poll.grid, row, column, poll.wording);
  const Stance stance = position.stance;
  for (PartyReading& party : read_party_list(names, poll.wording)) {
    position.party = std::move(party.party);
    position.office = std::move(party.office);
    position.comment = std::move(party.note);
    position.stance = stance_with_note(stance, position.comment, poll.wording);
    poll.facts.add(position, poll.grid.first_block(row, column), poll.grid.range(row, column),
                   "names-beside-answer", kFromList, "read from a list of names");
  }
}

// What those in a column of this header say to the option of their row.
std::optional<Answer> answer_of(const std::string& header, const Wording& wording) {
  std::optional<Answer> answer = read_answer(header, wording);
  if (answer && (!answer->option.empty() || answer->stance == Stance::none)) answer.reset();
  return answer;
}

// Whether an option or a stance stands in most of the rows of the first column.
bool holds_options(const Grid& grid, std::uint32_t header, const Wording& wording) {
  std::uint32_t filled = 0;
  std::uint32_t options = 0;
  for (std::uint32_t row = header + 1; row < grid.rows(); ++row) {
    const std::string words = grid.text(row, 0);
    filled += words.empty() ? 0 : 1;
    options += read_answer(words, wording) ? 1 : 0;
  }
  return options > 0 && options * 2 >= filled;
}

// The same for a column without a header.
bool lists_options(const Grid& grid, std::uint32_t header, const Wording& wording) {
  return grid.text(header, 0).empty() && holds_options(grid, header, wording);
}

// "Views | ", over both columns or the first: stances or options with those who take them.
bool heads_both(const Grid& grid, std::uint32_t header, const Wording& wording) {
  if (grid.columns() != 2) return false;
  const bool one_header =
      grid.text(header, 1).empty() || grid.table().at(header, 0) == grid.table().at(header, 1);
  return one_header && holds_options(grid, header, wording);
}

// Whether what stands in the column is lists of names; one of several names at least, so that it is
// no column of single words.
bool holds_lists(const Grid& grid, std::uint32_t header, std::uint32_t column,
                 const Wording& wording) {
  bool several = false;
  for (std::uint32_t row = header + 1; row < grid.rows(); ++row) {
    const std::string words = grid.text(row, column);
    if (words.empty() || grid.is_band(row)) continue;
    const auto parties = read_party_list(names_in(grid, row, column, wording), wording);
    if (parties.empty() || matches(words, wording.named("mark"))) return false;
    several = several || parties.size() > 1;
  }
  return several;
}

// "Principle | Supporting companies | Objecting companies": the first column that is headed by a
// stance and has lists of names; what it is about stands before it. 0 when there is none.
std::uint32_t first_lists(const Grid& grid, std::uint32_t row, const Wording& wording) {
  for (std::uint32_t column = 1; column < grid.columns(); ++column) {
    if (answer_of(grid.text(row, column), wording)) {
      return holds_lists(grid, row, column, wording) ? column : 0;
    }
  }
  return 0;
}

StanceReading read_mark(const std::string& words, const Wording& wording) {
  if (words.empty()) return {Stance::none, "empty-cells"};
  StanceReading reading = read_stance_cell(words, wording);
  if (reading.pattern.empty() && matches(words, wording.named("mark"))) {
    reading = {Stance::support, "mark"};
  }
  return reading;
}

}  // namespace

std::string names_in(const Grid& grid, std::uint32_t row, std::uint32_t column,
                     const Wording& wording) {
  const std::string all = grid.raw(row, column);
  std::string out;
  for (const std::string_view line : split(all, '\n')) {
    const bool named = std::ranges::any_of(out, is_alpha);  // and not "(5)" alone
    if (!out.empty()) out += named ? ", " : " ";
    out += collapse(line);
  }
  return names_behind_count(collapse(out), wording);
}

std::optional<OptionHeader> option_header(const DocumentScan& scan, const Grid& grid,
                                          std::uint32_t row, std::uint32_t party,
                                          const Wording& wording) {
  OptionHeader header;
  header.option = scan.column(grid.table(), row, wording.named("answer-column"));
  if (header.option == kNoColumn && lists_options(grid, row, wording)) header.option = 0;
  if (header.option == kNoColumn) {
    if (const std::uint32_t lists = first_lists(grid, row, wording)) header.option = lists - 1;
  }
  // " | Companies": whatever stands before those who are for it.
  const bool unnamed = grid.columns() == 2 && party == 1 && grid.text(row, 0).empty();
  if (unnamed && holds_lists(grid, row, 1, wording)) header.option = 0;
  if (header.option == kNoColumn || (party != kNoColumn && party < header.option)) return {};
  for (std::uint32_t column = header.option + 1; column < grid.columns(); ++column) {
    const auto answer = answer_of(grid.text(row, column), wording);
    if (answer) header.names.emplace_back(column, *answer);
  }
  // "Option | Companies": those named are for it.
  if (header.names.empty() && party != kNoColumn) {
    header.names.emplace_back(party, Answer{Stance::support, {}});
  }
  if (header.names.empty() && heads_both(grid, row, wording) &&
      holds_lists(grid, row, 1, wording)) {
    header.names.emplace_back(1, Answer{Stance::support, {}});
  }
  if (header.names.empty()) return {};
  return header;
}

void read_option_rows(const Poll& poll, std::uint32_t from, const OptionHeader& header) {
  for (std::uint32_t row = from; row < poll.grid.rows(); ++row) {
    const std::string words = poll.grid.text(row, header.option);
    if (words.empty()) continue;
    const Answer read = read_answer(words, poll.wording).value_or(Answer{Stance::support, words});
    for (const auto& [column, answer] : header.names) {
      Position position;
      const bool plain = answer.stance == Stance::support;
      position.stance = plain ? read.stance : answer.stance;
      position.as_written = words;
      position.question = with_option(poll.question, read.option);
      position.table = poll.table;
      position.row = row - from + 1;
      add_parties(poll, row, column, std::move(position));
    }
  }
}

PartyColumns party_columns(const Profile& profile, const Grid& grid) {
  PartyColumns out;
  std::size_t filled = 0;
  for (std::uint32_t column = 1; column < grid.columns(); ++column) {
    const std::string words = grid.text(0, column);
    if (words.empty()) continue;
    ++filled;
    if (profile.organizations.find(words) != nullptr) out.emplace_back(column, words);
  }
  if (out.size() < 2 || out.size() * 2 < filled) out.clear();
  return out;
}

bool read_party_columns(const Poll& poll, const PartyColumns& parties) {
  const Grid& grid = poll.grid;
  std::vector<Fact> facts;
  std::size_t filled = 0;
  std::size_t read = 0;
  for (std::uint32_t row = 1; row < grid.rows(); ++row) {
    const std::string question = grid.text(row, 0);
    if (question.empty()) continue;
    for (const auto& [column, party] : parties) {
      Position position;
      position.party = party;
      position.question = question;
      position.as_written = grid.text(row, column);
      position.table = poll.table;
      position.row = row;
      const StanceReading reading = read_mark(position.as_written, poll.wording);
      position.stance = reading.stance;
      filled += position.as_written.empty() ? 0 : 1;
      read += position.as_written.empty() || reading.pattern.empty() ? 0 : 1;
      facts.push_back({std::move(position),
                       grid.first_block(row, column),
                       grid.row_range(row),
                       "party-column",
                       kFromCell,
                       {}});
    }
  }
  if (read == 0 || read * 2 < filled) return false;
  for (Fact& fact : facts) {
    poll.facts.add(std::move(fact.value), fact.block, fact.where, std::move(fact.pattern),
                   fact.confidence, std::move(fact.reason));
  }
  return true;
}

}  // namespace rapporteur
