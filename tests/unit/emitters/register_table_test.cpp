#include "emitters/data/register_table.hpp"

#include <catch2/catch.hpp>

#include "tests/support/golden.hpp"

namespace rapporteur {
namespace {

LocatedFact deadline(const std::string& date, const std::string& what) {
  LocatedFact fact;
  Deadline value;
  value.date = date;
  value.what = what;
  fact.value = value;
  fact.document = "a.docx";
  return fact;
}

}  // namespace

TEST_CASE("a register has one row a fact, sorted by its columns") {
  Results results;
  results.facts = {deadline("2031-05-01", "b"), deadline("2030-01-01", "=c"),
                   deadline("2031-05-01", "a")};
  const RegisterLayout layout = {{"deadline"}, {"date", "what", "document"}, {"date", "what"}};
  CHECK(register_csv(results, layout) ==
        "date,what,document\r\n"
        "2030-01-01,'=c,a.docx\r\n"
        "2031-05-01,a,a.docx\r\n"
        "2031-05-01,b,a.docx\r\n");
}

TEST_CASE("a register of all types takes every fact") {
  const RegisterLayout layout = {{}, {"type", "document", "clause", "quote"}, {}};
  CHECK(faults_of(layout).empty());
  CHECK(register_rows(golden_results(), layout).size() == golden_results().facts.size());
}

TEST_CASE("a layout that asks for what is not there says what is nearest") {
  CHECK(faults_of({{"desision"}, {"verb"}, {}}) ==
        std::vector<std::string>{"facts: there is no type 'desision'; did you mean 'decision'?"});
  CHECK(faults_of({{"decision"}, {"subjct"}, {}}) ==
        std::vector<std::string>{"columns: there is no 'subjct'; did you mean 'subject'?"});
  CHECK(faults_of({{"decision"}, {"stance"}, {}}).size() == 1);
}

TEST_CASE("a line of CSV keeps its cells in their columns, empty ones at the start too") {
  CHECK(csv_line({"", "", "a", ""}) == ",,a,\r\n");
}

}  // namespace rapporteur
