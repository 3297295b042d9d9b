#pragma once

#include <vector>

#include "emitters/base/report_words.hpp"
#include "emitters/emitter.hpp"

namespace rapporteur {

// The reports of templates/reports.toml and the words they use. A report or label of the user's
// folder replaces the one of the same name that is compiled in; lists of words replace the lists.
struct TextReports {
  std::vector<Emitter> emitters;
  ReportWords wording;
};
Result<TextReports> text_reports(const EmitOptions& options);

// A template or list by its name below templates/: the user's, or else the one compiled in.
Result<std::string> template_text(const std::filesystem::path& folder, const std::string& name);

}  // namespace rapporteur
