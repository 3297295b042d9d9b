// The rule about the names of agreements and other instruments.

#include <algorithm>
#include <set>

#include "pipeline/text/words.hpp"
#include "validators/families.hpp"
#include "validators/reading/scan.hpp"
#include "validators/reading/shared_scan.hpp"

namespace rapporteur {
namespace {

constexpr RuleOption kOptions[] = {
    {"heads", "[]", "last words of the names of instruments: \"Agreement\""},
    {"articles", "[]", "words before a name that are no part of it"},
    {"least", "3", "names from which on they are reported"},
};

constexpr std::string_view kDriftDoc = R"md(
An agreement that binds people keeps one name. Where a text has three names or more that end in the
same word and share another one, its readers cannot tell how many agreements there are. Reported
once for each further name.

```fail
%kind resolution
Members sign the ESF Group Agreement.
The ESF Membership Agreement ends with the year.  <-- 'ESF Membership Agreement'
Articles 3 and 4 of the ESF Agreement apply.  <-- 'ESF Agreement'
```

```pass
%kind resolution
Members sign the ESF Group Agreement, observers the Guest Agreement.
The ESF Group Agreement ends with the year. An agreement on rooms is sought.
```
)md";

struct Name {
  std::string text;  // white space collapsed
  std::set<std::string> words;
  PlacedMatch first;
};

bool share_a_word(const Name& a, const Name& b) {
  return std::ranges::any_of(a.words,
                             [&](const std::string& word) { return b.words.contains(word); });
}

// The names that share a word besides the last one, directly or over another name, with the first.
std::vector<const Name*> cluster_of(const Name& first, const std::vector<Name>& names) {
  std::vector<const Name*> cluster{&first};
  for (std::size_t i = 0; i < cluster.size(); ++i) {
    for (const Name& other : names) {
      const bool known = std::ranges::find(cluster, &other) != cluster.end();
      if (!known && share_a_word(*cluster[i], other)) cluster.push_back(&other);
    }
  }
  return cluster;
}

std::vector<const Name*> largest_cluster(const std::vector<Name>& names) {
  std::vector<const Name*> largest;
  for (const Name& one : names) {
    std::vector<const Name*> cluster = cluster_of(one, names);
    if (cluster.size() > largest.size()) largest = std::move(cluster);
  }
  return largest;
}

std::vector<Name> names_of(SharedScan& shared, const RuleConfig& config, std::string_view head) {
  std::vector<Name> names;
  const std::vector<std::string>& articles = config.list("articles");
  const std::string first(1, head[0]);
  const std::string pattern =
      R"((?:\b[A-Z][\w-]*[ ]+){1,6}(?i:)" + first + ")" + std::string(head.substr(1)) + R"(\b)";
  for (const PlacedMatch& hit : shared.matches(pattern)) {
    std::string text = collapse(hit.text());
    std::vector<std::string_view> found = words(text);
    if (std::ranges::find(articles, found.front()) != articles.end()) {
      text.erase(0, found.front().size() + 1);
      found = words(text);
    }
    if (found.size() < 2 || std::ranges::find(names, text, &Name::text) != names.end()) continue;
    Name name{text, {}, hit};
    for (std::size_t i = 0; i + 1 < found.size(); ++i) name.words.insert(lower_ascii(found[i]));
    names.push_back(std::move(name));
  }
  return names;
}

void check_drift(const Subject& in, Report& report) {
  const auto least = static_cast<std::size_t>(in.config.integer("least", 3));
  for (const std::string& head : in.config.list("heads")) {
    if (head.empty()) continue;
    const std::vector<Name> names = names_of(in.shared, in.config, head);
    const std::vector<const Name*> cluster = largest_cluster(names);
    if (cluster.size() < least) continue;
    for (const Name* name : cluster) {
      if (name == cluster.front()) continue;
      report.add_at(name->first.block, report.range_of(name->first.text()),
                    fmt::format("'{}': one of {} names here, the first is '{}'", name->text,
                                cluster.size(), cluster.front()->text),
                    {report.range_of(cluster.front()->first.text())});
    }
  }
}

constexpr Rule kRules[] = {
    {.id = "instrument-name-drift",
     .group = "H",
     .severity = Severity::warning,
     .summary = "an agreement keeps one name",
     .check = check_drift,
     .doc = kDriftDoc,
     .options = kOptions},
};

}  // namespace

std::span<const Rule> instrument_name_rules() { return kRules; }

}  // namespace rapporteur
