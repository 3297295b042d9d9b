#include <algorithm>

#include "extractors/positions/position_poll.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kFromCell = 100;
constexpr int kFromComment = 70;
constexpr int kNotUnderstood = 50;
constexpr std::string_view kBetweenLines = " / ";

// What a remark says of one of several questions: "Issue 1-1: Support option 2."
struct Remark {
  std::string question;
  std::string words;
};

// The remarks of a cell by the questions that its lines name; empty when it does not begin with
// one.
std::vector<Remark> remarks_in(std::string_view cell, const Wording& wording) {
  std::vector<Remark> out;
  for (const std::string_view line : split(cell, '\n')) {
    const std::string words = collapse(line);
    if (words.empty()) continue;
    const Capture label = capture(words, wording.named("remark-label"));
    if (label) {
      out.push_back({label.words("question"), label.words("rest")});
    } else if (out.empty()) {
      return {};
    } else {
      if (!out.back().words.empty()) out.back().words += kBetweenLines;
      out.back().words += words;
    }
  }
  // "Sub-topic 2-1" above "Issue 2-1-2: Fine" only says what the issue belongs to.
  if (out.size() > 1) std::erase_if(out, [](const Remark& each) { return each.words.empty(); });
  // The cell is a choice: "Proposal 2".
  if (out.size() == 1 && out.front().words.empty()) out.clear();
  return out;
}

// A poll with a row for each party and what it says to one question.
class RowReader {
 public:
  RowReader(const Poll& poll, const PollHeader& header, const AskedColumns& asked)
      : poll_(poll),
        grid_(poll.grid),
        header_(header),
        asked_(asked),
        question_(asked.question.empty() ? poll.question : poll.questions.stated(asked.question)),
        persons_behind_(header.first_row > 0 &&
                        matches(grid_.text(header.first_row - 1, header.party),
                                poll.wording.named("person-behind-party-column"))) {}

  // The facts of all rows, in their order.
  std::vector<Fact> read() {
    for (std::uint32_t row = header_.first_row; row < grid_.rows(); ++row) {
      if (is_one_cell(row)) {
        read_band(row);
      } else if (continues(row)) {
        for (std::size_t at = last_; at < facts_.size(); ++at) extend(facts_[at], row);
      } else {
        last_ = facts_.size();
        read_row(row);
      }
    }
    for (Fact& fact : facts_) take_over(fact);
    return std::move(facts_);
  }

 private:
  // "Same view as Alba", "Agree with Alba": what Alba says in this table.
  void take_over(Fact& fact) const {
    Position& position = std::get<Position>(fact.value);
    const std::string& words = position.as_written.empty() ? position.comment : position.as_written;
    const bool above = matches(words, poll_.wording.named("same-as-above"));
    const std::string other = matched_group(words, poll_.wording.named("same-as"), "party");
    if (!above && (other.empty() || other == position.party)) return;
    for (const Fact& each : facts_) {
      const Position& known = std::get<Position>(each.value);
      const bool meant = above ? known.row + 1 == position.row : known.party == other;
      if (!meant || known.question != position.question) continue;
      position.stance = known.stance;
      fact.pattern = "same-as";
      fact.confidence = kFromComment;
      fact.reason = "what another party says is taken over";
      return;
    }
  }

  bool is_one_cell(std::uint32_t row) const {
    const Table& table = grid_.table();
    const CellId first = table.at(row, 0);
    for (std::uint32_t column = 1; column < grid_.columns(); ++column) {
      if (table.at(row, column) != first) return false;
    }
    return grid_.columns() > 1;
  }

  // A cell across the whole table asks what the rows below answer, or says something of its own.
  void read_band(std::uint32_t row) {
    last_ = facts_.size();
    const std::string words = grid_.text(row, 0);
    if (words.ends_with('?') || matches(words, poll_.wording.named("question-label"))) {
      question_ = words;
    }
  }

  // A row without a party of its own goes on with what the row above it says.
  bool continues(std::uint32_t row) const {
    if (row == header_.first_row || last_ == facts_.size()) return false;
    const Table& table = grid_.table();
    const bool same_cell = table.at(row, header_.party) == table.at(row - 1, header_.party);
    const bool blank = grid_.text(row, header_.party).empty();
    const bool own_stance = asked_.stance != kNoColumn && !grid_.text(row, asked_.stance).empty() &&
                            table.at(row, asked_.stance) != table.at(row - 1, asked_.stance);
    return (blank || same_cell) && !own_stance;
  }

  void extend(Fact& fact, std::uint32_t row) const {
    if (asked_.comment == kNoColumn) return;
    const std::string more = grid_.lines(row, asked_.comment);
    if (more.empty()) return;
    Position& position = std::get<Position>(fact.value);
    if (!position.comment.empty()) position.comment += kBetweenLines;
    position.comment += more;
    fact.where.end = std::max(fact.where.end, grid_.row_range(row).end);
  }

  void read_row(std::uint32_t row) {
    Position position;
    position.question = question_;
    position.table = poll_.table;
    position.row = row - header_.first_row + 1;
    if (asked_.stance != kNoColumn) position.as_written = grid_.text(row, asked_.stance);
    if (header_.consulted != kNoColumn) position.consulted = grid_.text(row, header_.consulted);
    if (asked_.comment != kNoColumn && position.as_written.empty()) {
      const auto remarks = remarks_in(grid_.raw(row, asked_.comment), poll_.wording);
      for (const Remark& remark : remarks) add_remark(row, position, remark);
      if (!remarks.empty()) return;
    }
    if (asked_.comment != kNoColumn) position.comment = grid_.lines(row, asked_.comment);
    add(row, std::move(position));
  }

  void add_remark(std::uint32_t row, Position position, const Remark& remark) {
    position.question = poll_.questions.stated(remark.question);
    position.comment = remark.words;
    add(row, std::move(position));
  }

  void add(std::uint32_t row, Position position) {
    Fact fact;
    give_stance(position, fact);
    fact.block = grid_.first_block(row, header_.party);
    fact.where = grid_.row_range(row);
    for (PartyReading& party : read_parties(grid_.text(row, header_.party), poll_.wording)) {
      if (persons_behind_) drop_person(party);
      give_party(position, std::move(party));
      fact.value = position;
      facts_.push_back(fact);
    }
  }

  // "Company (name)": who wrote the answer is not part of the name of the company.
  void drop_person(PartyReading& reading) const {
    const auto noted = capture(reading.party, poll_.wording.named("party-with-note"));
    if (noted) reading.party = noted.words("party");
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
    StanceReading reading = read_cell(position);
    fact.confidence = kFromCell;
    if (reading.pattern.empty()) {
      reading = read_comment(position);
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

  // What the cell of the stance says: an option by its name or number, or a stance.
  StanceReading read_cell(Position& position) const {
    const Wording& wording = poll_.wording;
    std::string option;
    if (asked_.letters || !asked_.option_word.empty()) {
      if (matches(position.as_written, wording.named("option-none"))) {
        return {Stance::object, "option-none"};
      }
      option = matched_group(position.as_written, wording.named("bare-option"), "option");
      const bool named = !option.empty() && !asked_.option_word.empty();
      if (named) option = asked_.option_word + " " + option;
    }
    if (option.empty()) option = lettered(position.as_written);
    StanceReading reading;
    if (option.empty()) reading = read_stance_cell(position.as_written, wording);
    const bool may_choose = reading.pattern.empty() || reading.stance == Stance::support;
    if (may_choose && option.empty()) {
      if (const auto answer = read_answer(position.as_written, wording)) option = answer->option;
    }
    if (option.empty() && asked_.by_name && reading.pattern.empty()) option = position.as_written;
    if (option.empty()) return reading;
    position.question = with_option(position.question, option);
    return {Stance::support, "option"};
  }

  // "(a)", when the question has such an option.
  std::string lettered(const std::string& words) const {
    std::string option = matched_group(words, poll_.wording.named("lettered-option"), "option");
    if (question_.find(option) == std::string::npos) option.clear();
    return option;
  }

  // The option that a remark says it prefers; not what is asked itself.
  std::string chosen(const Position& position) const {
    std::string option =
        matched_group(position.comment, poll_.wording.named("chosen-option"), "option");
    const bool asked =
        lower_ascii(position.question).find(lower_ascii(option)) != std::string::npos;
    if (asked) option.clear();
    return option;
  }

  // What the remark says, and the option that it begins with: "Support option 2."
  StanceReading read_comment(Position& position) const {
    const bool flag = matches(position.comment, poll_.wording.named("comment-flag"));
    if (flag && !position.as_written.empty()) return {};
    StanceReading reading = read_stance_in_comment(position.comment, poll_.wording);
    if (asked_.stance != kNoColumn) return reading;
    const bool may_choose = reading.pattern.empty() || reading.stance == Stance::support ||
                            reading.pattern == "stance-neutral";
    std::string option = lettered(position.comment);
    if (const auto answer = read_answer(position.comment, poll_.wording); answer && option.empty())
      option = answer->option;
    if (option.empty()) option = chosen(position);
    if (!may_choose || option.empty()) return reading;
    position.question = with_option(position.question, option);
    return {Stance::support, "option"};
  }

  const Poll& poll_;
  const Grid& grid_;
  const PollHeader& header_;
  const AskedColumns& asked_;
  std::string question_;
  bool persons_behind_;
  std::vector<Fact> facts_;
  std::size_t last_ = 0;  // where the facts of the row above begin
};

bool says_something(const Fact& fact) {
  const Stance stance = std::get<Position>(fact.value).stance;
  return stance != Stance::unclear && stance != Stance::none;
}

}  // namespace

void read_poll_rows(const Poll& poll, const PollHeader& header) {
  for (const AskedColumns& asked : header.asked) {
    std::vector<Fact> facts = RowReader(poll, header, asked).read();
    // Remarks under no question, none of which is for or against anything, are no poll.
    const bool asks =
        asked.stance != kNoColumn || !asked.question.empty() || !poll.question.empty();
    if (!asks && std::ranges::none_of(facts, says_something)) continue;
    for (Fact& fact : facts) {
      poll.facts.add(std::move(fact.value), fact.block, fact.where, std::move(fact.pattern),
                     fact.confidence, std::move(fact.reason));
    }
  }
}

}  // namespace rapporteur
