#include "pipeline/normalise/party.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {
namespace {

const Profile& base() {
  static const Result<Profile> kProfile = ProfileSource().load("base");
  REQUIRE(kProfile);
  return *kProfile;
}

struct Case {
  std::string_view words;
  std::string_view name;
  std::string_view office;
  std::string_view canonical;
  std::string_view country;
  PartyKind kind;
};

}  // namespace

TEST_CASE("a party is told from its office and from its country") {
  using enum PartyKind;
  const Case cases[] = {
      {"Switzerland (SG13 Chairman)", "Switzerland", "SG13 Chairman", "Switzerland", "CH", country},
      {"UK (Q6/13 Rapporteur)", "UK", "Q6/13 Rapporteur", "United Kingdom", "GB", country},
      {"Moderator (LG Electronics)", "LG Electronics", "Moderator", "LG Electronics", "KR",
       company},
      {"SG17 Chairman", "SG17 Chairman", "SG17 Chairman", "SG17 Chairman", "", unknown},
      {"Korea (Republic of)", "Korea (Republic of)", "", "Korea", "KR", country},
      {"Republic of Korea", "Republic of Korea", "", "Korea", "KR", country},
      {"U.S.A.", "U.S.A.", "", "United States", "US", country},
      {"Cote d'Ivoire", "Cote d'Ivoire", "", "Côte d'Ivoire", "CI", country},
      {"the Netherlands", "the Netherlands", "", "Netherlands", "NL", country},
      {"HUAWEI TECHNOLOGIES CO., LTD.", "HUAWEI TECHNOLOGIES CO., LTD.", "", "Huawei", "CN",
       company},
      {"Huawei Technologies Co., Ltd. (China)", "Huawei Technologies Co., Ltd.", "", "Huawei", "CN",
       company},
      {"Aldermoor Networks, Japan", "Aldermoor Networks", "", "Aldermoor Networks", "JP", unknown},
      {"Aldermoor (Veldania)", "Aldermoor (Veldania)", "", "Aldermoor (Veldania)", "", unknown},
      {"AT & T Corp.", "AT & T Corp.", "", "AT&T", "US", company},
      {"Telecommunication Standardization Bureau", "Telecommunication Standardization Bureau", "",
       "TSB", "", body},
      {"ETRI", "ETRI", "", "ETRI", "KR", institute},
  };
  for (const Case& one : cases) {
    INFO(one.words);
    const Party party = party_of(one.words, base());
    CHECK(party.name == one.name);
    CHECK(party.office == one.office);
    CHECK(party.canonical == one.canonical);
    CHECK(party.country == one.country);
    CHECK(party.kind == one.kind);
  }
}

TEST_CASE("a list of parties is divided where its author divided it") {
  const auto names = [](std::string_view list) {
    std::string out;
    for (const Party& party : parties_of(list, base())) out += "<" + party.name + ">";
    return out;
  };
  CHECK(names("Japan, Egypt, Orange") == "<Japan><Egypt><Orange>");
  CHECK(names("Spreadtrum, NTT DOCOMO, INC., Acer Incorporated") ==
        "<Spreadtrum><NTT DOCOMO, INC.><Acer Incorporated>");
  CHECK(names("Example Co., Ltd., Japan; Orange") == "<Example Co., Ltd.><Orange>");
  CHECK(names("Huawei, HiSilicon (part, of it)\nZTE") == "<Huawei, HiSilicon (part, of it)><ZTE>");
  CHECK(names("Korea (Republic of)/Norland") == "<Korea (Republic of)><Norland>");
  CHECK(names("").empty());
}

TEST_CASE("one name means one organization") {
  const ProfileSource source;
  const Result<Profile> profile = source.parse(
      "name = \"x\"\n[organizations.bodies]\nABC = [\"A Big Club\"]\nABD = [\"a big CLUB\"]\n",
      "p.toml");
  REQUIRE_FALSE(profile);
  CHECK(profile.error().where == "p.toml:4:7");
  CHECK(profile.error().what == "'ABD' shares a name with 'ABC'");
}

}  // namespace rapporteur
