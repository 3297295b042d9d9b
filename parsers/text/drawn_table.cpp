#include "parsers/text/drawn_table.hpp"

#include <algorithm>

#include "parsers/text/aligned_table.hpp"
#include "parsers/text/column_table.hpp"
#include "parsers/text/grid_table.hpp"
#include "parsers/text/list_marker.hpp"
#include "parsers/text/paragraphs.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// The words between the bars of a line; "\|" is no bar, nor are those at its ends.
std::vector<std::string_view> between_bars(std::string_view line) {
  if (line.starts_with('|')) line.remove_prefix(1);
  if (line.ends_with('|') && !line.ends_with("\\|")) line.remove_suffix(1);
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    const bool escaped = at > 0 && at < line.size() && line[at - 1] == '\\';
    if (at < line.size() && (line[at] != '|' || escaped)) continue;
    const std::size_t end = std::min(at, line.size());
    pieces.push_back(trim(line.substr(begin, end - begin)));
    begin = end + 1;
  }
  return pieces;
}

bool has_bar(std::string_view line) { return line.find('|') != line.npos; }

// "|---|:-:|", "--- | ---": what stands below the header of a Markdown table.
bool is_delimiter_row(std::string_view line) {
  if (line.find_first_not_of("|:- \t") != line.npos || !has_bar(line)) return false;
  return std::ranges::all_of(between_bars(line),
                             [](std::string_view piece) { return piece.find('-') != piece.npos; });
}

bool is_barred(std::string_view line) {
  return line.size() > 2 && line.front() == '|' && line.back() == '|';
}

void add_row(std::string_view line, std::size_t width, DrawnTable& table) {
  const std::vector<std::string_view> pieces = between_bars(line);
  const std::size_t count = std::min(pieces.size(), width);
  for (std::size_t i = 0; i < count; ++i) {
    table.cells.push_back({table.rows, static_cast<std::uint32_t>(i), 1, 1, {pieces[i]}});
  }
  if (count > 0) {
    table.cells.back().column_span = static_cast<std::uint32_t>(width - count + 1);
  }
  ++table.rows;
}

// A table with a rule below its header goes on as long as there are bars.
std::optional<DrawnTable> read_markdown(const Lines& lines, std::size_t at) {
  if (!lines.prose(at + 1) || !is_delimiter_row(lines.text(at + 1))) return {};
  const std::size_t width = between_bars(lines.text(at + 1)).size();
  if (!has_bar(lines.text(at)) || between_bars(lines.text(at)).size() != width) return {};
  DrawnTable table;
  table.header_rows = 1;
  add_row(lines.text(at), width, table);
  for (at += 2; lines.prose(at) && has_bar(lines.text(at)); ++at) {
    add_row(lines.text(at), width, table);
  }
  table.end = at;
  return table;
}

// Two rows or more of as many cells, each between bars.
std::optional<DrawnTable> read_bars(const Lines& lines, std::size_t at) {
  if (!is_barred(lines.text(at))) return {};
  const std::size_t width = between_bars(lines.text(at)).size();
  DrawnTable table;
  for (; lines.prose(at) && is_barred(lines.text(at)); ++at) {
    const std::string_view line = lines.text(at);
    if (is_delimiter_row(line)) continue;
    if (between_bars(line).size() != width) break;
    add_row(line, width, table);
  }
  table.end = at;
  if (table.rows < 2) return {};
  return table;
}

// "\|" is a bar of the text.
void write_words(std::string_view words, TextWriter& writer, std::optional<std::string_view> gap) {
  const std::size_t escaped = std::min(words.find("\\|"), words.size());
  const std::string_view head = words.substr(0, escaped);
  if (gap) {
    if (!gap->empty()) writer.gap(*gap, head);
    writer.words(head);
  } else {
    write_line_in_cell(head, writer);
  }
  words.remove_prefix(escaped);
  while (!words.empty()) {
    words.remove_prefix(1);  // the backslash
    const std::size_t next = std::min(words.find("\\|"), words.size());
    writer.words(words.substr(0, next));
    words.remove_prefix(next);
  }
}

// What stands between a line of a cell and the next: nothing behind a hyphen at which it is broken.
std::string_view gap_behind(std::string_view words) {
  const char before = words.size() > 1 ? words[words.size() - 2] : ' ';
  return words.ends_with('-') && (is_alpha(before) || is_digit(before)) ? "" : " ";
}

// Markdown's "<br>" ends a line within a cell. Lines of a cell are one paragraph up to an empty
// line or the next list item.
void write_cell(const DrawnCell& cell, TextWriter& writer) {
  std::optional<std::string_view> gap;  // none: a paragraph begins
  for (const std::string_view line : cell.lines) {
    const bool broken = gap && gap->empty();  // "(2025-" and "05)" below it, which is no item
    const bool item = !broken && leading_marker(line).kind != MarkerKind::none;
    if (line.empty() || item) gap.reset();
    std::size_t begin = 0;
    for (std::size_t at = line.find("<br"); at != line.npos; at = line.find("<br", begin)) {
      const std::size_t end = line.find('>', at);
      if (end == line.npos) break;
      if (const std::string_view words = trim(line.substr(begin, at - begin)); !words.empty()) {
        write_words(words, writer, gap);
      }
      gap.reset();
      begin = end + 1;
    }
    if (const std::string_view words = trim(line.substr(begin)); !words.empty()) {
      write_words(words, writer, gap);
      gap = gap_behind(words);
    }
  }
}

}  // namespace

bool may_begin_drawing(std::string_view line) {
  return line.starts_with('|') || line.starts_with("+-") || line.starts_with("+=");
}

std::optional<DrawnTable> read_drawn_table(const Lines& lines, std::size_t at) {
  if (!lines.prose(at)) return {};
  const char first = lines[at].size > 0 ? lines.text(at).front() : '\0';
  if (first == '+') return read_grid_table(lines, at);
  const char below = lines.prose(at + 1) ? lines.text(at + 1).front() : '\0';
  if (below == '-' || below == '|' || below == ':') {
    if (std::optional<DrawnTable> table = read_markdown(lines, at)) return table;
  }
  if (first == '|') return read_bars(lines, at);
  const bool ruled = first == '-' || first == '=' || below == '-' || below == '=';
  return ruled ? read_column_table(lines, at) : read_aligned_table(lines, at);
}

void write_drawn_table(const DrawnTable& table, DocumentBuilder& builder, TextWriter& writer) {
  builder.begin_table();
  std::uint32_t row = 0;
  builder.begin_row(table.header_rows > 0);
  for (const DrawnCell& cell : table.cells) {
    for (; row < cell.row; ++row) builder.begin_row(row + 1 < table.header_rows);
    builder.begin_cell({.column_span = cell.column_span, .row_span = cell.row_span});
    write_cell(cell, writer);
    builder.end_cell();
  }
  builder.end_row();
  builder.end_table();
}

}  // namespace rapporteur
