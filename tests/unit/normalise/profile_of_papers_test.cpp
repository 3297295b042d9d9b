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

TEST_CASE(
    "papers of ISO and IEC are told by their committee, a common text by its Recommendation") {
  CHECK(profile_of("ISO/IEC JTC 1/SC 99 N 4410\nTitle: Report of the meeting\n"
                   "Source: Secretariat\nTo: ITU-T SG 17") == "iso-iec");
  CHECK(profile_of("© ISO/IEC 2026 – All rights reserved\nISO/IEC DIS 39951-2:2026(E)\n"
                   "Information technology – Locks") == "iso-iec");
  CHECK(profile_of("Recommendation ITU-T X.1981 | ISO/IEC 27981\nINTERNATIONAL TELECOMMUNICATION "
                   "UNION\nInformation technology – Locks") == "itu-t");
  CHECK(profile_of("Report of the forum\nThe International Organization for Standardization (ISO) "
                   "took part.") == "base");
}

TEST_CASE("a statement of a Study Group to another body is one of ITU-T") {
  CHECK(profile_of("INTERNATIONAL TELECOMMUNICATION UNION\nSTUDY GROUP 16\nSG16-LS99\n"
                   "Title: LS to WP.29 on vehicles\nQuestions: Q27/16") == "itu-t");
}

}  // namespace rapporteur
