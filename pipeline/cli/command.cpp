#include "pipeline/cli/command.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <thread>

#include "parsers/external/helper_process.hpp"
#include "pipeline/cli/gate.hpp"
#include "pipeline/run/configure.hpp"
#include "pipeline/run/selection.hpp"

namespace rapporteur {
namespace {

std::atomic<bool> interrupted{false};

extern "C" void on_interrupt(int signal) {
  interrupted = true;
  stop_helpers();
  // A second Ctrl-C ends the program at once.
  std::signal(signal, SIG_DFL);
}

View view_of(const std::string& word) {
  if (word == "original") return View::original;
  return word == "marked" ? View::marked : View::final;
}

void show_progress(std::size_t done, std::size_t total, const std::string& path) {
  constexpr std::size_t kWidth = 60;
  const std::string end = path.size() > kWidth ? "…" + path.substr(path.size() - kWidth) : path;
  fmt::print(stderr, "\r\x1b[K[{}/{}] {}", done, total, end);
  if (done == total) fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
}

}  // namespace

int jobs_of(const ReadingOptions& options) {
  if (options.jobs > 0) return options.jobs;
  return static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
}

void heed_interrupts() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, on_interrupt);
}

bool is_interrupted() { return interrupted; }

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

void declare_profile(CLI::App& app, ReadingOptions& options) {
  app.add_option(
      "-p,--profile", options.profile,
      "standards body whose rules and wording apply (default: chosen for each document)");
  app.add_option("--profiles", options.profiles, "folder with profiles of your own, read first")
      ->check(CLI::ExistingDirectory);
}

void declare(CLI::App& app, ReadingOptions& options) {
  declare_profile(app, options);
  app.add_option("-j,--jobs", options.jobs,
                 "documents and reports worked on at one time (default: all cores)")
      ->check(CLI::Range(1, 1024));
  app.add_option("--config", options.config,
                 "configuration (default: the rapporteur.toml beside the documents)");
  app.add_option("--view", options.view, "tracked changes: accepted, rejected, or both shown")
      ->check(CLI::IsMember({"final", "original", "marked"}))
      ->capture_default_str();
}

int report_error(const Error& error) {
  fmt::print(stderr, "rapporteur: {}{}{}\n", error.where, error.where.empty() ? "" : ": ",
             error.what);
  if (error.code == ErrorCode::internal) return kExitInternal;
  return kExitUsage;
}

Result<Results> work(const ReadingOptions& options, BatchOptions batch,
                     const std::filesystem::path& out) {
  const Result<Gate> gate = open_gate(options);
  if (!gate) return tl::unexpected<Error>(gate.error());
  const Settings& settings = gate->settings;
  const ProfileSource source(options.profiles.empty() ? settings.profiles : options.profiles);
  const Result<std::vector<Profile>> profiles = load_profiles(source, options.profile, settings);
  if (!profiles) return tl::unexpected<Error>(profiles.error());
  Result<std::vector<Source>> sources =
      list_sources(options.paths, {out, settings.file, gate->baseline_file});
  if (!sources) return tl::unexpected<Error>(sources.error());
  if (sources->empty()) {
    return fail(ErrorCode::io, options.paths.front().string(),
                "the folder is empty; name one that holds documents");
  }
  leave_out(settings, *sources);
  batch.jobs = jobs_of(options);
  batch.read.view = view_of(options.view);
  batch.stop = &interrupted;
  if (is_terminal(STDERR_FILENO)) batch.progress = show_progress;
  heed_interrupts();
  Results results = run_batch(*sources, *profiles, batch);
  if (interrupted) {
    fmt::print(stderr, "\nrapporteur: interrupted; nothing was written\n");
    std::exit(kExitInterrupted);
  }
  if (!batch.check) return results;
  if (const Result<void> judged = judge(*gate, options, results); !judged) {
    return tl::unexpected<Error>(judged.error());
  }
  return results;
}

void print_refused(const Results& results) {
  for (const DocumentRecord& record : results.documents) {
    if (record.outcome == Outcome::refused) {
      fmt::print(stderr, "rapporteur: {}: {}\n", record.path, record.error);
    }
  }
}

int exit_code(const Results& results) {
  int code = kExitClean;
  for (const DocumentRecord& record : results.documents) {
    if (record.outcome != Outcome::refused) continue;
    if (record.error_code == ErrorCode::internal) return kExitInternal;
    code = kExitUnreadable;
  }
  return code;
}

}  // namespace rapporteur
