#include "pipeline/normalise/mentions.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {
namespace {

const Profile& itu() {
  static const Result<Profile> kProfile = ProfileSource().load("itu-t");
  REQUIRE(kProfile);
  return *kProfile;
}

using Numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("the papers that some words name are given in their canonical form") {
  CHECK(documents_named("TDs 120, 121 and SG17-TD4R2, as TD 120 says", itu(), {"SG13", ""}) ==
        Numbers{"SG13-TD120", "SG13-TD121", "SG17-TD4R2"});
  CHECK(documents_named("Q6/13 approved ITU-T Y.3800 under Resolution 1; see C41", itu(),
                        {"SG13", ""}) == Numbers{"SG13-C41"});
  CHECK(documents_named("ITU-T Y.3800 and TD7", itu(), {}, {"itu-t-rec"}) ==
        Numbers{"ITU-T Y.3800", "TD7"});
  CHECK(documents_named("TSB Circular 068 and S5-261044", itu(), {}) ==
        Numbers{"TSB Circular 68", "S5-261044"});
  CHECK(documents_named("no number at all", itu(), {}).empty());
}

}  // namespace rapporteur
