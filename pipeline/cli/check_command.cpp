#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "emitters/emitter.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/cli/command.hpp"
#include "pipeline/cli/output.hpp"

namespace rapporteur {
namespace {

struct Options {
  ReadingOptions reading;
  std::string format = "text";
  std::string fail_on = "error";
  std::filesystem::path out;
};

bool fails(const Results& results, const std::string& threshold) {
  if (threshold == "never") return false;
  return std::ranges::any_of(results.findings, [&](const LocatedFinding& finding) {
    if (threshold == "info") return true;
    if (threshold == "warning") return finding.severity != Severity::info;
    return finding.severity == Severity::error;
  });
}

int run(const Options& options) {
  if (const Result<void> known = check_report(options.format, {}); !known) {
    return report_error(known.error());
  }
  const Result<Results> results = work(options.reading, {.extract = false}, {});
  if (!results) return report_error(results.error());
  print_refused(*results);
  const Result<std::string> text = render(*results, options.format, is_terminal(STDOUT_FILENO));
  if (!text) return report_error(text.error());
  if (const Result<void> put = put_out(*text, options.out); !put) return report_error(put.error());
  if (const int code = exit_code(*results); code != kExitClean) return code;
  return fails(*results, options.fail_on) ? kExitFindings : kExitClean;
}

}  // namespace

Command check_command(CLI::App& root) {
  CLI::App* const app =
      root.add_subcommand("check", "Check documents against numbering and drafting rules");
  const auto options = std::make_shared<Options>();
  app->add_option("PATH", options->reading.paths, "files or folders")->required();
  app->add_option("-f,--format", options->format, "text, or the name of a report: json, …")
      ->capture_default_str();
  app->add_option("-o,--output", options->out, "file to write instead of standard output");
  app->add_option("--fail-on", options->fail_on, "exit 1 when a finding is at least this severe")
      ->check(CLI::IsMember({"error", "warning", "info", "never"}))
      ->capture_default_str();
  declare(*app, options->reading);
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
