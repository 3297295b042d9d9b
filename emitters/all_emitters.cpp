#include "emitters/emitter.hpp"
#include "emitters/findings_text.hpp"
#include "emitters/results_json.hpp"
#include "emitters/text_reports.hpp"

namespace rapporteur {
namespace {

Result<std::string> emit_results(const Results& results, const EmitOptions&) {
  return results_json(results);
}

Result<std::string> emit_findings(const Results& results, const EmitOptions&) {
  return findings_text(results);
}

}  // namespace

Result<std::vector<Emitter>> emitters(const EmitOptions& options) {
  Result<TextReports> reports = text_reports(options);
  if (!reports) return tl::unexpected(reports.error());
  std::vector<Emitter> all = {
      {"results", "results.json", "everything, as data: the contract", emit_results},
      {"findings", "findings.txt", "findings with their words, by document and clause",
       emit_findings},
  };
  for (Emitter& report : reports->emitters) all.push_back(std::move(report));
  return all;
}

}  // namespace rapporteur
