#include "emitters/ci_formats.hpp"
#include "emitters/emitter.hpp"
#include "emitters/findings_text.hpp"
#include "emitters/results_json.hpp"
#include "emitters/text_reports.hpp"
#include "emitters/web_page.hpp"

namespace rapporteur {
namespace {

Result<std::string> emit_findings(const Results& results, const EmitOptions&) {
  return findings_text(results);
}

// The bytes of a function that cannot fail.
template <std::string (*write)(const Results&)>
Result<std::string> emit(const Results& results, const EmitOptions&) {
  return write(results);
}

}  // namespace

Result<std::vector<Emitter>> emitters(const EmitOptions& options) {
  Result<TextReports> reports = text_reports(options);
  if (!reports) return tl::unexpected(reports.error());
  std::vector<Emitter> all = {
      {"results", "results.json", "everything, as data: the contract", emit<results_json>},
      {"findings", "findings.txt", "findings with their words, by document and clause",
       emit_findings},
      {"sarif", "findings.sarif", "findings as SARIF 2.1.0", emit<sarif>, false},
      {"junit", "findings.junit.xml", "findings as JUnit XML", emit<junit>, false},
      {"github", "findings.github.txt", "findings as annotations of a GitHub workflow",
       emit<github_annotations>, false},
  };
  all.push_back({"page", "index.html", "a page that searches and filters, in one file",
                 [labels = reports->labels](const Results& results, const EmitOptions& given) {
                   return web_page(results, labels, [&](const std::string& name) {
                     return template_text(given.templates, name);
                   });
                 }});
  for (Emitter& report : reports->emitters) all.push_back(std::move(report));
  return all;
}

}  // namespace rapporteur
