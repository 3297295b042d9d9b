#include "emitters/gate/findings_text.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {
namespace {

Results one_finding(const Place& place) {
  Results results;
  results.documents.push_back({});
  results.documents[0].path = "a.docx";
  results.findings.push_back(
      {"clause-missing", Severity::error, "there is no such clause", "a.docx", place, {}});
  return results;
}

}  // namespace

TEST_CASE("the words at fault are underlined where they stand in their sentence") {
  Place place;
  place.clause = "3.1";
  place.block = 4;
  place.line = 17;
  place.before = "見よ (";
  place.quote = "clause 9";
  place.after = ").";
  CHECK(findings_text(one_finding(place)) ==
        "a.docx\n"
        "  clause 3.1\n"
        "    error clause-missing, line 17\n"
        "      there is no such clause\n"
        "      見よ (clause 9).\n"
        "            ~~~~~~~~\n"
        "\n"
        "1 document: 1 error, 0 warnings, 0 remarks\n");
}

TEST_CASE("colours are used only when asked for, and words bring none of their own") {
  Place place;
  place.quote = "\x1b[41mred";
  const Results results = one_finding(place);
  CHECK(findings_text(results).find('\x1b') == std::string::npos);
  CHECK(findings_text(results, {true}).find("\x1b[31merror\x1b[0m") != std::string::npos);
  CHECK(findings_text(results, {true}).find("\x1b[41m") == std::string::npos);
}

TEST_CASE("a quote of many lines is cut, its underline with it") {
  Place place;
  for (int i = 0; i < 200; ++i) place.quote += "ä ";
  const std::string text = findings_text(one_finding(place));
  CHECK(text.find("ä …\n      " + std::string(101, '~') + "\n") != std::string::npos);
}

TEST_CASE("a document that could not be read is named with its reason") {
  Results results;
  results.documents.push_back({});
  results.documents[0].path = "b.docx";
  results.documents[0].outcome = Outcome::refused;
  results.documents[0].error = "it is locked";
  CHECK(findings_text(results) ==
        "b.docx\n"
        "  refused: it is locked\n"
        "\n"
        "1 document: 0 errors, 0 warnings, 0 remarks; 1 could not be read\n");
}

TEST_CASE("the width of a text is in columns, not in bytes") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("größe") == 5);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("漢字") == 4);
  CHECK(display_width("한글") == 4);
  CHECK(display_width("\xF0\x9F\x98\x80") == 2);
  CHECK(display_width("\xF0\x9F") == 1);
}

}  // namespace rapporteur
