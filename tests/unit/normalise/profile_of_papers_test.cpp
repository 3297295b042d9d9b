#include <catch2/catch.hpp>

#include "parsers/sketch/sketch.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/run/configure.hpp"

// Whose papers these are, by what their heads say.

namespace rapporteur {
namespace {

std::string profile_of(const char* sketch) {
  static const std::vector<Profile> kAll = load_profiles(ProfileSource(), "").value();
  return detect(read_sketch(sketch).draft, kAll).name;
}

}  // namespace

TEST_CASE("who takes part in a meeting does not own its papers") {
  CHECK(profile_of("1. The World Forum (WP.29) held its 299th session. The International "
                   "Telecommunication Union (ITU) took part.") == "base");
  CHECK(
      profile_of("CPG31(29)010\nMinutes of the meeting\nThe International Telecommunication Union "
                 "(ITU) took part.") == "base");
  CHECK(profile_of("Doc: ETSI/BOARD(31)99_052r1\nReport\nJoint work with ITU-T on Q18/5") ==
        "etsi");
}

TEST_CASE("a statement of a Study Group to another body is one of ITU-T") {
  CHECK(profile_of("INTERNATIONAL TELECOMMUNICATION UNION\nSTUDY GROUP 16\nSG16-LS99\n"
                   "Title: LS to WP.29 on vehicles\nQuestions: Q27/16") == "itu-t");
}

}  // namespace rapporteur
