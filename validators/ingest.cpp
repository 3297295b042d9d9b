#include "pipeline/model/names.hpp"
#include "validators/rule.hpp"

namespace rapporteur {
namespace {

// One id for each thing a reader may have to say; ids are part of the results' contract.
const std::vector<std::string>& rule_ids() {
  static const std::vector<std::string> kIds = [] {
    std::vector<std::string> ids;
    for (int i = 0; i <= static_cast<int>(DiagnosticCode::not_read); ++i) {
      ids.push_back(std::string("ingest/") + name(static_cast<DiagnosticCode>(i)));
    }
    return ids;
  }();
  return kIds;
}

std::string_view rule_id(DiagnosticCode code) {
  return rule_ids().at(static_cast<std::size_t>(code));
}

Severity severity_of(DiagnosticCode code) {
  switch (code) {
    case DiagnosticCode::converted:
    case DiagnosticCode::charset_guessed:
    case DiagnosticCode::not_read:
    case DiagnosticCode::missing_style:
      return Severity::info;
    default:
      return Severity::warning;
  }
}

}  // namespace

std::vector<Finding> ingest_findings(const Document& doc) {
  std::vector<Finding> findings;
  for (const Diagnostic& diagnostic : doc.diagnostics()) {
    findings.push_back({rule_id(diagnostic.code),
                        severity_of(diagnostic.code),
                        diagnostic.what,
                        diagnostic.block,
                        {},
                        {}});
  }
  return findings;
}

std::vector<std::string_view> ingest_rule_ids() { return {rule_ids().begin(), rule_ids().end()}; }

}  // namespace rapporteur
