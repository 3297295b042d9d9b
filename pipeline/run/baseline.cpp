#include "pipeline/run/baseline.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "pipeline/run/suppress.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kShownQuote = 80;

std::string file_name(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

// At most kShownQuote bytes, cut before a character.
std::string shortened(std::string_view quote) {
  if (quote.size() <= kShownQuote) return std::string(quote);
  std::size_t end = kShownQuote;
  while (end > 0 && (static_cast<unsigned char>(quote[end]) & 0xC0) == 0x80) --end;
  return std::string(quote.substr(0, end)) + "…";
}

bool is_about_suppressions(const LocatedFinding& finding) {
  return finding.rule == kSuppressionUnused || finding.rule == kSuppressionExpired;
}

bool was_read(const DocumentRecord& record) {
  return record.outcome == Outcome::read || record.outcome == Outcome::damaged;
}

std::set<std::string> names_of(const Results& results, bool (*wanted)(const DocumentRecord&)) {
  std::set<std::string> names;
  for (const DocumentRecord& record : results.documents) {
    if (wanted(record)) names.insert(file_name(record.path));
  }
  return names;
}

std::string line_of(const BaselineEntry& entry) {
  const nlohmann::ordered_json json = {{"fingerprint", entry.fingerprint},
                                       {"rule", entry.rule},
                                       {"document", entry.document},
                                       {"quote", entry.quote}};
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

std::string baseline_json(Baseline baseline) {
  std::ranges::sort(baseline, {}, [](const BaselineEntry& entry) {
    return std::tie(entry.document, entry.rule, entry.fingerprint, entry.quote);
  });
  std::string out = "{\n  \"schema_version\": 1,\n  \"findings\": [";
  const char* between = "\n    ";
  for (const BaselineEntry& entry : baseline) {
    out += between + line_of(entry);
    between = ",\n    ";
  }
  return out + (baseline.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

std::size_t compare(Results& results, const Baseline& baseline) {
  std::map<std::string_view, std::size_t> known;
  for (const BaselineEntry& entry : baseline) ++known[entry.fingerprint];
  std::map<std::string_view, std::size_t> met;
  for (LocatedFinding& finding : results.findings) {
    const auto found = known.find(finding.fingerprint);
    if (found == known.end() || met[finding.fingerprint] == found->second) continue;
    ++met[finding.fingerprint];
    if (finding.standing == Standing::reported) finding.standing = Standing::baselined;
  }
  results.compared = true;
  const std::set<std::string> names = names_of(results, was_read);
  return static_cast<std::size_t>(std::ranges::count_if(baseline, [&](const BaselineEntry& entry) {
    if (!names.contains(entry.document)) return false;
    std::size_t& left = met[entry.fingerprint];
    return left == 0 || left-- == 0;
  }));
}

Baseline updated_baseline(const Results& results, const Baseline& before, bool whole) {
  Baseline after;
  for (const LocatedFinding& finding : results.findings) {
    if (finding.standing == Standing::suppressed || is_about_suppressions(finding)) continue;
    after.push_back({finding.fingerprint, finding.rule, file_name(finding.document),
                     shortened(finding.place.quote)});
  }
  const std::set<std::string> read = names_of(results, was_read);
  const std::set<std::string> present =
      names_of(results, [](const DocumentRecord&) { return true; });
  for (const BaselineEntry& entry : before) {
    const bool gone = whole && !present.contains(entry.document);
    if (!read.contains(entry.document) && !gone) after.push_back(entry);
  }
  return after;
}

}  // namespace rapporteur
