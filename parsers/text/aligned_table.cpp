#include "parsers/text/aligned_table.hpp"

#include <algorithm>

#include "parsers/text/column_lines.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLeastColumns = 3;
constexpr std::size_t kLeastRows = 2;     // below the header
constexpr std::size_t kLongestName = 30;  // bytes of a name in the header
constexpr std::size_t kShortened = 4;     // bytes of "No."
constexpr std::size_t kWidestGap = 8;     // empty lines where a page ends within the table
constexpr std::size_t kPageSlack = 3;     // by which columns may be set otherwise on the next page
constexpr std::size_t kGap = 2;           // blanks between columns

// The characters that a column takes on the lines so far.
struct Column {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct TableLine {
  std::size_t at = 0;
  bool after_gap = false;  // an empty line stands above
  std::vector<Piece> pieces;
  std::vector<std::size_t> columns;  // of the pieces
};

// "Company", "No.", "#".
bool is_name(std::string_view words) {
  const char first = words.front();
  const bool begins = is_upper(first) || first == '#' || static_cast<unsigned char>(first) >= 0x80;
  const bool ends = std::string_view(",;").find(words.back()) == std::string_view::npos &&
                    (words.back() != '.' || words.size() <= kShortened);
  return begins && ends && words.size() <= kLongestName && words.find(':') == words.npos;
}

bool is_header(const std::vector<Piece>& pieces) {
  return pieces.size() >= kLeastColumns &&
         std::ranges::all_of(pieces, [](const Piece& piece) { return is_name(piece.words); });
}

// The column, from `first` on, that the piece stands in, or else the one it stands nearest to. None
// when it would join two: the number of columns.
std::size_t column_of(const Piece& piece, const std::vector<Column>& columns, std::size_t first) {
  std::size_t nearest = columns.size();
  std::size_t distance = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    const std::size_t away = piece.begin >= column.end   ? piece.begin - column.end
                             : column.begin >= piece.end ? column.begin - piece.end
                                                         : 0;
    const bool beside = away < kGap;
    if (beside && (i < first || (nearest < columns.size() && distance < kGap))) {
      return columns.size();
    }
    if (i < first || (nearest < columns.size() && distance <= away)) continue;
    nearest = i;
    distance = away;
  }
  return nearest;
}

// Whether each piece keeps to a column of its own, which grows by what stands in it: the names of a
// header may be centred, and what stands below them begins to the left.
bool fit(TableLine& line, std::vector<Column>& columns) {
  std::vector<Column> grown = columns;
  for (const Piece& piece : line.pieces) {
    const std::size_t first = line.columns.empty() ? 0 : line.columns.back() + 1;
    const std::size_t column = column_of(piece, grown, first);
    if (column >= grown.size()) return false;
    grown[column].begin = std::min(grown[column].begin, piece.begin);
    grown[column].end = std::max(grown[column].end, piece.end);
    line.columns.push_back(column);
  }
  columns = std::move(grown);
  return true;
}

// A name may be broken behind a comma, a slash or a hyphen.
bool is_unfinished(std::string_view words) {
  return !words.empty() && std::string_view(",/&-").find(words.back()) != std::string_view::npos;
}

class AlignedReader {
 public:
  explicit AlignedReader(const Lines& lines) : lines_(lines) {}

  std::optional<DrawnTable> read(std::size_t at) {
    TableLine header{at, false, pieces_of(whole_line(lines_, at)), {}};
    if (!is_header(header.pieces)) return {};
    for (const Piece& piece : header.pieces) {
      header.columns.push_back(columns_.size());
      columns_.push_back({piece.begin, piece.end});
    }
    found_.push_back(std::move(header));
    gather(at + 1);
    return is_sure() ? std::optional(table()) : std::nullopt;
  }

 private:
  void gather(std::size_t at) {
    std::size_t gap = 0;    // empty lines above
    std::size_t begun = 0;  // rows since the last empty line, as far as the first column tells
    for (; at < lines_.size() && gap <= kWidestGap; ++at) {
      if (lines_.blank(at)) {
        ++gap;
        continue;
      }
      TableLine line{at, gap > 0, pieces_of(whole_line(lines_, at)), {}};
      std::vector<Column> grown = columns_;
      if (line.pieces.empty() || is_clause(line) || !fit(line, grown)) return;
      if (gap > 0 && !goes_on_behind(line, gap, begun)) return;
      columns_ = std::move(grown);
      if (gap > 0) begun = 0;
      if (line.columns.front() == 0 && line.pieces.size() > 1) ++begun;
      gap = 0;
      if (!repeats_header(line)) found_.push_back(std::move(line));
    }
  }

  // Behind an empty line the table goes on where such lines part its rows, or where each piece
  // begins exactly below another one, as behind the end of a page. Words below the first column
  // alone are those of the next paragraph.
  bool goes_on_behind(const TableLine& line, std::size_t gap, std::size_t begun) const {
    const bool several = line.pieces.size() > 1;
    const bool full = several && line.pieces.size() * 2 >= columns_.size();
    if (gap == 1 && begun <= 1 && full) return true;
    return is_aligned(line, gap == 1 ? 0 : kPageSlack) && (several || line.columns.front() > 0);
  }

  bool is_aligned(const TableLine& line, std::size_t slack) const {
    for (std::size_t i = 0; i < line.pieces.size(); ++i) {
      const auto begins_there = [&](const TableLine& above) {
        const auto found = std::ranges::find(above.columns, line.columns[i]);
        if (found == above.columns.end()) return false;
        const auto index = static_cast<std::size_t>(found - above.columns.begin());
        const std::size_t begin = line.pieces[i].begin;
        return above.pieces[index].begin <= begin + slack &&
               begin <= above.pieces[index].begin + slack;
      };
      if (std::ranges::none_of(found_, begins_there)) return false;
    }
    return true;
  }

  bool repeats_header(const TableLine& line) const {
    return std::ranges::equal(line.pieces, found_.front().pieces, {}, &Piece::words, &Piece::words);
  }

  // "4       Status words" right below rows of three cells and more.
  bool is_clause(const TableLine& line) const {
    if (line.pieces.size() != 2 || found_.size() < 2) return false;
    const NumberedText parts = split_number(line.pieces.front().words);
    return !parts.number.empty() && parts.title.empty() &&
           std::all_of(found_.begin() + 1, found_.end(), [](const TableLine& above) {
             return above.columns.front() > 0 || above.pieces.size() > 2;
           });
  }

  // Two rows with words in two columns, that begin one below the other beyond the first.
  bool is_sure() const {
    std::size_t rows = 0;
    bool aligned = false;
    std::vector<std::vector<std::size_t>> begins(columns_.size());
    for (const TableLine& line : found_) {
      for (std::size_t i = 0; i < line.pieces.size(); ++i) {
        std::vector<std::size_t>& seen = begins[line.columns[i]];
        const bool again = std::ranges::find(seen, line.pieces[i].begin) != seen.end();
        aligned |= line.columns[i] > 0 && again;
        seen.push_back(line.pieces[i].begin);
      }
      if (&line != &found_.front() && line.pieces.size() > 1) ++rows;
    }
    return aligned && rows >= kLeastRows;
  }

  // Whether nearly each group of lines between empty ones begins one row.
  bool rows_have_gaps() const {
    std::size_t groups = 0;
    std::size_t begun = 0;
    for (const TableLine& line : found_) {
      if (&line == &found_.front()) continue;
      const bool begins = line.columns.front() == 0;
      if (line.after_gap && !begins) return false;
      groups += line.after_gap ? 1 : 0;
      begun += begins && line.pieces.size() > 1 ? 1 : 0;
    }
    return groups > 1 && begun * 2 <= groups * 3;
  }

  bool begins_row(const TableLine& line, const DrawnTable& table, bool by_gaps) const {
    if (table.rows < 2) return true;
    if (by_gaps) return line.after_gap;
    const DrawnCell& above = table.cells[table.cells.size() - columns_.size()];
    const bool unfinished = !above.lines.empty() && is_unfinished(above.lines.back());
    return line.columns.front() == 0 && line.pieces.size() > 1 && !unfinished;
  }

  DrawnTable table() const {
    DrawnTable table;
    table.header_rows = 1;
    const bool by_gaps = rows_have_gaps();
    for (const TableLine& line : found_) {
      if (begins_row(line, table, by_gaps)) table.add_row(columns_.size());
      for (std::size_t i = 0; i < line.pieces.size(); ++i) {
        DrawnCell& cell = table.cells[table.cells.size() - columns_.size() + line.columns[i]];
        cell.lines.push_back(line.pieces[i].words);
      }
    }
    table.end = found_.back().at + 1;
    return table;
  }

  const Lines& lines_;
  std::vector<Column> columns_;
  std::vector<TableLine> found_;
};

// Told by the first bytes of a line, which most lines of prose fail: the first name is short.
bool has_columns(std::string_view line) {
  return line.substr(0, kLongestName + kGap).find("  ") != std::string_view::npos;
}

}  // namespace

bool may_begin_aligned(std::string_view line) {
  return has_columns(line) && is_header(pieces_of(line));
}

std::optional<DrawnTable> read_aligned_table(const Lines& lines, std::size_t at) {
  if (!has_columns(lines.text(at))) return {};
  const bool below_words = at > 0 && lines.text(at - 1).find("  ") != std::string_view::npos;
  return below_words ? std::nullopt : AlignedReader(lines).read(at);
}

}  // namespace rapporteur
