#include "emitters/base/shown.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {

TEST_CASE("who changes a copy changes only that one") {
  const Shown first = {{"name", "a"}, {"list", Shown::List{"x"}}};
  Shown second = first;
  second.set("name", "b");
  second.add_to("list", "y");
  CHECK(first.text("name") == "a");
  CHECK(first["list"].size() == 1);
  CHECK(second.text("name") == "b");
  CHECK(second["list"].size() == 2);
}

TEST_CASE("an item of a list stays as it was added") {
  Shown item = {{"name", "a"}};
  const Shown list = Shown::List{item};
  item.set("name", "b");
  CHECK(list.items()[0].text("name") == "a");
}

TEST_CASE("nothing says no, and what is not there is nothing") {
  for (const Shown& no : {Shown(), Shown(""), Shown(0), Shown(false), Shown(Shown::List()),
                          Shown(Shown::Members())}) {
    CHECK_FALSE(no.says_yes());
    CHECK(no.text().empty());
  }
  CHECK(Shown(7).text() == "7");
  CHECK(Shown(true).says_yes());
  CHECK_FALSE(Shown("text")["name"].says_yes());
  CHECK(Shown("text").find("name") == nullptr);
}

}  // namespace rapporteur
