#include "extractors/leftovers.hpp"

#include <catch2/catch.hpp>

#include "parsers/sketch/sketch.hpp"
#include "pipeline/normalise/normalise.hpp"

namespace rapporteur {
namespace {

struct Read {
  Document doc;
  Leftovers left;
};

Read read(std::string_view sketch) {
  const Result<Profile> profile = ProfileSource().load("itu-t");
  REQUIRE(profile);
  Document doc = normalise(read_sketch(sketch).draft, *profile);
  Leftovers left = leftovers(DocumentScan(doc, *profile), extract(doc, *profile));
  return {std::move(doc), std::move(left)};
}

}  // namespace

TEST_CASE("a passage that looks like a fact is left over unless a fact was read from it") {
  const Read found = read(
      "# Results\n"
      "The meeting agreed to establish the group.\n"
      "The deadline is near.\n"
      "Seven counters are kept.\n");
  REQUIRE(found.left.passages.size() == 1);
  CHECK(found.left.passages[0].looks_like == "deadlines");
  CHECK(found.doc.text(found.left.passages[0].block) == "The deadline is near.");
}

TEST_CASE("what stands in the header of a table is not left over, and no cell of its share") {
  const Read found = read(
      "| Counter | Deadline |\n"
      "| octets  | none     |\n");
  CHECK(found.left.passages.empty());
  REQUIRE(found.left.tables.size() == 1);
  CHECK(found.left.tables[0].header == "counter | deadline");
  CHECK(found.left.tables[0].cells == 2);
  CHECK(found.left.tables[0].claimed == 0);
}

TEST_CASE("the kind of a table has no numbers, and of a form only the names") {
  const Read found = read(
      "| Union   | SG13-C41 |\n"
      "| English | Original |\n"
      "\n"
      "| Title:  | Counters |\n"
      "| Source: | Alba     |\n");
  REQUIRE(found.left.tables.size() == 2);
  CHECK(found.left.tables[0].header == "union | sg#-c#");
  CHECK(found.left.tables[1].header == "title:");
}

}  // namespace rapporteur
