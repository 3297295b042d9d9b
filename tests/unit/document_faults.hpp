#pragma once

#include <string>
#include <vector>

#include "pipeline/model/document.hpp"

namespace rapporteur {

// What every document holds, whatever it was read from; each breach in words. For property tests
// and fuzzers.
inline std::vector<std::string> faults_of(const DocumentData& data) {
  std::vector<std::string> faults;
  const auto expect = [&](bool holds, const char* what, std::size_t at) {
    if (!holds) faults.push_back(std::string(what) + " " + std::to_string(at));
  };
  const auto inside = [&](TextRange range) {
    return range.begin <= range.end && range.end <= data.text.size();
  };
  const auto blocks_inside = [&](BlockRange range) {
    return range.begin <= range.end && range.end.index <= data.blocks.size();
  };
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < data.blocks.size(); ++i) {
    const Block& block = data.blocks[i];
    expect(inside(block.text) && block.text.begin >= end, "text of block", i);
    expect(block.text.end < data.text.size() && data.text[block.text.end] == '\n',
           "line end of block", i);
    expect(block.first_run + std::size_t{block.run_count} <= data.runs.size(), "runs of block", i);
    expect(block.part && block.part.index < data.parts.size(), "part of block", i);
    expect(!block.cell || block.cell.index < data.cells.size(), "cell of block", i);
    expect(!block.style || block.style.index < data.styles.size(), "style of block", i);
    expect((block.kind == BlockKind::table) == static_cast<bool>(block.table), "table of block", i);
    expect(block.label.begin <= block.label.end && block.label.end <= data.labels.size(),
           "label of block", i);
    end = block.text.end;
  }
  for (std::size_t i = 0; i < data.runs.size(); ++i) {
    expect(inside(data.runs[i].text), "text of run", i);
    expect(!data.runs[i].link || data.runs[i].link.index < data.links.size(), "link of run", i);
    expect(!data.runs[i].revision || data.runs[i].revision.index < data.revisions.size(),
           "revision of run", i);
  }
  for (std::size_t i = 0; i < data.tables.size(); ++i) {
    const Table& table = data.tables[i];
    expect(table.block.index < data.blocks.size(), "block of table", i);
    expect(table.grid.size() == std::size_t{table.rows} * table.columns, "grid of table", i);
    for (std::uint32_t row = 0; row < table.rows; ++row) {
      for (std::uint32_t column = 0; column < table.columns; ++column) {
        const CellId id = table.at(row, column);
        if (!id) continue;
        expect(id.index < data.cells.size(), "cell of table", i);
        if (id.index >= data.cells.size()) continue;
        const Cell& cell = data.cells[id.index];
        expect(cell.row <= row && row < cell.row + cell.row_span && cell.column <= column &&
                   column < cell.column + cell.column_span,
               "position outside the cell that covers it, table", i);
      }
    }
  }
  for (std::size_t i = 0; i < data.cells.size(); ++i) {
    expect(blocks_inside(data.cells[i].blocks), "blocks of cell", i);
    expect(data.cells[i].table.index < data.tables.size(), "table of cell", i);
  }
  for (std::size_t i = 0; i < data.clauses.size(); ++i) {
    const Clause& clause = data.clauses[i];
    expect(blocks_inside(clause.blocks) && clause.blocks.contains(clause.heading),
           "blocks of clause", i);
    expect(!clause.parent || clause.parent.index < i, "parent of clause", i);
  }
  for (std::size_t i = 0; i < data.notes.size(); ++i) {
    expect(blocks_inside(data.notes[i].blocks), "blocks of note", i);
  }
  for (std::size_t i = 0; i < data.comments.size(); ++i) {
    expect(blocks_inside(data.comments[i].blocks) && inside(data.comments[i].anchor),
           "place of comment", i);
  }
  for (std::size_t i = 0; i < data.revisions.size(); ++i) {
    expect(inside(data.revisions[i].where), "place of revision", i);
  }
  for (std::size_t i = 0; i < data.bookmarks.size(); ++i) {
    expect(inside(data.bookmarks[i].where), "place of bookmark", i);
  }
  for (std::size_t i = 0; i < data.fields.size(); ++i) {
    expect(inside(data.fields[i].where), "place of field", i);
  }
  return faults;
}

}  // namespace rapporteur
