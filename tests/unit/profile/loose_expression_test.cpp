#include "pipeline/profile/loose_expression.hpp"

#include <re2/re2.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "pipeline/profile/profile.hpp"

namespace rapporteur {
namespace {

std::string utf8(std::uint32_t point) {
  const auto tail = [](std::uint32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
  if (point < 0x80) return {static_cast<char>(point)};
  if (point < 0x800) return {static_cast<char>(0xC0 | point >> 6), tail(point)};
  return {static_cast<char>(0xE0 | point >> 12), tail(point >> 6), tail(point)};
}

// The texts that a profile has for a pattern, and each with letters and signs beyond ASCII.
std::vector<std::string> samples(const Pattern& pattern) {
  std::vector<std::string> out;
  for (const auto* list : {&pattern.accepts, &pattern.rejects}) {
    for (const std::string& sample : *list) {
      out.push_back(sample);
      std::string accented = sample;
      re2::RE2::GlobalReplace(&accented, "e", "é");
      re2::RE2::GlobalReplace(&accented, "a", "ă");
      re2::RE2::GlobalReplace(&accented, " ", " – ");
      out.push_back(accented);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a loose expression has wide classes and open counts") {
  CHECK(loosened("^noted|agreed").pattern == "^noted|agreed");
  CHECK(loosened("^noted").finds == Finds::the_same);
  const LooseExpression letters = loosened(R"(\p{Lu}+[.\p{Lu}])");
  CHECK(letters.pattern ==
        R"([A-Z\x{C0}-\x{D6}\x{D8}-\x{DE}\x{100}-\x{200F}\x{2028}-\x{10FFFF}]+)"
        R"([.A-Z\x{C0}-\x{D6}\x{D8}-\x{DE}\x{100}-\x{200F}\x{2028}-\x{10FFFF}])");
  CHECK(letters.finds == Finds::the_same_in_common);
  CHECK(loosened(".{3,120}").pattern == ".{3,}");
  CHECK(loosened(R"(\pL.{3,120})").finds == Finds::more);
}

TEST_CASE("what a class leaves out, and what is escaped, stays") {
  for (const char* pattern :
       {R"([^\pL\d])", R"([^]\pL])", R"(\\pL)", R"([^[:alpha:]\pL])", R"(\PL\x{80})", R"([\]]x)"}) {
    CHECK(loosened(pattern).pattern == pattern);
  }
  CHECK(loosened(R"([[:digit:]\pL])").pattern.starts_with("[[:digit:]A-Za-z"));
  CHECK(loosened(R"([^a]\p{Lu})").pattern.starts_with("[^a][A-Z"));
}

TEST_CASE("letters of Latin-1 are told apart by a loose expression as by the exact one") {
  for (const char* pattern : {R"(^\pL$)", R"(^\p{Lu}$)", R"(^\p{Ll}$)", R"((?i)^\p{Lu}$)",
                              R"((?i)^\p{Ll}$)", R"((?i)^\pL$)"}) {
    const re2::RE2 exact(pattern);
    const re2::RE2 loose(loosened(pattern).pattern);
    for (std::uint32_t point = 1; point < 0x3000; ++point) {
      const std::string text = utf8(point);
      INFO(pattern << " " << point);
      const bool is = re2::RE2::PartialMatch(text, exact);
      const bool may_be = re2::RE2::PartialMatch(text, loose);
      if (is_common(text) ? is != may_be : is && !may_be) FAIL(text);
    }
  }
}

TEST_CASE("common texts have Latin-1 letters and usual punctuation") {
  for (const char* text : {"", "plain", "à l’été – “x” • …", "naïve", "½ ÿ"})
    CHECK(is_common(text));
  for (const char* text : {"Łódź", "表", "a≤b", "\xE2", "\xE2\x80", "€"})
    CHECK_FALSE(is_common(text));
}

TEST_CASE("a loose expression matches wherever that of a profile does") {
  const ProfileSource source;
  const Profile profile = source.load("itu-t").value();
  for (const auto& [extractor, wording] : profile.wording) {
    for (const Pattern& pattern : wording.patterns) {
      const std::string& exact = pattern.expression.pattern();
      const LooseExpression loose = loosened(exact);
      if (loose.finds == Finds::the_same) continue;
      INFO(extractor << " " << pattern.name << ": " << exact);
      const re2::RE2 sharp(exact);
      const re2::RE2 wide(loose.pattern);
      REQUIRE(wide.ok());
      for (const std::string& text : samples(pattern)) {
        const bool is = re2::RE2::PartialMatch(text, sharp);
        const bool may_be = re2::RE2::PartialMatch(text, wide);
        const bool same = loose.finds == Finds::the_same_in_common && is_common(text);
        if (same ? is != may_be : is && !may_be) FAIL(text);
      }
    }
  }
}

TEST_CASE("a pattern that begins a text has no choice beside its start") {
  for (const char* pattern : {"^a", "(?i)^a", "^(?:a|b)", "^[|(]a", R"(^\|a)", "^[^]|]a"}) {
    CHECK(begins_text(pattern));
  }
  for (const char* pattern : {"a", "^a|b", "(?:^|x)a", "^(a)|b"}) CHECK_FALSE(begins_text(pattern));
}

}  // namespace rapporteur
