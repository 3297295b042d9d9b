#include "validators/rule_docs.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

namespace rapporteur {

TEST_CASE("every rule has a page, and the index and a coverage page name it") {
  const auto files = generated_pages(ProfileSource());
  REQUIRE(files);
  const auto content = [&](const std::string& path) {
    const auto found = std::ranges::find(*files, path, [](const auto& file) { return file.first; });
    INFO(path);
    REQUIRE(found != files->end());
    return found->second;
  };
  const std::string index = content("docs/rules/index.md");
  const std::string coverage = content("docs/coverage/itu-t.md");
  for (const Rule* rule : all_rules()) {
    const std::string id(rule->id);
    CHECK(content("docs/rules/" + id + ".md").find(std::string(rule->summary)) !=
          std::string::npos);
    CHECK(index.find("(" + id + ".md)") != std::string::npos);
    CHECK(coverage.find("(../rules/" + id + ".md)") != std::string::npos);
  }
}

TEST_CASE("a rule that does not exist has no page") {
  CHECK_FALSE(rule_page("no-such-rule", {}));
  CHECK(rule_page("clause-number-gap", {}));
}

TEST_CASE("no rule is both checked and listed as a gap") {
  const ProfileSource source;
  for (const std::string& name : source.names()) {
    const Result<Profile> profile = source.load(name);
    REQUIRE(profile);
    std::set<std::string> known;
    for (const Rule* rule : all_rules()) known.emplace(rule->id);
    for (const PatternRule& rule : profile->pattern_rules) known.insert(rule.id);
    for (const RuleGap& gap : profile->gaps) {
      for (const std::string& id : gap.rules) {
        INFO(name << ": " << id);
        CHECK_FALSE(known.contains(id));
      }
    }
  }
}

}  // namespace rapporteur
