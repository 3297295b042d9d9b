#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/sketch/sketch.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/profile/profile.hpp"
#include "pipeline/text/words.hpp"
#include "validators/rule.hpp"

namespace rapporteur {
namespace {

struct Fence {
  std::string language;
  std::string text;
};

// The fenced blocks of a page.
std::vector<Fence> fences(std::string_view page) {
  std::vector<Fence> found;
  bool open = false;
  for (const std::string_view line : split(page, '\n')) {
    if (line.starts_with("```")) {
      open = !open;
      if (open) found.push_back({std::string(trim(line.substr(3))), ""});
    } else if (open) {
      found.back().text += std::string(line) + "\n";
    }
  }
  REQUIRE_FALSE(open);
  return found;
}

// A page to prove, of either kind of rule.
struct Page {
  std::string id;
  std::string doc;
  const Rule* rule = nullptr;
};

const std::vector<std::string>& profile_names() {
  static const std::vector<std::string> kNames = ProfileSource().names();
  return kNames;
}

bool switches_on(const Profile& profile, const std::string& id) {
  const auto rule = profile.rules.find(id);
  if (rule != profile.rules.end()) return rule->second.enabled;
  return std::ranges::find(profile.pattern_rules, id, &PatternRule::id) !=
         profile.pattern_rules.end();
}

const Profile& loaded(const std::string& name) {
  static std::map<std::string, Profile> known;
  const auto found = known.find(name);
  if (found != known.end()) return found->second;
  Result<Profile> profile = ProfileSource().load(name);
  if (!profile) FAIL(profile.error().where << ": " << profile.error().what);
  return known.emplace(name, std::move(*profile)).first->second;
}

// ITU-T's when it has the rule, else the first that has.
std::string profile_for(const std::string& id) {
  if (switches_on(loaded("itu-t"), id)) return "itu-t";
  for (const std::string& name : profile_names()) {
    if (switches_on(loaded(name), id)) return name;
  }
  return "itu-t";
}

struct Settings {
  std::string profile;
  std::string kind;
  std::string path;
};

Settings settings_of(const Sketch& sketch, const std::string& id) {
  Settings settings{profile_for(id), "", ""};
  for (const auto& [key, value] : sketch.settings) {
    if (key == "profile") settings.profile = value;
    if (key == "kind") settings.kind = value;
    if (key == "path") settings.path = value;
  }
  return settings;
}

// The profile, with the options of the page laid over it.
Profile with_options(const std::string& name, const std::string& id, const std::string& options) {
  const std::string toml =
      "name = \"example\"\nextends = \"" + name + "\"\n[rule.\"" + id + "\"]\n" + options;
  Result<Profile> profile = ProfileSource().parse(toml, id);
  if (!profile) FAIL(profile.error().where << ": " << profile.error().what);
  return std::move(*profile);
}

Document document_of(Sketch& sketch, const Settings& settings, const Profile& profile) {
  sketch.draft.data.path = settings.path;
  Document doc = normalise(std::move(sketch.draft), profile);
  if (settings.kind.empty()) return doc;
  Identity identity = doc.identity();
  identity.kind = settings.kind;
  return std::move(doc).with(std::move(identity));
}

// As a run would give them; a rule that every profile has off runs all the same.
std::vector<Finding> findings_of(const Page& page, const Document& doc, const Profile& profile) {
  if (page.rule != nullptr && !switches_on(profile, page.id)) {
    return check_rule(*page.rule, doc, profile);
  }
  std::vector<Finding> found = check(doc, profile);
  std::erase_if(found, [&](const Finding& finding) { return finding.rule != page.id; });
  return found;
}

// Cells of one row are one line of a sketch, so a finding in any of them is at that line.
bool same_line(const Document& doc, BlockId a, BlockId b) {
  if (a == b) return true;
  if (!a || !b || !doc.block(a).cell || !doc.block(b).cell) return false;
  const Cell& first = doc.cell(doc.block(a).cell);
  const Cell& second = doc.cell(doc.block(b).cell);
  return first.table == second.table && first.row == second.row;
}

void compare(const Document& doc, std::vector<Finding> found,
             const std::vector<Expectation>& expected) {
  for (const Expectation& want : expected) {
    const auto hit = std::ranges::find_if(found, [&](const Finding& finding) {
      return same_line(doc, finding.block, want.block) &&
             finding.message.find(want.message) != std::string::npos;
    });
    INFO("expected: " << want.message << " at block " << want.block.index);
    for (const Finding& finding : found) {
      UNSCOPED_INFO("found: " << finding.message << " at block " << finding.block.index);
    }
    CHECK(hit != found.end());
    if (hit != found.end()) found.erase(hit);
  }
  for (const Finding& finding : found) {
    FAIL_CHECK("not expected: " << finding.message << " at '"
                                << (finding.block ? doc.text(finding.block) : "the document")
                                << "'");
  }
}

void prove(const Page& page, const Fence& fence, const std::string& options) {
  INFO(fence.language << " example:\n" << fence.text);
  Sketch sketch = read_sketch(fence.text);
  CHECK((fence.language == "fail") == !sketch.expected.empty());
  const Settings settings = settings_of(sketch, page.id);
  std::optional<Profile> own;
  if (!options.empty()) own = with_options(settings.profile, page.id, options);
  const Profile& profile = own ? *own : loaded(settings.profile);
  const Document doc = document_of(sketch, settings, profile);
  compare(doc, findings_of(page, doc, profile), sketch.expected);
}

void prove(const Page& page) {
  std::string options;
  std::set<std::string> seen;
  const std::vector<Fence> blocks = fences(page.doc);
  for (const Fence& fence : blocks) {
    if (fence.language == "options") options = fence.text;
  }
  for (const Fence& fence : blocks) {
    if (fence.language != "fail" && fence.language != "pass") continue;
    seen.insert(fence.language);
    prove(page, fence, options);
  }
  CHECK(seen.contains("fail"));
  CHECK(seen.contains("pass"));
}

}  // namespace

TEST_CASE("every example of every rule gives exactly the findings it shows", "[rules]") {
  for (const Rule* rule : all_rules()) {
    SECTION(std::string(rule->id)) { prove({std::string(rule->id), std::string(rule->doc), rule}); }
  }
}

TEST_CASE("every example of every pattern rule gives exactly the findings it shows", "[rules]") {
  std::set<std::string> done;
  for (const std::string& name : profile_names()) {
    for (const PatternRule& rule : loaded(name).pattern_rules) {
      if (!done.insert(rule.id).second) continue;
      SECTION(rule.id) { prove({rule.id, rule.doc, nullptr}); }
    }
  }
}

TEST_CASE("no two rules have the same id, and each stands in a group", "[rules]") {
  std::set<std::string_view> ids;
  for (const Rule* rule : all_rules()) {
    INFO(rule->id);
    CHECK(ids.insert(rule->id).second);
    CHECK(rule->group.size() == 1);
    CHECK_FALSE(rule->summary.empty());
  }
}

TEST_CASE("every profile names only rules and options that exist", "[rules]") {
  for (const std::string& name : profile_names()) {
    for (const Error& error : check_rule_settings(loaded(name))) {
      FAIL_CHECK(error.where << ": " << error.what);
    }
  }
}

TEST_CASE("every rule is named by some profile", "[rules]") {
  for (const Rule* rule : all_rules()) {
    const std::string id(rule->id);
    INFO(id);
    CHECK(std::ranges::any_of(
        profile_names(), [&](const std::string& name) { return loaded(name).rules.contains(id); }));
  }
}

}  // namespace rapporteur
