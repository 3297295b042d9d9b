#include "pipeline/model/own_line_terms.hpp"

#include <catch2/catch.hpp>

#include "parsers/sketch/sketch.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/profile/profile.hpp"

namespace rapporteur {
namespace {

// "name = meaning" of each entry of the first clause.
std::vector<std::string> terms_of(const char* sketch) {
  const Document doc = normalise(read_sketch(sketch).draft, ProfileSource().load("base").value());
  std::vector<std::string> out;
  for (const OwnLineTerm& term : own_line_terms(doc, doc.clauses().front())) {
    out.push_back(std::string(term.name) + " = " + std::string(doc.text(term.meaning)) +
                  (term.has_source ? " []" : ""));
  }
  return out;
}

using Terms = std::vector<std::string>;

}  // namespace

TEST_CASE("terms stand below their numbers or are headings of clauses") {
  CHECK(terms_of("# 3 Terms and definitions\nThe following apply.\n3.1\nlock\ndevice of a door\n"
                 "[SOURCE: ISO/IEC 39950:2024, 3.7]\n3.2\nQKD node\nplace that makes keys\n") ==
        Terms{"lock = device of a door []", "QKD node = place that makes keys"});
  CHECK(
      terms_of("# 3 Terms and definitions\n## 3.1 lock\ndevice of a door\n## 3.2 key\nopener\n") ==
      Terms{"lock = device of a door", "key = opener"});
}

TEST_CASE("an admitted term between a term and its definition defines nothing") {
  CHECK(terms_of("# 3 Terms and definitions\n3.1\nlock\ndoor lock\ndevice that holds a door\n") ==
        Terms{"lock = device that holds a door"});
}

TEST_CASE("clauses of prose and terms within lines are none") {
  CHECK(terms_of("# 3 Definitions\n## 3.1 General\nThe terms of X.1 apply.\n").empty());
  CHECK(terms_of("# 3 Definitions\n3.1.1\tlock: device of a door\n").empty());
  CHECK(terms_of("# 3 Definitions\n3.1\n3.2\nlock\n").empty());
  CHECK(terms_of("# 3 Definitions\n3.1\nThis sentence stands here.\nAnd another one.\n").empty());
}

}  // namespace rapporteur
