#include "extractors/positions/position_columns.hpp"

#include <algorithm>

#include "extractors/positions/position_reading.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kShortestWord = 4;
constexpr std::size_t kLongestName = 40;

class HeaderReader {
 public:
  HeaderReader(const DocumentScan& scan, const Grid& grid, std::uint32_t row, std::uint32_t party,
               const std::string& question, const Wording& wording)
      : scan_(scan),
        grid_(grid),
        row_(row),
        party_(party),
        question_(question),
        wording_(wording),
        stance_(wording.named("stance-column")),
        comment_(wording.named("comment-column")) {}

  PollHeader read() {
    PollHeader header;
    header.party = party_;
    header.consulted = first(row_, wording_.named("consulted-column"));
    header.first_row = row_ + 1;
    if (two_rows()) {
      header.first_row = row_ + 2;
      header.asked = asked_above();
    } else {
      header.asked = asked_in_header();
    }
    if (header.asked.empty()) header.asked = asked_once();
    return header;
  }

 private:
  std::uint32_t first(std::uint32_t row, Patterns patterns, std::uint32_t from = 0) const {
    const std::uint32_t column = scan_.column(grid_.table(), row, patterns, from);
    if (column == kNoColumn || column != party_) return column;
    return scan_.column(grid_.table(), row, patterns, party_ + 1);
  }

  bool is(std::uint32_t row, std::uint32_t column, Patterns patterns) const {
    return scan_.column(grid_.table(), row, patterns, column) == column;
  }

  // A cell of the second header row, and not one that the first reaches down to.
  bool is_below(std::uint32_t column) const {
    const Table& table = grid_.table();
    return table.at(row_ + 1, column) && table.at(row_ + 1, column) != table.at(row_, column);
  }

  bool two_rows() const {
    if (row_ + 1 >= grid_.rows()) return false;
    if (is_below(party_) && !grid_.text(row_ + 1, party_).empty()) return false;
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
      if (is_below(column) && is(row_ + 1, column, stance_)) return true;
    }
    return false;
  }

  // Under each cell of the first row the columns that answer what it asks.
  std::vector<AskedColumns> asked_above() const {
    std::vector<AskedColumns> out;
    CellId above;
    std::uint32_t common = kNoColumn;
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
      if (column == party_) continue;
      if (!is_below(column)) {
        if (is(row_, column, comment_)) common = column;
        continue;
      }
      const CellId cell = grid_.table().at(row_, column);
      if (cell != above) out.emplace_back().question = grid_.text(row_, column);
      above = cell;
      if (is(row_ + 1, column, stance_)) give_stance(out.back(), row_ + 1, column);
      if (is(row_ + 1, column, comment_)) out.back().comment = column;
    }
    std::erase_if(out, [](const AskedColumns& each) { return each.stance == kNoColumn; });
    for (AskedColumns& each : out) {
      if (each.comment == kNoColumn) each.comment = common;
    }
    return out;
  }

  // "Company | Q1: Is it needed? | Q2: Is it mandatory? | Comments"
  std::vector<AskedColumns> asked_in_header() const {
    std::vector<AskedColumns> out;
    const std::uint32_t common = first(row_, comment_);
    const Patterns questions = wording_.named("question-column");
    const Patterns remarks = wording_.named("question-comment-column");
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
      if (column == party_) continue;
      if (is(row_, column, remarks)) {
        out.push_back({grid_.text(row_, column), kNoColumn, column, {}});
      } else if (is(row_, column, questions) && !is(row_, column, stance_) &&
                 holds_answers(column)) {
        out.push_back({grid_.text(row_, column), column, common, {}});
      }
    }
    return out;
  }

  // "Reply | Comments": a header that may stand over remarks is over the answers here.
  std::uint32_t comment_beside(std::uint32_t stance) const {
    const std::uint32_t column = first(row_, comment_);
    return column == kNoColumn || column != stance ? column : first(row_, comment_, stance + 1);
  }

  std::vector<AskedColumns> asked_once() const {
    AskedColumns asked;
    const std::uint32_t stance = first(row_, stance_);
    if (stance != kNoColumn) give_stance(asked, row_, stance);
    asked.comment = comment_beside(stance);
    // Remarks that each name a clause or were disposed of are comments on a text.
    const bool on_text = first(row_, wording_.named("comments-on-text-column")) != kNoColumn;
    if (stance == kNoColumn && !on_text) answers_by_content(asked);
    if (asked.stance == kNoColumn && !on_text) choices_by_name(asked);
    if (asked.stance == kNoColumn && (asked.comment == kNoColumn || on_text)) return {};
    return {asked};
  }

  // Under headers that nobody foresaw: the first column that holds answers, before the comments
  // where a header tells those, else with what stands beside it as such.
  void answers_by_content(AskedColumns& asked) const {
    const std::uint32_t end = std::min(asked.comment, grid_.columns());
    for (std::uint32_t column = party_ + 1; column < end; ++column) {
      if (!holds_answers(column)) continue;
      give_stance(asked, row_, column);
      if (asked.comment == kNoColumn && column + 1 < end) asked.comment = column + 1;
      return;
    }
  }

  // "Company | Duplex mode | Comment" below "Which duplex mode is specified?": the column that the
  // question names.
  void choices_by_name(AskedColumns& asked) const {
    if (!matches(question_, wording_.named("asks-which"))) return;
    const std::uint32_t end = std::min(asked.comment, grid_.columns());
    for (std::uint32_t column = party_ + 1; column < end; ++column) {
      if (!is_asked_for(column) || !holds_names(column)) continue;
      asked.stance = column;
      asked.by_name = true;
      if (asked.comment == kNoColumn && column + 1 < end) asked.comment = column + 1;
      return;
    }
  }

  // Whether the question has the last word of the column's header.
  bool is_asked_for(std::uint32_t column) const {
    const std::string header = lower_ascii(grid_.text(row_, column));
    const std::string word = header.substr(header.rfind(' ') + 1);
    return word.size() >= kShortestWord && lower_ascii(question_).find(word) != std::string::npos;
  }

  bool holds_names(std::uint32_t column) const {
    std::uint32_t named = 0;
    for (std::uint32_t row = row_ + 1; row < grid_.rows(); ++row) {
      const std::string words = grid_.text(row, column);
      if (words.empty() || grid_.is_band(row)) continue;
      if (words.size() > kLongestName || words.ends_with('.')) return false;
      ++named;
    }
    return named >= 2;
  }

  void give_stance(AskedColumns& asked, std::uint32_t row, std::uint32_t column) const {
    if (asked.stance != kNoColumn) return;
    asked.stance = column;
    asked.letters = matches(grid_.text(row, column), wording_.named("option-letters"));
    asked.option_word =
        matched_group(grid_.text(row, column), wording_.named("option-word"), "word");
  }

  // Whether at least half of what stands in the column answers something.
  bool holds_answers(std::uint32_t column) const {
    std::uint32_t filled = 0;
    std::uint32_t answers = 0;
    for (std::uint32_t row = row_ + 1; row < grid_.rows(); ++row) {
      const std::string words = grid_.text(row, column);
      if (words.empty() || grid_.is_band(row)) continue;
      ++filled;
      if (!read_stance_cell(words, wording_).pattern.empty() || read_answer(words, wording_)) {
        ++answers;
      }
    }
    return answers > 0 && answers * 2 >= filled;
  }

  const DocumentScan& scan_;
  const Grid& grid_;
  std::uint32_t row_;
  std::uint32_t party_;
  const std::string& question_;
  const Wording& wording_;
  Patterns stance_;
  Patterns comment_;
};

}  // namespace

std::optional<PollHeader> poll_header(const DocumentScan& scan, const Grid& grid, std::uint32_t row,
                                      std::uint32_t party, const std::string& question,
                                      const Wording& wording) {
  PollHeader header = HeaderReader(scan, grid, row, party, question, wording).read();
  if (header.asked.empty()) return {};
  return header;
}

}  // namespace rapporteur
