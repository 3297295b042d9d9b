#include "pipeline/cli/register_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <thread>

#include "emitters/documents_register.hpp"
#include "pipeline/cli/output.hpp"
#include "pipeline/run/configure.hpp"
#include "pipeline/run/make_register.hpp"

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

int jobs_of(const ReadingOptions& options) {
  if (options.jobs > 0) return options.jobs;
  return static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
}

int run(const Options& options) {
  const Result<std::vector<Profile>> profiles =
      load_profiles(ProfileSource(options.reading.profiles), options.reading.profile);
  if (!profiles) return report_error(profiles.error());
  const Result<std::vector<Source>> sources = list_sources(options.reading.paths, {options.out});
  if (!sources) return report_error(sources.error());
  const ReadRegister read = read_register(*sources, *profiles, {}, jobs_of(options.reading));
  for (const Error& error : read.unread) {
    fmt::print(stderr, "rapporteur: {}: {}\n", error.where, error.what);
  }
  const std::string text = shown(read.documents, options.format);
  if (const Result<void> put = put_out(text, options.out); !put) return report_error(put.error());
  if (!read.unread.empty()) return kExitUnreadable;
  return read.documents.issues.empty() ? kExitClean : kExitFindings;
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
  app->add_option("-j,--jobs", options->reading.jobs, "documents read at one time")
      ->check(CLI::Range(1, 1024));
  declare_profile(*app, options->reading);
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
