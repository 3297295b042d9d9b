#include <catch2/catch.hpp>

#include "parsers/sketch/sketch.hpp"
#include "pipeline/normalise/normalise.hpp"

namespace rapporteur {
namespace {

Document read(const char* sketch) {
  const Result<Profile> base = ProfileSource().load("base");
  REQUIRE(base);
  return normalise(read_sketch(sketch).draft, *base);
}

}  // namespace

TEST_CASE("passages of another text are a scope between the lines that say so") {
  const Document doc = read(
      "# 1 Proposal\n"
      "* * * First change * * *\n"
      "## 7.2 Timers\n"
      "* * * Next change * * *\n"
      "# 9 Codes\n"
      "* * * End of changes * * *\n"
      "# 2 Conclusion\n");
  REQUIRE(doc.clauses().size() == 4);
  REQUIRE(doc.scopes().size() == 3);
  CHECK(doc.scopes()[1].kind == ScopeKind::excerpt);
  CHECK(doc.clauses()[0].scope == ScopeId{0});
  CHECK(doc.clauses()[1].scope == ScopeId{1});
  CHECK(doc.clauses()[2].scope == ScopeId{2});
  CHECK(doc.clauses()[3].scope == ScopeId{0});
}

TEST_CASE("an annex within the passages of another text keeps its scope") {
  const Document doc = read(
      "# 1 Proposal\n"
      "--- Beginning of proposed change ---\n"
      "# Annex B Codes\n"
      "## B.1 General\n"
      "--- End of proposed change ---\n");
  REQUIRE(doc.clauses().size() == 3);
  CHECK(doc.scope(doc.clauses()[2].scope).kind == ScopeKind::annex);
  CHECK(doc.scope(doc.scope_of(BlockId{1})).kind == ScopeKind::excerpt);
}

TEST_CASE("the label of an annex and the lines of its title are one heading") {
  const Document doc = read(
      "# 1 Scope\n"
      "# Annex A\\n\\nTemplate of a proposal\\nin the work programme\n"
      "Text.\n");
  REQUIRE(doc.clauses().size() == 2);
  CHECK(doc.clauses()[1].number == "Annex A");
  CHECK(doc.clauses()[1].title == "Template of a proposal in the work programme");
}

TEST_CASE("an annex whose style is of level 8 stands beside the clauses") {
  const Document doc = read(
      "# 5 Messages\n"
      "## 5.1 General\n"
      "######## Annex A (normative): Codes\n"
      "# A.1 General\n"
      "## A.1.1 Form\n");
  REQUIRE(doc.clauses().size() == 5);
  CHECK(doc.clauses()[2].level == 1);
  CHECK_FALSE(doc.clauses()[2].parent);
  CHECK(doc.clauses()[3].parent == ClauseId{2});
  CHECK(doc.clauses()[4].parent == ClauseId{3});
}

}  // namespace rapporteur
