#include <fmt/format.h>

#include <cstdio>

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

int run(const Options& options) {
  if (const Result<void> known = check_report(options.report, options.templates); !known) {
    return report_error(known.error());
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
  app->add_option("REPORT", options->report, "name of the report: digest-md, roadmap, liaison, …")
      ->required();
  app->add_option("PATH", options->reading.paths, "files or folders")->required();
  app->add_option("-o,--output", options->out, "file to write instead of standard output");
  app->add_option("--templates", options->templates, "folder with report templates of your own")
      ->check(CLI::ExistingDirectory);
  declare(*app, options->reading);
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
