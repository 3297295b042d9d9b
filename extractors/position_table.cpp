#include <algorithm>
#include <charconv>

#include "extractors/grid.hpp"
#include "extractors/position_reading.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// What is asked stands above its table, with the list of what it would mean in between.
constexpr std::uint32_t kFarthestQuestion = 60;

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

class TableReader {
 public:
  TableReader(const Document& doc, const Profile& profile, const Wording& wording, Facts& facts)
      : doc_(doc), wording_(wording), facts_(facts) {
    for (const Pattern& pattern : profile.structure.captions) captions_.push_back(&pattern);
  }

  void read(const Table& table) {
    const Grid grid(doc_, table);
    for (std::uint32_t row = 0; row < std::min(grid.rows(), kDeepestHeader); ++row) {
      const Columns columns = columns_of(grid, row);
      if (!columns.found()) continue;
      read_rows(grid, columns, row + 1);
      last_table_ = table.block;
      return;
    }
  }

 private:
  Columns columns_of(const Grid& grid, std::uint32_t row) const {
    Columns columns;
    columns.party = grid.column(row, wording_.named("party-column"));
    if (columns.party == kNoColumn) return {};
    columns.stance = other_column(grid, row, columns.party, "stance-column");
    columns.comment = other_column(grid, row, columns.party, "comment-column");
    columns.consulted = other_column(grid, row, columns.party, "consulted-column");
    return columns;
  }

  std::uint32_t other_column(const Grid& grid, std::uint32_t row, std::uint32_t party,
                             std::string_view name) const {
    const Patterns patterns = wording_.named(name);
    const std::uint32_t column = grid.column(row, patterns);
    return column == party ? grid.column(row, patterns, party + 1) : column;
  }

  void read_rows(const Grid& grid, const Columns& columns, std::uint32_t from) {
    const std::string question = question_of(grid);
    std::vector<Fact> rows;  // what a continuing row adds to
    for (std::uint32_t row = from; row < grid.rows(); ++row) {
      if (continues(grid, columns, row, from)) {
        for (Fact& fact : rows) extend(fact, grid, columns, row);
        continue;
      }
      flush(rows);
      rows = read_row(grid, columns, row, row - from + 1, question);
    }
    flush(rows);
  }

  void flush(std::vector<Fact>& rows) {
    for (Fact& fact : rows) {
      facts_.add(std::move(fact.value), fact.block, fact.where, std::move(fact.pattern),
                 fact.confidence, std::move(fact.reason));
    }
    rows.clear();
  }

  // A row without a party of its own goes on with what the row above it says.
  bool continues(const Grid& grid, const Columns& columns, std::uint32_t row,
                 std::uint32_t from) const {
    if (row == from) return false;
    const bool same_cell =
        grid.table().at(row, columns.party) == grid.table().at(row - 1, columns.party);
    const bool blank = grid.text(row, columns.party).empty();
    const bool own_stance =
        columns.stance != kNoColumn && !grid.text(row, columns.stance).empty() &&
        grid.table().at(row, columns.stance) != grid.table().at(row - 1, columns.stance);
    return (blank || same_cell) && !own_stance;
  }

  void extend(Fact& fact, const Grid& grid, const Columns& columns, std::uint32_t row) const {
    if (columns.comment == kNoColumn) return;
    const std::string more = grid.lines(row, columns.comment);
    if (more.empty()) return;
    Position& position = std::get<Position>(fact.value);
    position.comment += (position.comment.empty() ? "" : " / ") + more;
    fact.where.end = std::max(fact.where.end, grid.row_range(row).end);
  }

  std::vector<Fact> read_row(const Grid& grid, const Columns& columns, std::uint32_t row,
                             std::uint32_t number, const std::string& question) const {
    std::vector<Fact> out;
    Fact fact;
    Position position;
    position.question = question;
    position.table = table_number(grid);
    position.row = number;
    if (columns.stance != kNoColumn) position.as_written = grid.text(row, columns.stance);
    if (columns.comment != kNoColumn) position.comment = grid.lines(row, columns.comment);
    if (columns.consulted != kNoColumn) position.consulted = grid.text(row, columns.consulted);
    give_stance(position, fact);
    fact.block = grid.first_block(row, columns.party);
    fact.where = grid.row_range(row);
    for (PartyReading& party : read_parties(grid.text(row, columns.party), wording_)) {
      position.party = std::move(party.party);
      position.office = std::move(party.office);
      fact.value = position;
      out.push_back(fact);
    }
    return out;
  }

  void give_stance(Position& position, Fact& fact) const {
    StanceReading reading = read_stance_cell(position.as_written, wording_);
    if (reading.pattern.empty()) {
      reading = read_stance_in_comment(position.comment, wording_);
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
    if (reading.pattern.starts_with("stance-")) fact.confidence = kFromCell;
  }

  // The number in the caption, "Table 3" -> 3, else which table of the document it is.
  std::uint32_t table_number(const Grid& grid) const {
    const std::string label = matched_group(grid.caption(), captions_, "label");
    const std::vector<std::string_view> parts = words(label);
    std::uint32_t number = 0;
    if (!parts.empty()) {
      const std::string_view last = parts.back();
      const auto [end, error] = std::from_chars(last.data(), last.data() + last.size(), number);
      if (error == std::errc() && end == last.data() + last.size()) return number;
    }
    return grid.number();
  }

  std::string question_of(const Grid& grid) const {
    const Patterns patterns = wording_.named("question");
    const std::string caption = matched_group(grid.caption(), captions_, "title");
    if (const std::string asked = matched_group(caption, patterns, "question"); !asked.empty()) {
      return asked;
    }
    const std::uint32_t table = grid.table().block.index;
    const std::uint32_t farthest = table > kFarthestQuestion ? table - kFarthestQuestion : 0;
    for (std::uint32_t at = table; at-- > farthest;) {
      const BlockId id{at};
      if (id == last_table_) break;
      if (doc_.block(id).cell) continue;
      if (std::string asked = question_in(id); !asked.empty()) return asked;
    }
    if (!caption.empty()) return caption;
    const ClauseId clause = doc_.clause_of(grid.table().block);
    return clause ? doc_.clause(clause).title : std::string();
  }

  std::string question_in(BlockId id) const {
    const Patterns labels = wording_.named("question-label");
    const std::string text = collapse(doc_.shown_text(id));
    std::string label = matched_group(text, labels, "question");
    if (!label.empty()) {
      // The label alone on its line: what is proposed stands on the next one.
      const BlockId next{id.index + 1};
      const bool alone = label.size() + 1 >= text.size() - std::min(text.find(label), text.size());
      if (alone && next.index < doc_.blocks().size() && !doc_.block(next).cell) {
        const std::string more = collapse(doc_.text(next));
        if (!more.empty()) label += ": " + more;
      }
      return label;
    }
    return matched_group(text, wording_.named("question"), "question");
  }

  const Document& doc_;
  const Wording& wording_;
  Facts& facts_;
  Patterns captions_;
  BlockId last_table_;
};

}  // namespace

void extract_position_tables(const Document& doc, const Profile& profile, const Wording& wording,
                             Facts& facts) {
  TableReader reader(doc, profile, wording, facts);
  for (const Table& table : doc.tables()) {
    // A table inside a comment is somebody's material, not a poll.
    if (!doc.block(table.block).cell) reader.read(table);
  }
}

}  // namespace rapporteur
