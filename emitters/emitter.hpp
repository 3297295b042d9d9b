#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emitters/view/report_data.hpp"
#include "pipeline/base/result.hpp"
#include "pipeline/model/results.hpp"

namespace rapporteur {

struct EmitOptions {
  std::filesystem::path templates;  // the user's folder; goes before the ones compiled in
  std::string now;  // ISO date and time for formats that must carry one; empty: the date of
                    // the newest document, so that the same folder gives the same bytes
};

// One output. Pure: results to bytes, the same bytes every time. Who emits several outputs of the
// same results makes their ReportData once.
struct Emitter {
  std::string id;         // "digest-html": what --format and `report` take
  std::string file_name;  // "digest.html"
  std::string summary;
  std::function<Result<std::string>(const ReportData&, const EmitOptions&)> emit;
  bool by_default = true;  // `run` writes it without being asked
};

// The emitters written in C++ and the text reports of templates/reports.toml, the user's included.
Result<std::vector<Emitter>> emitters(const EmitOptions& options);

}  // namespace rapporteur
