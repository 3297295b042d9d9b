#include <algorithm>

#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestDateCell = 100;  // bytes of a cell that is only place and date
constexpr std::ptrdiff_t kLeastDigits = 6;     // of a telephone number
constexpr std::size_t kLeastTickCells = 4;     // a label, a choice, its box and another choice

struct CellLine {
  std::string_view text;
  BlockId block;
};

std::vector<CellLine> lines_of(const Document& doc, CellId id, const Profile& profile) {
  std::vector<CellLine> lines;
  const BlockRange range = doc.cell(id).blocks;
  for (BlockId at = range.begin; at < range.end; ++at.index) {
    if (doc.block(at).kind == BlockKind::table || doc.block(at).cell != id) continue;
    for (const std::string_view line : split(doc.text(at), '\n')) {
      if (trim(line).empty()) continue;
      for (const std::string_view part : labelled_columns(trim(line), profile)) {
        lines.push_back({part, at});
      }
    }
  }
  return lines;
}

// "X" in the box beside what is chosen.
bool is_tick(const std::vector<CellLine>& lines) {
  return lines.size() == 1 && (lines[0].text == "X" || lines[0].text == "x");
}

// The cells of a row from left to right, each once.
std::vector<CellId> cells_of_row(const Table& table, std::uint32_t row) {
  std::vector<CellId> cells;
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    const CellId cell = table.at(row, column);
    if (cell && (cells.empty() || cells.back() != cell)) cells.push_back(cell);
  }
  return cells;
}

// Reads the rows of one table: a label, and what stands after it in its cell or in the next one.
class CoverTable {
 public:
  CoverTable(const Document& doc, const Profile& profile) : doc_(doc), profile_(profile) {}

  void read(const Table& table) {
    places_.clear();
    open_.clear();
    has_colon_ = false;
    for (std::uint32_t row = 0; row < table.rows; ++row) {
      std::vector<CellId> cells = cells_of_row(table, row);
      // A cell that goes on from the row above has been read.
      std::erase_if(cells, [&](CellId id) { return doc_.cell(id).row != row; });
      if (is_heading_row(cells)) continue;
      // "Reference" over "DEX-0012", in a table that is one column.
      if (table.columns > 1) open_.clear();
      read_row(cells);
    }
    // Without a label that a colon ends it is a table of something else.
    if (has_colon_) std::ranges::move(places_, std::back_inserter(fields));
  }

  std::vector<CoverField> fields;

 private:
  // The first row of an ordinary table: every cell is the name of a column.
  bool is_heading_row(const std::vector<CellId>& cells) const {
    std::size_t labels = 0;
    for (const CellId cell : cells) {
      const std::vector<CellLine> lines = lines_of(doc_, cell, profile_);
      if (lines.empty()) continue;
      const auto found = labelled(lines.front().text, profile_, true);
      if (lines.size() != 1 || !found || ends_with_colon(lines.front().text)) return false;
      if (!found->value.empty()) return false;
      ++labels;
    }
    return labels > 1;
  }

  void read_row(const std::vector<CellId>& cells) {
    std::vector<std::vector<CellLine>> row;
    for (const CellId cell : cells) row.push_back(lines_of(doc_, cell, profile_));
    if (read_ticks(row)) return;
    for (const std::vector<CellLine>& lines : row) read_cell(lines);
  }

  // "For: | Decision | X | Discussion | |": a label, what may be chosen, and boxes to tick.
  bool read_ticks(const std::vector<std::vector<CellLine>>& row) {
    if (row.size() < kLeastTickCells || row[0].size() != 1) return false;
    const auto found = labelled(row[0][0].text, profile_, true);
    if (!found || !found->value.empty()) return false;
    std::vector<std::string> chosen;
    for (std::size_t i = 2; i < row.size(); ++i) {
      if (is_tick(row[i]) && row[i - 1].size() == 1) chosen.push_back(collapse(row[i - 1][0].text));
    }
    if (chosen.empty()) return false;
    begin(*found, row[0][0].block);
    fields.back().value = join(chosen, ", ");
    open_.clear();
    return true;
  }

  void read_cell(const std::vector<CellLine>& lines) {
    if (lines.empty()) return;
    if (open_.size() > 1 && (open_.size() == lines.size() || fits(lines))) {
      // "Tel: Fax: E-mail:" in one cell, their values line by line in the next.
      pair(lines);
      open_.clear();
      return;
    }
    const bool waits = !open_.empty();
    // "Source:" "Editors": what stands beside a label with a colon is its value.
    if (lines.size() == 1 && open_.size() == 1 && colon_before_ && !has_colon(lines[0].text)) {
      set(open_[0], lines[0]);
      open_.clear();
      return;
    }
    bool any_label = false;
    for (const CellLine& line : lines) {
      const bool alone = lines.size() == 1 || any_label || waits || is_heading(lines, line);
      const auto found = labelled(line.text, profile_, alone);
      if (found) {
        has_colon_ = has_colon_ || has_colon(line.text);
        if (!any_label) open_.clear();
        any_label = true;
        begin(*found, line.block);
        colon_before_ = ends_with_colon(line.text);
      } else if (!open_.empty()) {
        append(open_.back(), line);
      } else if (auto field = unlabelled_field(line.text, line.block, profile_)) {
        any_label = true;
        open_.push_back(fields.size());
        fields.push_back(std::move(*field));
      }
    }
    if (!any_label && waits) {
      open_.clear();
    } else if (!any_label) {
      unlabelled(lines);
    } else {
      std::erase_if(open_, [&](std::size_t at) { return !fields[at].value.empty(); });
    }
  }

  // Whether the labels that wait are those of telephones and addresses, all of which are in
  // `lines`: then it shows which value is whose, also where one takes two lines or is not given.
  bool fits(const std::vector<CellLine>& lines) const {
    std::size_t details = 0;
    for (const std::size_t at : open_) details += is_detail(fields[at].name) ? 1 : 0;
    const auto given = std::ranges::count_if(lines, [](const CellLine& line) {
      return is_telephone(line.text) || is_address(line.text);
    });
    return details > 0 && given > 0 && static_cast<std::size_t>(given) <= details;
  }

  static bool is_detail(std::string_view name) {
    return name == "tel" || name == "fax" || name == "email";
  }

  static bool may_hold(std::string_view name, std::string_view text) {
    if (name == "email") return is_address(text);
    return is_detail(name) ? is_telephone(text) : !is_telephone(text) && !is_address(text);
  }

  // Whether, of as many lines as labels, one beside "Tel:" or "E-mail:" can be neither.
  bool misfit(const std::vector<CellLine>& lines) const {
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const std::string_view text = lines[i].text;
      const auto digits = std::ranges::count_if(text, is_digit);
      const bool neither = digits < kLeastDigits && text.find('@') == text.npos;
      if (is_detail(fields[open_[i]].name) && neither) return true;
    }
    return false;
  }

  // Gives the labels that wait their lines, in order.
  void pair(const std::vector<CellLine>& lines) {
    const bool one_each = open_.size() == lines.size() && !(fits(lines) && misfit(lines));
    std::size_t next = 0;
    for (const std::size_t at : open_) {
      if (one_each) {
        set(at, lines[next++]);
        continue;
      }
      const bool many = !is_detail(fields[at].name);
      while (next < lines.size() && may_hold(fields[at].name, lines[next].text)) {
        append(at, lines[next++]);
        if (!many) break;
      }
    }
  }

  // "Keywords" over the words themselves, in one cell.
  static bool is_heading(const std::vector<CellLine>& lines, const CellLine& line) {
    return &line == &lines.front() && lines.size() > 1;
  }

  void begin(const LabelledLine& line, BlockId block) {
    fields.push_back({std::string(line.name), std::string(line.label),
                      value_words(line.value, profile_), block});
    open_.push_back(fields.size() - 1);
  }

  void set(std::size_t at, const CellLine& line) {
    fields[at].value = value_words(line.text, profile_);
    fields[at].block = line.block;
  }

  void append(std::size_t at, const CellLine& line) {
    if (fields[at].value.empty()) return set(at, line);
    fields[at].value += "\n" + value_words(line.text, profile_);
  }

  // "Geneva, 9-20 March 2026" stands in forms without a label of its own.
  void unlabelled(const std::vector<CellLine>& lines) {
    if (lines.size() != 1 || lines.front().text.size() > kLongestDateCell) return;
    if (find_dates(lines.front().text).empty()) return;
    places_.push_back({"place-date", "", collapse(lines.front().text), lines.front().block});
  }

  const Document& doc_;
  const Profile& profile_;
  std::vector<CoverField> places_;  // places and dates without a label
  bool has_colon_ = false;
  bool colon_before_ = false;      // the last label ended with one
  std::vector<std::size_t> open_;  // fields whose value has not been met
};

}  // namespace

std::vector<CoverField> cover_of_tables(const Document& doc, const std::vector<HeadLine>& head,
                                        const Profile& profile) {
  CoverTable cover(doc, profile);
  TableId last;
  std::vector<TableId> read;
  for (const HeadLine& line : head) {
    if (!line.cell || line.in_page_header) continue;
    const TableId table = doc.cell(line.cell).table;
    if (table == last || std::ranges::find(read, table) != read.end()) continue;
    last = table;
    read.push_back(table);
    cover.read(doc.table(table));
  }
  return std::move(cover.fields);
}

}  // namespace rapporteur
