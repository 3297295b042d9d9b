// Rules about how Resolutions are cited, and papers that have two names.

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

// A Resolution followed by a bracket that ends with a year.
constexpr std::string_view kLoose =
    R"(\bResolution (\d{1,3}),? \(((?:[Rr]ev\.?,? ?)?\p{Lu}[^()\n\d]{1,40}(?:\d{2})?[^()\n\d]{0,20}(\d{4}))(?:\[[^\]]*\])?\))";
constexpr std::string_view kStrict =
    R"(^(Rev\. )?(\p{Lu}[\p{L}'’.-]*(?: [\p{L}'’.-]+){0,3}), (\d{4})$)";

struct Cited {
  BlockId block;
  std::string_view whole;
  std::string number;
  std::string_view bracket;
  std::string year;
};

std::vector<Cited> cited(SharedScan& shared) {
  std::vector<Cited> all;
  for (const PlacedMatch& hit : shared.matches(kLoose)) {
    all.push_back({hit.block, hit.text(), std::string(hit.group(1)), hit.group(2),
                   std::string(hit.group(3))});
  }
  return all;
}

constexpr std::string_view kFormatDoc = R"md(
A Resolution is cited with its number and, in brackets, "Rev.", place and year: "Resolution 7 (Rev.
Geneva, 2022)", or place and year alone when it was not revised. Capital R, full stop and comma
belong to it, and one Resolution of one assembly is cited as revised everywhere or nowhere.

```fail
Resolution 7 (rev. Geneva 2022) applies.  <-- (Rev. Geneva, 2022)
Resolution 7 (Rev. Geneva 2022) applies.  <-- (Rev. Geneva, 2022)
```

```fail
Annex A to Resolution 2 (Rev. New Delhi, 2024)
Annex B to Resolution 2 (New Delhi, 2024)  <-- cited with 'Rev.' elsewhere
```

```pass
Resolution 7 (Rev. Geneva, 2022), Resolution 98 (Geneva, 2022) and Resolution 22 apply.
```
)md";

std::string corrected(const Cited& one) {
  const std::vector<PatternMatch> parts = matches(
      one.bracket,
      compiled(R"(^((?i:rev)\.?,? ?)?(?:[A-Z]{2,4})?[-\d]*,? ?(\p{L}[\p{L}' -]*?),? ?(\d{4})$)"));
  if (parts.empty() || trim(parts[0].groups[2]).empty()) return "";
  return fmt::format("({}{}, {})", parts[0].groups[1].empty() ? "" : "Rev. ",
                     trim(parts[0].groups[2]), parts[0].groups[3]);
}

void check_format(const Subject& in, Report& report) {
  const std::vector<Cited> all = cited(in.shared);
  std::map<std::string, const Cited*> revised;  // number and "Place, Year"
  for (const Cited& one : all) {
    if (one.bracket.starts_with("Rev. ")) {
      revised.emplace(one.number + " " + std::string(one.bracket.substr(5)), &one);
    }
  }
  for (const Cited& one : all) {
    if (!found_in(one.bracket, kStrict)) {
      const std::string better = corrected(one);
      report.add_at(one.block, report.range_of(one.whole),
                    better.empty() || better == "(" + std::string(one.bracket) + ")"
                        ? fmt::format("'({})' is not of the form (Rev. Place, Year)", one.bracket)
                        : fmt::format("'({})': write {}", one.bracket, better));
      continue;
    }
    const auto same = revised.find(one.number + " " + std::string(one.bracket));
    if (same == revised.end()) continue;
    report.add_at(
        one.block, report.range_of(one.whole),
        fmt::format("Resolution {} ({}) is cited with 'Rev.' elsewhere", one.number, one.bracket),
        {report.range_of(same->second->whole)});
  }
}

constexpr std::string_view kPlaceDoc = R"md(
The place and year of a Resolution are those of an assembly or conference that met there. Looked at
are places of which the profile knows all years.

```fail
Resolution 31 (Rev. Dubai, 2016) applies.  <-- no assembly met in Dubai in 2016
```

```pass
Resolution 31 (Rev. Dubai, 2012) and Resolution 2 (Dubai, 2018) apply, and so does Resolution 9 (Paris, 2001).
```
)md";

constexpr RuleOption kPlaceOptions[] = {{"places", "{}", "place and the years of its assemblies"}};

void check_place(const Subject& in, Report& report) {
  for (const Cited& one : cited(in.shared)) {
    for (const auto& [place, years] : in.config.table("places")) {
      if (!found_in(one.bracket, fmt::format(R"(^(?:(?i:rev)\.? )?{},? \d{{4}}$)", place)))
        continue;
      if (years.find(one.year) != std::string::npos) continue;
      report.add_at(one.block, report.range_of(one.whole),
                    fmt::format("no assembly met in {} in {}", place, one.year));
    }
  }
}

constexpr std::string_view kVersionDoc = R"md(
One Resolution is not cited with two editions in one document: the reader cannot know which text is
meant. Sentences that name both, and Resolutions of different assemblies with one number, pass.

```fail
Resolution 68 (Rev. Hammamet, 2016) asks for a review.
The group reviewed Resolution 68 (Rev. Geneva, 2022).  <-- 2022 here, 2016 earlier
```

```pass
Resolution 68 (Rev. Hammamet, 2016) became Resolution 68 (Rev. Geneva, 2022).
Resolution 71 (Rev. Bucharest, 2022) and Resolution 71 (Rev. Hammamet, 2016) are of two bodies.
```
)md";

// The body that met at a place and year: from the bracket itself, or from the table.
std::string body_of(const Cited& one, const StringTable& assemblies) {
  for (const auto& [place, body] : assemblies) {
    if (found_in(one.bracket, fmt::format(R"(\b{}\b)", body))) return body;
  }
  for (const auto& [place, body] : assemblies) {
    if (one.bracket.find(place) != std::string_view::npos) return body;
  }
  return "";
}

void check_version(const Subject& in, Report& report) {
  std::map<std::string, Cited> first;
  std::set<std::string> told;
  for (const Cited& one : cited(in.shared)) {
    const std::string body = body_of(one, in.config.table("assemblies"));
    if (body.empty()) continue;
    const std::string key = body + " " + one.number;
    const auto [earlier, fresh] = first.emplace(key, one);
    if (fresh || earlier->second.year == one.year || earlier->second.block == one.block) continue;
    if (!told.insert(key + one.year).second) continue;
    report.add_at(one.block, report.range_of(one.whole),
                  fmt::format("{} Resolution {}: {} here, {} earlier", body, one.number, one.year,
                              earlier->second.year),
                  {report.range_of(earlier->second.whole)});
  }
}

constexpr RuleOption kAssemblyOptions[] = {
    {"assemblies", "{}", "place and year of an assembly, and its body"}};

constexpr std::string_view kPaperDoc = R"md(
One paper keeps one identifier. Two that end alike and begin differently are one paper under two
names.

```fail
- Technical Paper HSTP.ACC-UC on use cases
- maintain FSTP-ACC-UC  <-- HSTP.ACC-UC
```

```pass
- Technical Paper FSTP-ACC-UC on use cases
- maintain FSTP-ACC-UC and FSTP-TACL
```
)md";

void check_paper(const Subject& in, Report& report) {
  struct Named {
    std::string prefix;
    std::string_view text;
  };
  std::map<std::string, Named> papers;
  for (const PlacedMatch& hit : in.shared.matches(R"(\b([A-Z]ST[PR])[-.]([A-Z][A-Za-z0-9-]+)\b)")) {
    const std::string prefix(hit.group(1));
    const auto [first, fresh] =
        papers.emplace(std::string(hit.group(2)), Named{prefix, hit.text()});
    if (fresh || first->second.prefix == prefix) continue;
    report.add_at(
        hit.block, report.range_of(hit.text()),
        fmt::format("'{}' here, '{}' earlier: one paper or two?", hit.text(), first->second.text),
        {report.range_of(first->second.text)});
  }
}

constexpr Rule kRules[] = {
    {.id = "resolution-citation-format",
     .group = "A",
     .severity = Severity::warning,
     .summary = "a Resolution is cited as (Rev. Place, Year)",
     .check = check_format,
     .doc = kFormatDoc},
    {.id = "resolution-place-year",
     .group = "A",
     .severity = Severity::error,
     .summary = "a Resolution is of an assembly that there was",
     .check = check_place,
     .doc = kPlaceDoc,
     .options = kPlaceOptions},
    {.id = "ref-version-conflict",
     .group = "G",
     .severity = Severity::warning,
     .summary = "one Resolution is not cited with two editions",
     .check = check_version,
     .doc = kVersionDoc,
     .options = kAssemblyOptions},
    {.id = "paper-id-conflict",
     .group = "A",
     .severity = Severity::warning,
     .summary = "one paper keeps one identifier",
     .check = check_paper,
     .doc = kPaperDoc},
};

}  // namespace

std::span<const Rule> resolution_rules() { return kRules; }

}  // namespace rapporteur
