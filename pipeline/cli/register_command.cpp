#include <fmt/format.h>

#include "emitters/base/results_json.hpp"
#include "emitters/data/documents_register.hpp"
#include "pipeline/cli/command.hpp"
#include "pipeline/cli/output.hpp"

namespace rapporteur {
namespace {

struct Options {
  ReadingOptions reading;
  std::string format = "text";
  std::filesystem::path out;
};

std::string shown(const Register& documents, std::string_view format) {
  if (format == "csv") return register_rows_csv(documents);
  return format == "json" ? register_json(documents) : register_text(documents);
}

int run(const Options& options) {
  const BatchOptions reading{.check = false, .extract = false};
  const Result<Results> results = work(options.reading, reading, options.out);
  if (!results) return report_error(results.error());
  print_refused(*results);
  const std::string text = shown(results->holdings, options.format);
  if (const Result<void> put = put_out(text, options.out); !put) return report_error(put.error());
  if (const int code = exit_code(*results); code != kExitClean) return code;
  return results->holdings.issues.empty() ? kExitClean : kExitFindings;
}

}  // namespace

Command register_command(CLI::App& root) {
  CLI::App* const app = root.add_subcommand(
      "register", "List the documents of a folder, their revisions, and what does not agree");
  const auto options = std::make_shared<Options>();
  app->add_option("PATH", options->reading.paths, "files or folders")->required();
  app->add_option("-f,--format", options->format, "text, csv or json")
      ->check(CLI::IsMember({"text", "csv", "json"}))
      ->capture_default_str();
  app->add_option("-o,--output", options->out, "file to write instead of standard output");
  declare(*app, options->reading);
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
