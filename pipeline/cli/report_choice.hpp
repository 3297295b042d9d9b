#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emitters/emitter.hpp"

namespace rapporteur {

// What `run` shall write: names of reports (ids, or files without their ending) and endings of
// files. An empty list leaves the choice to the program; "all" takes everything.
struct ReportChoice {
  std::vector<std::string> reports;
  std::vector<std::string> formats;
};

// "roadmap" of "roadmap.docx", "findings" of "findings.junit.xml".
std::string_view report_name(const Emitter& emitter);
// "docx"
std::string_view report_format(const Emitter& emitter);

// The chosen ones, in their order. Without formats a report comes in the forms that are written
// without being asked; without reports all come that do. An Error names what there is not, with the
// nearest name, or says that nothing is left.
Result<std::vector<Emitter>> chosen(const std::vector<Emitter>& all, const ReportChoice& choice);

}  // namespace rapporteur
