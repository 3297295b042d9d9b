#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "emitters/ci_formats.hpp"
#include "emitters/escape.hpp"
#include "emitters/view.hpp"

namespace rapporteur {
namespace {

using Findings = std::vector<const LocatedFinding*>;

bool fails(const LocatedFinding* finding) { return finding->severity != Severity::info; }

std::string case_of(const LocatedFinding& finding, const std::string& suite) {
  const std::string where = where_text(finding.place);
  const std::string name =
      where.empty() ? finding.rule : fmt::format("{} ({})", finding.rule, where);
  const std::string words = html_escaped(finding.place.quote);
  std::string out =
      fmt::format("    <testcase classname=\"{}\" name=\"{}\">\n", suite, html_escaped(name));
  if (fails(&finding)) {
    out += fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                       rapporteur::name(finding.severity), html_escaped(finding.message), words);
  } else {
    out += fmt::format("      <system-out>{}: {}</system-out>\n", html_escaped(finding.message),
                       words);
  }
  return out + "    </testcase>\n";
}

std::string lonely_case(const DocumentRecord& document, const std::string& suite) {
  const std::string error = html_escaped(document.error);
  if (document.outcome == Outcome::refused) {
    return fmt::format(
        "    <testcase classname=\"{}\" name=\"read\">\n      <error type=\"{}\" "
        "message=\"{}\"/>\n    </testcase>\n",
        suite, name(document.error_code), error);
  }
  if (document.outcome == Outcome::skipped) {
    return fmt::format(
        "    <testcase classname=\"{}\" name=\"read\">\n      <skipped "
        "message=\"{}\"/>\n    </testcase>\n",
        suite, error);
  }
  return fmt::format("    <testcase classname=\"{}\" name=\"no findings\"/>\n", suite);
}

struct Counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;

  std::string attributes() const {
    return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"", tests, failures,
                       errors, skipped);
  }
};

Counts counts_of(const DocumentRecord& document, const Findings& findings) {
  Counts counts;
  counts.tests = std::max<std::size_t>(1, findings.size());
  counts.failures = static_cast<std::size_t>(std::ranges::count_if(findings, fails));
  if (!findings.empty()) return counts;
  counts.errors = document.outcome == Outcome::refused ? 1 : 0;
  counts.skipped = document.outcome == Outcome::skipped ? 1 : 0;
  return counts;
}

}  // namespace

std::string junit(const Results& results) {
  std::unordered_map<std::string, Findings> findings;
  for (const LocatedFinding& finding : results.findings) {
    findings[finding.document].push_back(&finding);
  }
  std::string suites;
  Counts all;
  for (const DocumentRecord& document : results.documents) {
    const Findings& own = findings[document.path];
    const Counts counts = counts_of(document, own);
    all.tests += counts.tests, all.failures += counts.failures;
    all.errors += counts.errors, all.skipped += counts.skipped;
    const std::string suite = html_escaped(document.path);
    suites += fmt::format("  <testsuite name=\"{}\" {}>\n", suite, counts.attributes());
    for (const LocatedFinding* finding : own) suites += case_of(*finding, suite);
    if (own.empty()) suites += lonely_case(document, suite);
    suites += "  </testsuite>\n";
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"{}\" {}>\n{}</testsuites>\n",
      html_escaped("rapporteur " + results.title), all.attributes(), suites);
}

}  // namespace rapporteur
