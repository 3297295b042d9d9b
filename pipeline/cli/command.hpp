#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.hpp"
#include "pipeline/model/results.hpp"
#include "pipeline/profile/profile.hpp"
#include "pipeline/run/batch.hpp"

namespace rapporteur {

// What a command ends with.
inline constexpr int kExitClean = 0;
inline constexpr int kExitFindings = 1;  // at or above --fail-on
inline constexpr int kExitUsage =
    2;  // command line, configuration, or output that cannot be written
inline constexpr int kExitUnreadable = 3;     // some input could not be read
inline constexpr int kExitInternal = 70;      // a fault of this program
inline constexpr int kExitInterrupted = 130;  // Ctrl-C

// One subcommand: its options are declared on an application when it is made, and `run` does the
// work when it is the one that was chosen.
struct Command {
  CLI::App* app = nullptr;
  std::function<int()> run;
};

Command run_command(CLI::App& root);
Command check_command(CLI::App& root);
Command extract_command(CLI::App& root);
Command report_command(CLI::App& root);
Command roadmap_command(CLI::App& root);
Command dump_command(CLI::App& root);
Command rules_command(CLI::App& root);
Command explain_command(CLI::App& root);
Command docs_command(CLI::App& root);
Command profile_command(CLI::App& root);
Command id_command(CLI::App& root);
Command register_command(CLI::App& root);

// Options that several commands share.
struct ReadingOptions {
  std::vector<std::filesystem::path> paths;
  std::string profile;  // empty: chosen for each document
  std::filesystem::path profiles;
  int jobs = 0;  // 0: one for each core
  std::string view = "final";
  std::filesystem::path config;  // empty: the rapporteur.toml beside the documents, if any
  std::filesystem::path baseline;
  bool update_baseline = false;
  std::string fail_on;  // empty: what the configuration says, or else "error"
};
void declare(CLI::App& app, ReadingOptions& options);
void declare_profile(CLI::App& app, ReadingOptions& options);
int jobs_of(const ReadingOptions& options);

// "error: where: what" on standard error; gives the exit code that fits.
int report_error(const Error& error);

// Configuration, baseline and profiles loaded, sources listed and worked through, with progress on
// a terminal; then the findings judged. An Error when nothing could be begun or Ctrl-C was pressed.
// `out` is where the command writes to; it is not read.
Result<Results> work(const ReadingOptions& options, BatchOptions batch,
                     const std::filesystem::path& out);

// One line on standard error for each source that was refused.
void print_refused(const Results& results);

// 70, 3 or 0, by what happened to the sources.
int exit_code(const Results& results);

bool is_terminal(int descriptor);

// From here on Ctrl-C and what ends a program otherwise let it end by itself: helper programs are
// ended, their files removed, and is_interrupted() tells. A second one ends it at once.
void heed_interrupts();
bool is_interrupted();

}  // namespace rapporteur
