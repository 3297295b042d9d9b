#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "emitters/base/specimen.hpp"
#include "emitters/emitter.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/base/parallel.hpp"
#include "pipeline/cli/command.hpp"
#include "pipeline/cli/report_choice.hpp"

namespace rapporteur {
namespace {

struct Options {
  ReadingOptions reading;
  std::filesystem::path out = "out";
  EmitOptions emit;
  ReportChoice choice;
};

std::string title_of(const std::filesystem::path& folder) {
  const std::filesystem::path whole = std::filesystem::weakly_canonical(folder);
  return whole.filename().string();
}

// A fault of a user's template is said before the work.
Result<void> try_templates(const std::vector<Emitter>& reports, const EmitOptions& options) {
  if (options.templates.empty()) return {};
  const Results sample = specimen();
  const ReportData data(sample);
  for (const Emitter& report : reports) {
    const Result<std::string> bytes = report.emit(data, options);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
  }
  return {};
}

Result<std::vector<Emitter>> reports_of(const Options& options) {
  Result<std::vector<Emitter>> all = emitters(options.emit);
  if (!all) return all;
  Result<std::vector<Emitter>> reports = chosen(*all, options.choice);
  if (!reports) return reports;
  const Result<void> tried = try_templates(*reports, options.emit);
  if (!tried) return tl::unexpected<Error>(tried.error());
  return reports;
}

// A report that cannot be made, memory being short, is an error like any other.
Result<void> write_report(const Emitter& report, const ReportData& data, const Options& options) {
  const std::filesystem::path file = options.out / report.file_name;
  try {
    const Result<std::string> bytes = report.emit(data, options.emit);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    return write_file(file, *bytes);
  } catch (const std::exception& broken) {
    return fail(ErrorCode::internal, file.string(), broken.what());
  }
}

// The Word documents take longest; they come last in the list and are begun first.
Result<void> write_reports(const Results& results, const std::vector<Emitter>& reports,
                           const Options& options) {
  const ReportData data(results);
  std::vector<Result<void>> written(reports.size());
  parallel_for(reports.size(), jobs_of(options.reading), [&](std::size_t turn) {
    const std::size_t i = reports.size() - 1 - turn;
    written[i] = write_report(reports[i], data, options);
  });
  for (Result<void>& outcome : written) {
    if (!outcome) return std::move(outcome);
  }
  return {};
}

// What a person opens first.
const std::string& first_of(const std::vector<Emitter>& reports) {
  for (const char* file : {"digest.html", "index.html", "digest.md", "digest.docx"}) {
    const auto found = std::ranges::find(reports, file, &Emitter::file_name);
    if (found != reports.end()) return found->file_name;
  }
  return reports.front().file_name;
}

std::size_t count(const Results& results, Outcome outcome) {
  return static_cast<std::size_t>(
      std::ranges::count(results.documents, outcome, &DocumentRecord::outcome));
}

// The last line of a run counts everything: nothing is passed over in silence.
void print_summary(const Results& results, const std::vector<Emitter>& reports,
                   const std::filesystem::path& out) {
  fmt::print("{} read, {} read with damage, {} refused, {} skipped; {} facts, {} findings\n",
             count(results, Outcome::read), count(results, Outcome::damaged),
             count(results, Outcome::refused), count(results, Outcome::skipped),
             results.facts.size(), results.findings.size());
  fmt::print("reports in {}; begin with {}\n", out.string(), (out / first_of(reports)).string());
}

// Said before the work, not after it.
Result<void> make_folder(const std::filesystem::path& out) {
  std::error_code error;
  std::filesystem::create_directories(out, error);
  if (!error) return {};
  return fail(ErrorCode::io, out.string(), "folder cannot be made: " + error.message());
}

int run(const Options& options) {
  const Result<std::vector<Emitter>> reports = reports_of(options);
  if (!reports) return report_error(reports.error());
  if (const Result<void> made = make_folder(options.out); !made) return report_error(made.error());
  Result<Results> results = work(options.reading, {}, options.out);
  if (!results) return report_error(results.error());
  results->title = title_of(options.reading.paths.front());
  print_refused(*results);
  if (const Result<void> written = write_reports(*results, *reports, options); !written) {
    return report_error(written.error());
  }
  print_summary(*results, *reports, options.out);
  return exit_code(*results);
}

}  // namespace

Command run_command(CLI::App& root) {
  CLI::App* const app = root.add_subcommand(
      "run", "Read a meeting folder; write digest, findings, positions, roadmap and liaisons");
  const auto options = std::make_shared<Options>();
  app->add_option("FOLDER", options->reading.paths, "folder (or files) of the meeting")->required();
  app->add_option("-o,--output", options->out, "folder for the reports")->capture_default_str();
  app->add_option("--reports", options->choice.reports,
                  "reports to write, such as digest,roadmap; all for every one "
                  "(`rapporteur report` lists them)")
      ->delimiter(',');
  app->add_option("--formats", options->choice.formats,
                  "forms to write them in: docx, html, md, csv, xlsx, json, …; all for every one")
      ->delimiter(',');
  app->add_option("--templates", options->emit.templates,
                  "folder with report templates of your own")
      ->check(CLI::ExistingDirectory);
  declare(*app, options->reading);
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
