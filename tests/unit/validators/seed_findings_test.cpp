#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/reader.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/profile/profile.hpp"
#include "pipeline/text/words.hpp"
#include "tests/support/folders.hpp"
#include "validators/rule.hpp"

// The answer key of the five seed documents against what the rules report. Read at run time from
// beside the checkout; nothing of it is in the program.

namespace rapporteur {
namespace {

// Of the real defects whose rule is of the groups A to H of the catalogue. What is missed is
// printed.
constexpr double kRecall = 0.95;

const std::filesystem::path kShared = source_folder() / "../shared";

// A line of a "Defects" table of the key.
struct Defect {
  int seed = 0;
  std::string kind;                        // "R" real, "X" of the extraction, "T" trap
  std::vector<std::pair<int, int>> lines;  // first and last
  std::string what;
  std::vector<std::string> rules;
};

// "11 / Table 1" is line 11; a place without a line ("Table 3.14") is anywhere.
std::vector<std::pair<int, int>> line_ranges(std::string_view cell) {
  std::vector<std::pair<int, int>> ranges;
  for (std::string_view part : split(cell, ',')) {
    part = part.substr(0, std::min(part.find("Table"), part.find("row")));
    std::vector<int> numbers;
    std::string digits;
    for (const char c : std::string(part) + " ") {
      if (is_digit(c)) {
        digits += c;
      } else if (!digits.empty()) {
        numbers.push_back(std::stoi(digits));
        digits.clear();
      }
    }
    if (!numbers.empty()) ranges.emplace_back(numbers.front(), numbers.back());
  }
  return ranges;
}

std::vector<std::string> rule_ids(std::string_view cell) {
  std::vector<std::string> ids;
  for (const std::string_view part : split(cell, ',')) {
    const std::string_view id = trim(part.substr(0, part.find('(')));
    if (id != "info" && !id.empty()) ids.emplace_back(id);
  }
  return ids;
}

std::vector<Defect> read_key() {
  std::vector<Defect> defects;
  const Result<std::string> text = read_file(kShared / "answers/SEED-FACTS.md", 1 << 22);
  REQUIRE(text);
  int seed = -1;
  for (const std::string_view line : split(*text, '\n')) {
    if (line.starts_with("## 00")) seed = line[5] - '0';
    if (line.starts_with("## Cross")) seed = -1;
    const std::vector<std::string_view> cells = split(line, '|');
    if (seed < 0 || cells.size() != 7) continue;
    const std::string_view kind = trim(cells[2]);
    if (kind != "R" && kind != "T" && kind != "X") continue;
    defects.push_back({seed, std::string(kind), line_ranges(cells[3]), std::string(trim(cells[4])),
                       rule_ids(cells[5])});
  }
  return defects;
}

// The rules of the catalogue's groups A to H.
std::set<std::string> drafting_rules() {
  const Result<std::string> text = read_file(kShared / "rules/RULES.md", 1 << 22);
  REQUIRE(text);
  std::set<std::string> ids;
  char group = ' ';
  for (const std::string_view line : split(*text, '\n')) {
    if (line.starts_with("## ") && line.size() > 4) group = line[4] == '.' ? line[3] : ' ';
    if (group < 'A' || group > 'H' || !line.starts_with("| `")) continue;
    ids.emplace(line.substr(3, line.find('`', 3) - 3));
  }
  return ids;
}

struct Reported {
  std::string rule;
  Severity severity = Severity::info;
  std::string message;
  std::set<int> lines;  // 0 for the document as a whole
  bool explained = false;
};

std::set<int> lines_of(const Document& doc, const Finding& finding) {
  std::set<int> lines;
  const auto add = [&](TextRange range) {
    const std::uint32_t last = range.empty() ? range.begin : range.end - 1;
    for (std::uint32_t line = doc.line_at(range.begin); line <= doc.line_at(last); ++line) {
      lines.insert(static_cast<int>(line));
    }
  };
  if (!finding.block) return {0};
  add(finding.where.empty() ? doc.block(finding.block).text : finding.where);
  for (const TextRange& related : finding.related) add(related);
  return lines;
}

std::vector<Profile> all_profiles() {
  std::vector<Profile> profiles;
  const ProfileSource source;
  for (const std::string& name : source.names()) {
    Result<Profile> profile = source.load(name);
    REQUIRE(profile);
    profiles.push_back(std::move(*profile));
  }
  return profiles;
}

Result<Draft> read_seed(const std::filesystem::path& path) {
  const Result<std::string> bytes = read_file(path, std::uint64_t{1} << 26);
  REQUIRE(bytes);
  return read_document(*bytes, path.filename().string(), {});
}

std::vector<Reported> check_seed(int seed, const std::vector<Profile>& profiles) {
  std::vector<Reported> all;
  for (const auto& entry : std::filesystem::directory_iterator(kShared / "seeds")) {
    if (!entry.path().filename().string().starts_with("00" + std::to_string(seed))) continue;
    Result<Draft> draft = read_seed(entry.path());
    REQUIRE(draft);
    draft->data.path = entry.path().filename().string();
    const Profile& profile = detect(*draft, profiles);
    const Document doc = normalise(std::move(*draft), profile);
    std::cout << "seed " << seed << ": profile " << profile.name << ", kind " << doc.identity().kind
              << "\n";
    for (const Finding& finding : check(doc, profile)) {
      all.push_back({std::string(finding.rule), finding.severity, finding.message,
                     lines_of(doc, finding), false});
    }
  }
  return all;
}

bool touches(const Reported& found, const Defect& defect) {
  if (found.lines.contains(0) || defect.lines.empty()) return true;
  return std::ranges::any_of(found.lines, [&](int line) {
    return std::ranges::any_of(defect.lines, [&](const std::pair<int, int>& range) {
      return range.first <= line && line <= range.second;
    });
  });
}

bool names_rule(const Defect& defect, const std::string& rule) {
  return std::ranges::find(defect.rules, rule) != defect.rules.end();
}

}  // namespace

TEST_CASE("the rules find the real defects of the seeds and no trap", "[seeds]") {
  if (!std::filesystem::exists(kShared / "seeds")) {
    WARN("skipped: no ../shared");
    return;
  }
  const std::vector<Profile> profiles = all_profiles();
  const std::vector<Defect> key = read_key();
  const std::set<std::string> drafting = drafting_rules();
  std::map<int, std::vector<Reported>> reported;
  for (int seed = 0; seed < 5; ++seed) reported[seed] = check_seed(seed, profiles);

  std::size_t expected = 0;
  std::size_t found = 0;
  for (const Defect& defect : key) {
    const bool counts = std::ranges::any_of(
        defect.rules, [&](const std::string& id) { return drafting.contains(id); });
    bool hit = false;
    for (Reported& one : reported[defect.seed]) {
      if (!names_rule(defect, one.rule) || !touches(one, defect)) continue;
      hit = true;
      one.explained = true;
    }
    if (defect.kind == "T") {
      INFO("trap of seed " << defect.seed << ": " << defect.what);
      CHECK_FALSE(hit);
    } else if (counts) {
      expected += defect.kind == "R" ? 1 : 0;
      found += defect.kind == "R" && hit ? 1 : 0;
    }
    if (defect.kind != "T" && !hit && !defect.rules.empty()) {
      std::cout << (counts ? "missed " : "other group ") << defect.seed << " " << defect.kind << " "
                << join(defect.rules, ",") << ": " << defect.what << "\n";
    }
  }
  for (const auto& [seed, all] : reported) {
    for (const Reported& one : all) {
      if (one.explained) continue;
      std::cout << "also " << seed << ":" << *one.lines.begin() << " " << name(one.severity) << " "
                << one.rule << ": " << one.message << "\n";
    }
  }
  std::cout << "recall over groups A to H: " << found << " of " << expected << "\n";
  CHECK(static_cast<double>(found) >= kRecall * static_cast<double>(expected));
}

}  // namespace rapporteur
