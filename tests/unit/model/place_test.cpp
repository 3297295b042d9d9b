#include <catch2/catch.hpp>

#include "parsers/sketch/sketch.hpp"
#include "pipeline/model/finding.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/profile/profile.hpp"
#include "pipeline/text/fold.hpp"

namespace rapporteur {
namespace {

// Where `words` stands in a document of one paragraph.
Place place_of(std::string_view words, const std::string& paragraph) {
  const Result<Profile> base = ProfileSource().load("base");
  REQUIRE(base);
  const Document doc = normalise(read_sketch(paragraph).draft, *base);
  const std::size_t begin = doc.text().find(words);
  REQUIRE(begin != std::string_view::npos);
  const auto at = static_cast<std::uint32_t>(begin);
  return locate(doc, {0}, {at, at + static_cast<std::uint32_t>(words.size())});
}

}  // namespace

TEST_CASE("a place keeps the words around the quote with their blanks") {
  const Place place = place_of("clause 9", "As stated in (clause 9) of this text.\n");
  CHECK(place.before == "As stated in (");
  CHECK(place.quote == "clause 9");
  CHECK(place.after == ") of this text.");
}

TEST_CASE("the words around a quote are cut between words and stay well-formed") {
  std::string longest;
  for (int i = 0; i < 500; ++i) longest += "größe ";
  const Place place = place_of("HERE", longest + "HERE " + longest + "\n");
  CHECK(place.before.size() <= kContext + 1);
  CHECK(place.before.substr(place.before.size() - 8) == "größe ");
  CHECK(place.before.substr(0, 7) == "größe");
  CHECK(place.after.substr(0, 8) == " größe");
  CHECK(place.after.size() <= kContext + 1);
  CHECK(valid_utf8_prefix(place.before) == place.before.size());
}

TEST_CASE("a quote in a block of one endless word has no words around it") {
  const std::string endless(5000, 'x');
  const Place place = place_of("HERE", endless + "HERE" + endless + "\n");
  CHECK(place.before.empty());
  CHECK(place.after.empty());
}

TEST_CASE("a whole block has nothing around it") {
  const Place place = place_of("All of it.", "All of it.\n");
  CHECK(place.before.empty());
  CHECK(place.after.empty());
}

}  // namespace rapporteur
