#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "emitters/emitter.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/cli/command.hpp"
#include "pipeline/cli/gate.hpp"
#include "pipeline/cli/output.hpp"

namespace rapporteur {
namespace {

struct Options {
  ReadingOptions reading;
  std::string format = "text";
  std::filesystem::path out;
};

// GitHub Actions gives every step a file for its summary; steps add to it.
Result<void> write_step_summary(const Results& results) {
  const char* const file = std::getenv("GITHUB_STEP_SUMMARY");
  if (file == nullptr || *file == '\0') return {};
  const Result<std::string> text = render(results, "github-summary", false);
  if (!text) return tl::unexpected<Error>(text.error());
  std::ofstream out(file, std::ios::app | std::ios::binary);
  out << *text << std::flush;
  if (out) return {};
  return fail(ErrorCode::io, file, "the step summary cannot be written");
}

int run(const Options& options) {
  if (const Result<void> known = check_report(options.format, {}); !known) {
    return report_error(known.error());
  }
  const Result<Results> results = work(options.reading, {.extract = false}, options.out);
  if (!results) return report_error(results.error());
  print_refused(*results);
  const Result<std::string> text =
      render(*results, options.format, options.out.empty() && is_terminal(STDOUT_FILENO));
  if (!text) return report_error(text.error());
  if (const Result<void> put = put_out(*text, options.out); !put) return report_error(put.error());
  if (options.format == "github") {
    if (const Result<void> put = write_step_summary(*results); !put) {
      return report_error(put.error());
    }
  }
  if (const int code = exit_code(*results); code != kExitClean) return code;
  return fails(*results) ? kExitFindings : kExitClean;
}

}  // namespace

Command check_command(CLI::App& root) {
  CLI::App* const app =
      root.add_subcommand("check", "Check documents against numbering and drafting rules");
  const auto options = std::make_shared<Options>();
  app->add_option("PATH", options->reading.paths, "files or folders")->required();
  app->add_option("-f,--format", options->format,
                  "text, json, sarif, junit, github, or the name of another report")
      ->capture_default_str();
  app->add_option("-o,--output", options->out, "file to write instead of standard output");
  app->add_option("--fail-on", options->reading.fail_on,
                  "exit 1 when a finding is at least this severe (default: error)")
      ->check(CLI::IsMember({"error", "warning", "info", "never"}));
  app->add_option("--baseline", options->reading.baseline,
                  "findings in this file are marked and do not fail the run");
  app->add_flag("--update-baseline", options->reading.update_baseline,
                "write what is found now to the baseline");
  declare(*app, options->reading);
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
