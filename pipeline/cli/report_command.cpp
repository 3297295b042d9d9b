#include <fmt/format.h>

#include <cstdio>

#include "emitters/emitter.hpp"
#include "pipeline/cli/command.hpp"
#include "pipeline/cli/output.hpp"

namespace rapporteur {
namespace {

struct Options {
  ReadingOptions reading;
  std::string report;
  std::filesystem::path out;
  std::filesystem::path templates;
};

// What there is to choose from.
int list_reports(const std::filesystem::path& templates) {
  const EmitOptions options{templates, ""};
  const Result<std::vector<Emitter>> all = emitters(options);
  if (!all) return report_error(all.error());
  for (const Emitter& emitter : *all) {
    fmt::print("{:<18} {:<22} {}{}\n", emitter.id, emitter.file_name, emitter.summary,
               emitter.by_default ? "" : " (only when asked for)");
  }
  return kExitClean;
}

int run(const Options& options) {
  if (options.report.empty()) return list_reports(options.templates);
  if (const Result<void> known = check_report(options.report, options.templates); !known) {
    return report_error(known.error());
  }
  if (options.reading.paths.empty()) {
    return report_error({ErrorCode::configuration, options.report,
                         "name the files or folders that it shall be about"});
  }
  const Result<Results> results = work(options.reading, {}, options.out);
  if (!results) return report_error(results.error());
  print_refused(*results);
  const Result<std::string> text = render(*results, options.report, false, options.templates);
  if (!text) return report_error(text.error());
  if (const Result<void> put = put_out(*text, options.out); !put) return report_error(put.error());
  return exit_code(*results);
}

}  // namespace

Command report_command(CLI::App& root) {
  CLI::App* const app = root.add_subcommand("report", "Write one report about files or folders");
  const auto options = std::make_shared<Options>();
  app->add_option(
      "REPORT", options->report,
      "name of the report: digest-md, roadmap, liaison, …; without one: a list of them");
  app->add_option("PATH", options->reading.paths, "files or folders");
  app->add_option("-o,--output", options->out, "file to write instead of standard output");
  app->add_option("--templates", options->templates, "folder with report templates of your own")
      ->check(CLI::ExistingDirectory);
  declare(*app, options->reading);
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
