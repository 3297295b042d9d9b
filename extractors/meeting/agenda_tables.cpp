#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "extractors/meeting/agenda_lines.hpp"
#include "extractors/reading/grid.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

bool has_letter(std::string_view words) { return std::ranges::any_of(words, is_alpha); }

class AgendaTableReader {
 public:
  AgendaTableReader(const DocumentScan& scan, const Wording& wording, Facts& facts)
      : scan_(scan),
        doc_(scan.doc()),
        facts_(facts),
        headings_(scan, wording),
        number_columns_(wording.named("number-column")),
        sure_columns_(wording.named("agenda-number-column")),
        sure_titles_(wording.named("agenda-title-column")),
        title_columns_(wording.named("title-column")),
        presenter_columns_(wording.named("presenter-column")),
        time_columns_(wording.named("time-column")),
        documents_(scan.profile().wording_of("decisions").named("matter-document-column")),
        outcomes_(scan.profile().wording_of("decisions").named("outcome-column")),
        is_agenda_(std::ranges::find(wording.list("kinds"), scan.doc().identity().kind) !=
                   wording.list("kinds").end()) {}

  bool read() {
    for (const Table& table : doc_.tables()) read_table(table);
    return found_;
  }

 private:
  void read_table(const Table& table) {
    const Grid grid(doc_, table);
    for (std::uint32_t row = 0; row < std::min(grid.rows(), kDeepestHeader); ++row) {
      const Columns columns = columns_of(grid, row);
      if (columns.title == kNoColumn) continue;
      read_rows(grid, columns, row + 1);
      return;
    }
  }

  struct Columns {
    std::uint32_t number = kNoColumn;
    std::uint32_t title = kNoColumn;
    std::uint32_t presenter = kNoColumn;
    std::uint32_t time = kNoColumn;
    std::uint32_t document = kNoColumn;  // whose title follows, in a list of what became of each
  };

  // The columns, when the header, what stands above the table or the document speak of an agenda;
  // without a column of numbers these stand before the subjects.
  Columns columns_of(const Grid& grid, std::uint32_t row) const {
    Columns columns;
    const bool titled = scan_.column(grid.table(), row, sure_titles_) != kNoColumn;
    const bool announced = titled || announced_as_agenda(grid) || (is_agenda_ && !found_);
    columns.number = scan_.column(grid.table(), row, sure_columns_);
    if (columns.number == kNoColumn && !announced) return {};
    if (columns.number == kNoColumn)
      columns.number = scan_.column(grid.table(), row, number_columns_);
    const std::uint32_t from = columns.number == kNoColumn ? 0 : columns.number + 1;
    columns.title = scan_.column(grid.table(), row, title_columns_, from);
    // "Agenda item" may head the numbers with their subjects.
    if (columns.title == kNoColumn && titled) columns.title = columns.number;
    if (columns.title == columns.number) columns.number = kNoColumn;
    // "Agenda | Topic": the first has the numbers.
    const std::uint32_t topic = scan_.column(grid.table(), row, title_columns_, columns.title + 1);
    if (columns.number == kNoColumn && topic != kNoColumn &&
        has_numbers(grid, row, columns.title)) {
      columns.number = std::exchange(columns.title, topic);
    }
    columns.presenter = scan_.column(grid.table(), row, presenter_columns_);
    columns.time = scan_.column(grid.table(), row, time_columns_);
    const std::uint32_t document = scan_.column(grid.table(), row, documents_);
    const bool listed = document < columns.title && columns.title != kNoColumn &&
                        scan_.column(grid.table(), row, outcomes_) != kNoColumn;
    if (listed) columns.document = document;
    return columns;
  }

  // Whether a number stands alone in the first cell with words below the header.
  static bool has_numbers(const Grid& grid, std::uint32_t header, std::uint32_t column) {
    for (std::uint32_t row = header + 1; row < grid.rows(); ++row) {
      const std::string words = grid.text(row, column);
      if (!words.empty()) return !number_alone(words).empty() && !has_letter(words);
    }
    return false;
  }

  bool announced_as_agenda(const Grid& grid) const {
    const std::string caption = grid.caption();
    const std::size_t dash = caption.find_first_of("-:");
    if (headings_.says_agenda(caption)) return true;
    if (dash != std::string::npos && headings_.says_agenda(caption.substr(dash + 1))) return true;
    if (grid.table().caption) return headings_.mentions_agenda(caption);
    for (std::uint32_t back = 1; back <= kDeepestHeader && back <= grid.table().block.index;
         ++back) {
      if (headings_.is_heading({grid.table().block.index - back})) return true;
    }
    return false;
  }

  void read_rows(const Grid& grid, const Columns& columns, std::uint32_t from) {
    std::set<std::string> numbers;
    std::vector<std::pair<AgendaItem, std::uint32_t>> items;
    for (std::uint32_t row = from; row < grid.rows(); ++row) {
      // The title behind a document is that of the document.
      if (columns.document != kNoColumn &&
          std::ranges::any_of(grid.text(row, columns.document), is_digit)) {
        continue;
      }
      for (const AgendaLine& line : lines_of(grid, row, columns)) {
        const std::vector<int> parts = number_parts(line.number);
        if (parts.empty() || line.title.empty() || !numbers.insert(line.number).second) continue;
        AgendaItem item{.number = line.number, .title = agenda_title(doc_, line.title)};
        if (columns.presenter != kNoColumn) item.presenter = grid.text(row, columns.presenter);
        if (columns.time != kNoColumn) item.time = grid.text(row, columns.time);
        if (has_letter(item.title)) items.emplace_back(std::move(item), row);
      }
    }
    if (items.size() < kLeastAgendaItems) return;
    found_ = true;
    for (auto& [item, row] : items) {
      const std::uint32_t first = columns.number == kNoColumn ? columns.title : columns.number;
      facts_.add(std::move(item), grid.first_block(row, first), grid.row_range(row),
                 "agenda-table");
    }
  }

  // The item of a row, or each of those that stand in the cell of its subject.
  std::vector<AgendaLine> lines_of(const Grid& grid, std::uint32_t row,
                                   const Columns& columns) const {
    const BlockId title = grid.first_block(row, columns.title);
    if (!title) return {};
    // Below "2." without a number of its own, "2.1 Report" has one before its title.
    const std::string number =
        columns.number == kNoColumn ? std::string() : grid.text(row, columns.number);
    if (!number.empty()) {
      const TextRange words = first_line(doc_, trimmed(doc_, doc_.block(title).text));
      return {{number_alone(number), words}};
    }
    std::vector<AgendaLine> out;
    const CellId cell = doc_.block(title).cell;
    for (BlockId id = title; id.index < doc_.blocks().size() && doc_.block(id).cell == cell;
         ++id.index) {
      AgendaLine line = numbered_line(doc_, id);
      TextRange left = line.title;
      line.title = first_line(doc_, left);
      left.begin = line.title.end;
      out.push_back(std::move(line));
      for (left = trimmed(doc_, left); !left.empty(); left = trimmed(doc_, left)) {
        const TextRange words = first_line(doc_, left);
        out.push_back(typed_line(doc_, words));
        left.begin = words.end;
      }
    }
    return out;
  }

  const DocumentScan& scan_;
  const Document& doc_;
  Facts& facts_;
  const AgendaHeadings headings_;
  const Patterns number_columns_;
  const Patterns sure_columns_;
  const Patterns sure_titles_;
  const Patterns title_columns_;
  const Patterns presenter_columns_;
  const Patterns time_columns_;
  const Patterns documents_;
  const Patterns outcomes_;
  const bool is_agenda_;  // the document is one
  bool found_ = false;
};

}  // namespace

bool extract_agenda_tables(const DocumentScan& scan, const Wording& wording, Facts& facts) {
  return AgendaTableReader(scan, wording, facts).read();
}

}  // namespace rapporteur
