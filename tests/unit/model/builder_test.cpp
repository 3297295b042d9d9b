#include "pipeline/model/builder.hpp"

#include <catch2/catch.hpp>

#include "parsers/sketch/sketch.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {
namespace {

Document read(std::string_view source) {
  const Result<Profile> base = ProfileSource().load("base");
  REQUIRE(base);
  return normalise(read_sketch(source).draft, *base);
}

}  // namespace

TEST_CASE("a merged cell covers every position it spans") {
  const Document doc = read(
      "| Item | Company | < |\n"
      "| ^    | A       | B |\n");
  const Table& table = doc.tables()[0];
  REQUIRE(table.rows == 2);
  REQUIRE(table.columns == 3);
  CHECK(table.at(0, 0) == table.at(1, 0));
  CHECK(table.at(0, 1) == table.at(0, 2));
  CHECK(table.at(1, 1) != table.at(1, 2));
  CHECK(doc.cell(table.at(0, 0)).row_span == 2);
  CHECK(doc.cell(table.at(0, 0)).blocks.size() == 1);
  CHECK(doc.cell(table.at(0, 1)).column_span == 2);
  CHECK(doc.cell_text(table.at(1, 2)) == "B");
}

TEST_CASE("a clause holds its sub-clauses") {
  const Document doc = read("# 1 Scope\ntext\n## 1.1 General\nmore\n# 2 References\n");
  REQUIRE(doc.clauses().size() == 3);
  CHECK(doc.clauses()[1].number == "1.1");
  CHECK(doc.clauses()[1].title == "General");
  CHECK(doc.clauses()[1].parent == ClauseId{0});
  CHECK(doc.clauses()[0].blocks.size() == 4);
  CHECK(doc.clause_of(BlockId{3}) == ClauseId{1});
  CHECK(doc.clause_of(BlockId{4}) == ClauseId{2});
  CHECK(doc.clauses()[2].kind == ClauseKind::references);
}

TEST_CASE("an automatic number and a typed one give the same clause") {
  const Document typed = read("# 2.1 Scope\n");
  const Document automatic = read("= 2.1 = # Scope\n");
  CHECK(typed.clauses()[0].number == automatic.clauses()[0].number);
  CHECK(typed.clauses()[0].title == automatic.clauses()[0].title);
}

TEST_CASE("text is kept folded and the run says so") {
  DocumentBuilder builder("test");
  builder.text(
      "ITU\xE2\x80\x91T\xC2\xA0"
      "A.1",
      {});
  const Draft draft = std::move(builder).finish();
  CHECK(draft.data.text == "ITU-T A.1\n");
  CHECK(draft.data.runs[0].has(Mark::folded));
}

TEST_CASE("the builder gives a valid document for any order of calls") {
  DocumentBuilder builder("test");
  builder.end_table();
  builder.end_cell();
  builder.begin_row(true);
  builder.begin_cell({.continues_above = true});
  builder.text("outside", {});
  builder.begin_table();
  builder.begin_cell({.column_span = 2, .continues_above = true});
  builder.begin_block({});
  builder.begin_table();
  builder.begin_cell({.column_span = 0});
  builder.end_row();
  const Draft draft = std::move(builder).finish();
  CHECK(draft.data.tables.size() == 2);
  CHECK(draft.data.cells.size() == 2);
  CHECK(draft.data.tables[0].columns == 2);
}

TEST_CASE("a cell with a row span covers the rows below it") {
  DocumentBuilder builder("test");
  builder.begin_table();
  builder.begin_row(false);
  builder.begin_cell({.row_span = 2});
  builder.text("a", {});
  builder.begin_cell({});
  builder.text("b", {});
  builder.begin_row(false);
  builder.begin_cell({});
  builder.text("c", {});
  const Draft draft = std::move(builder).finish();
  const Table& table = draft.data.tables[0];
  CHECK(table.at(1, 0) == table.at(0, 0));
  CHECK(table.at(1, 1) == CellId{2});
  CHECK(draft.data.cells[0].row_span == 2);
}

}  // namespace rapporteur
