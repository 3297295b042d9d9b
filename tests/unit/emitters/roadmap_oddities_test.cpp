#include "emitters/roadmap/roadmap_oddities.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {

TEST_CASE(
    "rows that are one deliverable, and statuses that nobody knows, are named with their place") {
  Deliverable first;
  first.body = "ITU-T", first.number = "Y.1", first.status_as_written = "Superseeded";
  first.sources = "base.csv, row 2";
  Deliverable second = first;
  second.number = "ITU-T Y.1 (2031)", second.status = "draft", second.status_as_written = "";
  second.sources = "base.csv, row 7";
  const std::vector<std::string> oddities = roadmap_oddities({first, second});
  REQUIRE(oddities.size() == 2);
  CHECK(oddities[0] ==
        "base.csv, row 2 (Y.1): the status “Superseeded” is not on the scale; did you mean "
        "“superseded”?");
  CHECK(oddities[1].starts_with("base.csv, row 2 and base.csv, row 7 are one deliverable"));
}

}  // namespace rapporteur
