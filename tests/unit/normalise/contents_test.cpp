#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/unit/parsers/seeds.hpp"

// Tables of contents and lists that stand in plain text, where their lines look like headings.

namespace rapporteur {
namespace {

Document read(std::string_view text) { return read_text(text, "base", "paper.txt"); }

std::vector<std::string> clause_numbers(const Document& doc) {
  std::vector<std::string> numbers;
  for (const Clause& clause : doc.clauses()) numbers.push_back(clause.number);
  return numbers;
}

std::size_t contents_lines(const Document& doc) {
  return static_cast<std::size_t>(std::ranges::count(doc.blocks(), BlockKind::toc, &Block::kind));
}

}  // namespace

TEST_CASE("lines that end with pages and name headings are a table of contents") {
  const Document doc = read(
      "Contents\n\n1\tScope\t4\n\n2\tReferences\t4\n\n3\tSolutions with a title that goes on\n\n"
      "in a second line\t5\n\n3.1\tGeneral\t5\n\nAnnex A (informative):\tExamples\t9\n\n"
      "1\tScope\n\nThe text is about keys.\n\n2\tReferences\n\nThere are none.\n\n"
      "3\tSolutions with a title that goes on in a second line\n\n3.1\tGeneral\n\nKeys are "
      "used.\n\n"
      "Annex A (informative):\tExamples\n\nA key is an example.\n");
  CHECK(contents_lines(doc) == 6);
  CHECK(clause_numbers(doc) == std::vector<std::string>{"1", "2", "3", "3.1", "Annex A"});
}

TEST_CASE("lines that end with numbers and name nothing are none") {
  const Document doc = read(
      "Rooms\n\nThe plenary is in room 1\n\nThe editors are in room 2\n\nThe guests are in room "
      "3\n");
  CHECK(contents_lines(doc) == 0);
}

TEST_CASE("contents without pages are a list, also before each chapter") {
  const Document doc = read(
      "1. Introduction\n\n1.1. Purpose\n1.2. Conventions\n\n2. Files\n3. Roots\n\n3.1. Purpose\n"
      "3.2. Options\n\n1. Introduction\n\nTable of Contents\n\n1.1. Purpose\n1.2. Conventions\n\n"
      "1.1. Purpose\n\nIt has one.\n\n1.2. Conventions\n\nIt keeps them.\n\n2. Files\n\n"
      "There are some.\n\n3. Roots\n\n3.1. Purpose\n\nTo hold.\n\n3.2. Options\n\nNone are "
      "known.\n");
  CHECK(clause_numbers(doc) == std::vector<std::string>{"1", "1.1", "1.2", "2", "3", "3.1", "3.2"});
}

TEST_CASE("numbers with a stop among clauses without are those of a list") {
  const Document doc = read(
      "1\tScope\n\nThe text is about keys.\n\n2\tIssues\n\nThere are two.\n\n2.1\tDetails\n\n"
      "The study follows these principles:\n\n3. Principles of trust.\n\n4. Principles of keys.\n\n"
      "They are known.\n\n3\tSolutions\n\nThere is one.\n");
  CHECK(clause_numbers(doc) == std::vector<std::string>{"1", "2", "2.1", "3"});
}

TEST_CASE("behind a list of two the clauses count on") {
  const Document doc = read(
      "1. About this text\n\nThe editors are:\n\n1. Ann Example\n\n2. Ben Sample\n\n"
      "Both are known to the group.\n\n2. The archive\n\nIt is kept.\n\n3. The packages\n\nSo are "
      "they.\n");
  CHECK(clause_numbers(doc) == std::vector<std::string>{"1", "2", "3"});
}

TEST_CASE("a number of four digits alone on a line numbers no clause") {
  const Document doc = read(
      "1\tScope\n\nThe text is about code.\n\n2\tCorrections\n\n1406\n\n1407\n\nThat is all.\n");
  CHECK(clause_numbers(doc) == std::vector<std::string>{"1", "2"});
}

TEST_CASE("rows of figures are no clauses") {
  const Document doc = read(
      "1\tScope\n\nThe text is about rates.\n\n2\tRates\n\nWidth (MHz)\tBand\tUse (%)\n\n"
      "1\t10\t72,5\n\n2\t15\t77,1\n\n3\tResults\n\nThey are known.\n");
  CHECK(clause_numbers(doc) == std::vector<std::string>{"1", "2", "3"});
}

TEST_CASE("a sentence behind a number is no clause where headings are underlined") {
  const Document doc = read(
      "10. Checklist\n*************\n\n10.1. About\n===========\n\nIt is a list of changes.\n\n"
      "10.2. Version 4\n===============\n\n10.1\n   Programs must not be linked.\n\n"
      "10.3. Version 3\n===============\n\nNothing was changed.\n");
  CHECK(clause_numbers(doc) == std::vector<std::string>{"10", "10.1", "10.2", "10.3"});
}

TEST_CASE("the heads of pages are no clauses though they differ") {
  const Document doc = read(
      "1\tScope\n\nThe text is about keys.\n\f6.2.  HEADERS   41\n\n2\tKeys\n\nThere are two.\n"
      "\f42   CHAPTER 6. STREAMS\n\n3\tLocks\n\nThere are three.\n"
      "\f6.2.  HEADERS   43\n\n4\tDoors\n\nThere are four.\n");
  CHECK(clause_numbers(doc) == std::vector<std::string>{"1", "2", "3", "4"});
}

TEST_CASE("the title of a list of references is a heading among numbered ones") {
  const Document doc = read(
      "1\tScope\n\nThe text is about keys [b-KEY].\n\n2\tKeys\n\nThere are two.\n\nBibliography\n\n"
      "[b-KEY]\tA book on keys.\n");
  REQUIRE(doc.clauses().size() == 3);
  CHECK(doc.clauses()[2].kind == ClauseKind::references);
}

}  // namespace rapporteur
