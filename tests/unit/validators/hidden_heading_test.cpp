#include <algorithm>
#include <catch2/catch.hpp>

#include "pipeline/model/builder.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/profile/profile.hpp"
#include "validators/rule.hpp"

namespace rapporteur {
namespace {

// Two headings with one number, the second with these marks.
Document two_headings(std::uint16_t marks, const Profile& profile) {
  DocumentBuilder builder("docx");
  for (const std::uint16_t each : {std::uint16_t{0}, marks}) {
    builder.begin_block({.kind = BlockKind::heading, .level = 1});
    builder.text("7 Messages", {.marks = each});
    builder.end_block();
  }
  return normalise(std::move(builder).finish(), profile);
}

}  // namespace

TEST_CASE("a heading that nobody sees does not stand for a second clause", "[rules]") {
  const Result<Profile> base = ProfileSource().load("base");
  REQUIRE(base);
  const auto duplicates = [&](std::uint16_t marks) {
    return std::ranges::count(check(two_headings(marks, *base), *base),
                              std::string("clause-number-duplicate"), &Finding::rule);
  };
  CHECK(duplicates(0) == 1);
  CHECK(duplicates(static_cast<std::uint16_t>(Mark::hidden)) == 0);
}

}  // namespace rapporteur
