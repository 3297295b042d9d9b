#include "extractors/reading/form.hpp"

#include <algorithm>

#include "extractors/reading/grid.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

struct Label {
  std::string_view name;
  std::string value;  // what stands behind it on its line
};

// The label that a line begins with; an empty name when it begins with none.
Label label_of(std::string_view line, const FormLabels& labels) {
  line = trim(line);
  if (line.empty() || !matches(line, labels.trigger)) return {};
  for (const auto& [name, patterns] : labels.patterns) {
    if (const Capture label = capture(line, patterns)) return {name, label.words("value")};
  }
  return {};
}

bool has_label(std::string_view cell, const FormLabels& labels) {
  return !label_of(cell.substr(0, cell.find('\n')), labels).name.empty();
}

// In a table of two columns the labels of the first need no colon: "From | Example Group".
std::string labelled(const Grid& grid, const Cell& cell) {
  std::string text = grid.raw(cell.row, cell.column);
  const bool bare = grid.columns() == 2 && cell.column == 0 && !text.empty() &&
                    text.find_first_of(":\n") == std::string::npos;
  return bare ? text + ":" : text;
}

// What stands to the right of a label, or else below it.
struct ValueCell {
  std::string text;
  TextRange where;
};
ValueCell value_beside(const Grid& grid, std::uint32_t row, std::uint32_t column,
                       const FormLabels& labels) {
  const CellId label = grid.table().at(row, column);
  for (std::uint32_t next = column + 1; next < grid.columns(); ++next) {
    if (grid.table().at(row, next) == label) continue;
    std::string text = grid.raw(row, next);
    if (has_label(text, labels)) return {};
    return {std::move(text), grid.range(row, next)};
  }
  if (row + 1 >= grid.rows() || !grid.is_band(row + 1)) return {};
  std::string text = grid.raw(row + 1, 0);
  if (has_label(text, labels)) return {};
  return {std::move(text), grid.range(row + 1, 0)};
}

}  // namespace

FormLabels::FormLabels(const Wording& wording, std::span<const std::string_view> names)
    : trigger(wording.named("label")) {
  for (const std::string_view name : names) patterns.emplace_back(name, wording.named(name));
}

void Form::put(std::string_view name, std::string value, BlockId block, TextRange where) {
  if (!values_.emplace(name, std::move(value)).second) return;
  if (!block_) block_ = block;
  if (where.empty()) return;
  where_ = where_.empty()
               ? where
               : TextRange{std::min(where_.begin, where.begin), std::max(where_.end, where.end)};
}

Form Form::of_table(const DocumentScan& scan, const Table& table, const FormLabels& labels) {
  const Document& doc = scan.doc();
  Form form;
  const Grid grid(doc, table);
  for (const CellId id : table.cells) {
    const Cell& cell = doc.cell(id);
    const BlockId first = grid.first_block(cell.row, cell.column);
    if (!first || !scan.found(first, labels.trigger)) continue;
    const std::string text = labelled(grid, cell);
    if (!has_label(text, labels)) continue;
    const ValueCell beside = value_beside(grid, cell.row, cell.column, labels);
    const std::vector<std::string_view> values = split(beside.text, '\n');
    const std::vector<std::string_view> lines = split(text, '\n');
    const bool several = std::ranges::count_if(lines, [&](std::string_view line) {
                           return !label_of(line, labels).name.empty();
                         }) > 1;
    TextRange where = grid.range(cell.row, cell.column);
    if (!beside.where.empty()) where.end = std::max(where.end, beside.where.end);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      Label label = label_of(lines[i], labels);
      if (label.name.empty()) continue;
      if (label.value.empty()) {
        const bool own = several && i < values.size();
        label.value = own ? collapse(values[i]) : (several ? std::string() : beside.text);
      }
      form.put(label.name, std::move(label.value), grid.first_block(cell.row, cell.column), where);
    }
  }
  return form;
}

Form Form::of_lines(const DocumentScan& scan, BlockRange blocks, const FormLabels& labels) {
  const Document& doc = scan.doc();
  Form form;
  for (BlockId id = blocks.begin; id < blocks.end; ++id.index) {
    const Block& block = doc.block(id);
    if (block.cell || block.kind == BlockKind::table) continue;
    const std::string_view text = doc.text(id);
    const bool one_line = text.find('\n') == std::string_view::npos;
    if (one_line && !scan.found(id, labels.trigger)) continue;
    for (const std::string_view line : split(text, '\n')) {
      Label label = label_of(line, labels);
      if (!label.name.empty()) form.put(label.name, std::move(label.value), id, block.text);
    }
  }
  return form;
}

std::size_t Form::count(std::span<const std::string_view> names) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(names, [&](std::string_view name) { return has(name); }));
}

std::string Form::text(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::string() : collapse(found->second);
}

std::vector<std::string> Form::lines(std::string_view name) const {
  std::vector<std::string> out;
  const auto found = values_.find(name);
  if (found == values_.end()) return out;
  for (const std::string_view line : split(found->second, '\n')) {
    if (std::string words = collapse(line); !words.empty()) out.push_back(std::move(words));
  }
  return out;
}

void Form::complete(const Form& other) {
  for (const auto& [name, value] : other.values_) {
    const auto found = values_.find(name);
    if (found == values_.end()) {
      values_.emplace(name, value);
    } else if (found->second.empty()) {
      found->second = value;
    }
  }
  if (!block_) {
    block_ = other.block_;
    where_ = other.where_;
  }
}

bool is_placeholder(std::string_view value) {
  value = trim(value);
  return value.size() > 2 && value.front() == '<' && value.back() == '>';
}

}  // namespace rapporteur
