#include "pipeline/model/builder.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/base/memory.hpp"
#include "pipeline/text/fold.hpp"

namespace rapporteur {

DocumentBuilder::DocumentBuilder(std::string format, const Limits& limits) : limits_(limits) {
  data_.format = std::move(format);
}

PartId DocumentBuilder::begin_part(std::string_view name, PartKind kind) {
  while (!open_tables_.empty()) end_table();
  end_block();
  part_ = PartId{static_cast<std::uint32_t>(data_.parts.size())};
  data_.parts.push_back({std::string(name), kind});
  return part_;
}

BlockId DocumentBuilder::begin_block(const BlockSpec& spec) {
  end_block();
  if (!part_) begin_part("", PartKind::body);
  const BlockId id = next_block();
  Block block;
  block.kind = spec.kind;
  block.level = spec.level;
  block.outline = spec.outline;
  block.in_text_box = spec.in_text_box;
  block.style = intern_style(spec.style);
  block.part = part_;
  block.text = {offset(), offset()};
  block.first_run = static_cast<std::uint32_t>(data_.runs.size());
  if (!open_tables_.empty()) block.cell = open_tables_.back().cell;
  data_.blocks.push_back(block);
  in_block_ = true;
  if (!spec.label.empty()) label(id, spec.label);
  return id;
}

void DocumentBuilder::text(std::string_view utf8, const RunSpec& spec) {
  if (utf8.empty() || full_) return;
  if (!in_block_) begin_block({});
  if (data_.text.size() + utf8.size() > limits_.text_bytes) {
    full_ = true;
    diagnose(DiagnosticCode::limit_reached, "the text is longer than the limit; its end is lost");
    return;
  }
  const std::uint32_t begin = offset();
  std::uint16_t marks = spec.marks;
  if (append_folded(utf8, data_.text)) marks |= static_cast<std::uint16_t>(Mark::folded);
  Block& block = data_.blocks.back();
  block.text.end = offset();
  data_.runs.push_back(
      {{begin, offset()}, spec.source, marks, spec.highlight, spec.link, spec.revision});
  ++block.run_count;
}

void DocumentBuilder::end_block() {
  if (!in_block_) return;
  data_.text += '\n';
  in_block_ = false;
}

void DocumentBuilder::label(BlockId block, std::string_view label) {
  const auto begin = static_cast<std::uint32_t>(data_.labels.size());
  append_folded(label, data_.labels);
  data_.blocks.at(block.index).label = {begin, static_cast<std::uint32_t>(data_.labels.size())};
}

void DocumentBuilder::respecify(BlockId id, const BlockSpec& spec) {
  if (id.index >= data_.blocks.size()) return;
  Block& block = data_.blocks[id.index];
  block.kind = spec.kind;
  block.level = spec.level;
  block.outline = spec.outline;
  block.in_text_box = spec.in_text_box;
  block.style = intern_style(spec.style);
  if (!spec.label.empty()) label(id, spec.label);
}

void DocumentBuilder::begin_table() {
  const BlockId block = begin_block({.kind = BlockKind::table});
  end_block();
  OpenTable open = std::move(closed_);
  open.grid.clear();
  open.row_starts.clear();
  open.hanging.clear();
  open.cells.clear();
  open.cell = {};
  open.joined = open.in_row = open.header = false;
  open.header_rows = 0;
  open.id = TableId{static_cast<std::uint32_t>(data_.tables.size())};
  data_.blocks.back().table = open.id;
  data_.tables.emplace_back().block = block;
  open_tables_.push_back(std::move(open));
}

void DocumentBuilder::begin_row(bool header) {
  if (open_tables_.empty()) return;
  end_row();
  OpenTable& open = open_tables_.back();
  open.row_starts.push_back(open.grid.size());
  open.in_row = true;
  open.header = header && open.header_rows + 1 == open.row_starts.size();
  if (open.header) ++open.header_rows;
}

// The cell a continuing cell joins, or none when nothing stands above it (files do have that).
CellId DocumentBuilder::above(const OpenTable& open) const {
  if (open.row_starts.size() < 2) return {};
  const std::size_t column = open.grid.size() - open.row_starts.back();
  const std::size_t at = open.row_starts[open.row_starts.size() - 2] + column;
  return at < open.row_starts.back() ? open.grid[at] : CellId{};
}

void DocumentBuilder::cover(OpenTable& open, CellId cell, std::uint32_t columns) {
  const std::size_t used = open.grid.size() - open.row_starts.back();
  const std::size_t room =
      limits_.table_columns - std::min<std::size_t>(used, limits_.table_columns);
  const std::size_t left =
      limits_.table_cells - std::min<std::size_t>(open.grid.size(), limits_.table_cells);
  for (std::size_t n = std::min({std::size_t{columns}, room, left}); n > 0; --n) {
    open.grid.push_back(cell);
  }
}

// Positions that a cell with a row span, begun in a row above, covers here.
void DocumentBuilder::fill_hanging(OpenTable& open) {
  if (open.hanging.empty()) return;
  for (std::size_t column = open.grid.size() - open.row_starts.back();
       column < open.hanging.size() && open.hanging[column] > 0; ++column) {
    const CellId cell = above(open);
    --open.hanging[column];
    cover(open, cell, 1);
    if (!cell) continue;
    Cell& spanning = data_.cells[cell.index];
    const auto row = static_cast<std::uint32_t>(open.row_starts.size() - 1);
    spanning.row_span = std::max(spanning.row_span, row - spanning.row + 1);
  }
}

void DocumentBuilder::skip_columns(std::uint32_t count) {
  if (open_tables_.empty() || !open_tables_.back().in_row) return;
  OpenTable& open = open_tables_.back();
  const std::size_t end = open.grid.size() + count;
  while (open.grid.size() < end) {
    const std::size_t before = open.grid.size();
    fill_hanging(open);
    if (open.grid.size() < end) cover(open, {}, 1);
    if (open.grid.size() == before) return;  // the table is as large as it may be
  }
}

CellId DocumentBuilder::begin_cell(const CellSpec& spec) {
  if (open_tables_.empty()) return {};
  end_cell();
  if (!open_tables_.back().in_row) begin_row(false);
  OpenTable& open = open_tables_.back();
  fill_hanging(open);
  const auto row = static_cast<std::uint32_t>(open.row_starts.size() - 1);
  const auto column = static_cast<std::uint32_t>(open.grid.size() - open.row_starts.back());
  const CellId joined = spec.continues_above ? above(open) : CellId{};
  // Only a cell that begins at this very column goes on: a merge across an offset edge would give
  // a cell that is no rectangle.
  open.joined = joined && data_.cells[joined.index].column == column;
  const std::uint32_t span = std::max(spec.column_span, std::uint32_t{1});
  if (open.joined) {
    open.cell = joined;
    Cell& cell = data_.cells[joined.index];
    cell.row_span = row - cell.row + 1;
    cover(open, joined, cell.column_span);
    return joined;
  }
  open.cell = CellId{static_cast<std::uint32_t>(data_.cells.size())};
  const std::size_t before = open.grid.size();
  cover(open, open.cell, span);
  Cell cell;
  cell.table = open.id;
  cell.row = row;
  cell.column = column;
  cell.column_span =
      std::max(static_cast<std::uint32_t>(open.grid.size() - before), std::uint32_t{1});
  cell.header = open.header;
  cell.revision = spec.revision;
  cell.blocks = {next_block(), next_block()};
  data_.cells.push_back(cell);
  open.cells.push_back(open.cell);
  if (spec.row_span > 1) {
    open.hanging.resize(
        std::max<std::size_t>(open.hanging.size(), open.grid.size() - open.row_starts.back()));
    for (std::uint32_t i = 0; i < cell.column_span && column + i < open.hanging.size(); ++i) {
      open.hanging[column + i] = spec.row_span - 1;
    }
  }
  return open.cell;
}

bool DocumentBuilder::widen_cell(std::uint32_t columns) {
  if (open_tables_.empty() || !open_tables_.back().in_row) return false;
  end_cell();
  OpenTable& open = open_tables_.back();
  if (open.grid.size() == open.row_starts.back() || !open.grid.back()) return false;
  const CellId last = open.grid.back();
  Cell& cell = data_.cells[last.index];
  const auto row = static_cast<std::uint32_t>(open.row_starts.size() - 1);
  const std::size_t before = open.grid.size();
  if (cell.row != row) return true;  // its width was settled in the row where it began
  cover(open, last, columns);
  cell.column_span += static_cast<std::uint32_t>(open.grid.size() - before);
  return true;
}

void DocumentBuilder::end_cell() {
  if (open_tables_.empty() || !open_tables_.back().cell) return;
  end_block();
  OpenTable& open = open_tables_.back();
  Cell& cell = data_.cells[open.cell.index];
  if (!open.joined) cell.blocks.end = next_block();
  open.cell = {};
}

void DocumentBuilder::end_row() {
  if (open_tables_.empty() || !open_tables_.back().in_row) return;
  end_cell();
  fill_hanging(open_tables_.back());
  open_tables_.back().in_row = false;
}

// Rows of differing length become one grid; what no cell covers is none. The grid is cut where it
// would pass the limit, and said so.
void DocumentBuilder::square(OpenTable& open) {
  Table& table = data_.tables[open.id.index];
  open.row_starts.push_back(open.grid.size());
  std::size_t columns = 0;
  for (std::size_t row = 0; row + 1 < open.row_starts.size(); ++row) {
    columns = std::max(columns, open.row_starts[row + 1] - open.row_starts[row]);
  }
  std::size_t rows = open.row_starts.size() - 1;
  if (columns > 0 && rows > limits_.table_cells / columns) {
    rows = limits_.table_cells / columns;
    diagnose(DiagnosticCode::limit_reached,
             "a table has more cells than the limit; its end is lost");
  }
  table.rows = static_cast<std::uint32_t>(rows);
  table.columns = static_cast<std::uint32_t>(columns);
  table.header_rows = open.header_rows;
  table.cells.assign(open.cells.begin(), open.cells.end());
  table.grid.resize(rows * columns);
  for (std::size_t row = 0; row < rows; ++row) {
    std::copy(open.grid.begin() + static_cast<std::ptrdiff_t>(open.row_starts[row]),
              open.grid.begin() + static_cast<std::ptrdiff_t>(open.row_starts[row + 1]),
              table.grid.begin() + static_cast<std::ptrdiff_t>(row * columns));
  }
}

TableId DocumentBuilder::end_table() {
  if (open_tables_.empty()) return {};
  end_row();
  end_block();
  square(open_tables_.back());
  const TableId id = open_tables_.back().id;
  closed_ = std::move(open_tables_.back());
  open_tables_.pop_back();
  return id;
}

StyleId DocumentBuilder::intern_style(std::string_view name) {
  if (name.empty()) return {};
  const auto [at, added] =
      styles_.try_emplace(std::string(name), static_cast<std::uint32_t>(data_.styles.size()));
  if (added) data_.styles.emplace_back(name);
  return StyleId{at->second};
}

LinkId DocumentBuilder::link(std::string_view target) {
  const auto [at, added] =
      links_.try_emplace(std::string(target), static_cast<std::uint32_t>(data_.links.size()));
  if (added) data_.links.push_back({std::string(target)});
  return LinkId{at->second};
}

RevisionId DocumentBuilder::revision(Revision revision) {
  data_.revisions.push_back(std::move(revision));
  return RevisionId{static_cast<std::uint32_t>(data_.revisions.size() - 1)};
}

NoteId DocumentBuilder::note(Note note) {
  data_.notes.push_back(std::move(note));
  return NoteId{static_cast<std::uint32_t>(data_.notes.size() - 1)};
}

CommentId DocumentBuilder::comment(Comment comment) {
  data_.comments.push_back(std::move(comment));
  return CommentId{static_cast<std::uint32_t>(data_.comments.size() - 1)};
}

void DocumentBuilder::bookmark(std::string_view name, TextRange where) {
  data_.bookmarks.push_back({std::string(name), where});
}

void DocumentBuilder::field(std::string_view instruction, TextRange where) {
  data_.fields.push_back({std::string(instruction), where});
}

void DocumentBuilder::object(ObjectKind kind, std::string_view description,
                             std::string_view target) {
  data_.objects.push_back({kind, std::string(description), std::string(target), offset()});
}

void DocumentBuilder::property(std::string_view name, std::string_view value) {
  data_.properties.push_back({std::string(name), std::string(value)});
}

void DocumentBuilder::diagnose(DiagnosticCode code, std::string what) {
  const bool any = !data_.blocks.empty();
  const BlockId last{any ? static_cast<std::uint32_t>(data_.blocks.size() - 1) : kNone};
  data_.diagnostics.push_back({code, std::move(what), last});
}

void DocumentBuilder::line_starts(std::vector<std::uint32_t> starts) {
  data_.line_starts = std::move(starts);
  if (data_.line_starts.empty() || !data_.blocks.empty()) return;
  // Said before the text, the lines tell how much is to come; most make one block of one run.
  const std::size_t lines = data_.line_starts.size();
  data_.text.reserve(std::min<std::uint64_t>(data_.line_starts.back() + lines, limits_.text_bytes));
  data_.blocks.reserve(lines);
  data_.runs.reserve(lines);
  data_.cells.reserve(lines);
  expect_filling(data_.text);
  expect_filling(data_.blocks);
  expect_filling(data_.runs);
  expect_filling(data_.cells);
}

Draft DocumentBuilder::finish() && {
  while (!open_tables_.empty()) end_table();
  end_block();
  return {std::move(data_)};
}

}  // namespace rapporteur
