#include <fmt/format.h>

#include <cstdio>

#include "extractors/extractor.hpp"
#include "pipeline/cli/command.hpp"
#include "pipeline/cli/output.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

struct Options {
  ReadingOptions reading;
  std::vector<std::string> facts;
  std::string format = "json";
  std::filesystem::path out;
};

Result<void> check_names(const std::vector<std::string>& names) {
  std::vector<std::string_view> known;
  for (const Extractor* extractor : all_extractors()) known.push_back(extractor->id);
  for (const std::string& name : names) {
    if (find_extractor(name) != nullptr) continue;
    const std::string_view meant = nearest(name, known);
    return fail(ErrorCode::configuration, "--facts " + name,
                fmt::format("there is no such extractor{}; known: {}",
                            meant.empty() ? "" : fmt::format(" (did you mean '{}'?)", meant),
                            fmt::join(known, ", ")));
  }
  return {};
}

int run(const Options& options) {
  if (const Result<void> known = check_names(options.facts); !known) {
    return report_error(known.error());
  }
  if (const Result<void> known = check_report(options.format, {}); !known) {
    return report_error(known.error());
  }
  BatchOptions batch;
  batch.check = false;
  batch.extractors = options.facts;
  const Result<Results> results = work(options.reading, batch, options.out);
  if (!results) return report_error(results.error());
  print_refused(*results);
  const Result<std::string> text = render(*results, options.format, false);
  if (!text) return report_error(text.error());
  if (const Result<void> put = put_out(*text, options.out); !put) return report_error(put.error());
  return exit_code(*results);
}

}  // namespace

Command extract_command(CLI::App& root) {
  CLI::App* const app =
      root.add_subcommand("extract", "Extract agendas, decisions, positions, actions, deadlines …");
  const auto options = std::make_shared<Options>();
  app->add_option("PATH", options->reading.paths, "files or folders")->required();
  app->add_option("--facts", options->facts, "only these kinds, with commas between")
      ->delimiter(',');
  app->add_option("-f,--format", options->format, "json, or the name of another report")
      ->capture_default_str();
  app->add_option("-o,--output", options->out, "file to write instead of standard output");
  declare(*app, options->reading);
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
