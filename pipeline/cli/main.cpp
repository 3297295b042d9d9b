#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <vector>

#include "pipeline/cli/command.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr const char* kAbout =
    "Reads the documents of a standards meeting, checks them, and writes what is in them.\n\n"
    "  rapporteur run MEETING-FOLDER -o REPORTS   everything about a folder\n"
    "  rapporteur check CONTRIBUTION.docx         numbering and drafting rules, for CI\n"
    "  rapporteur explain RULE                    what a rule wants, with examples\n";

constexpr const char* kExitCodes =
    "Exit codes: 0 clean, 1 findings at or above --fail-on, 2 command line, configuration or\n"
    "output, 3 some input could not be read, 70 a fault of this program, 130 interrupted.";

int run_chosen(const std::vector<Command>& commands) {
  const auto chosen =
      std::ranges::find_if(commands, [](const Command& command) { return command.app->parsed(); });
  return chosen == commands.end() ? kExitUsage : chosen->run();
}

// The first word names the command; the parser itself would only say that one is missing.
int report_unknown(const std::vector<Command>& commands, std::string_view word) {
  std::vector<std::string> names;
  for (const Command& command : commands) names.push_back(command.app->get_name());
  const std::string_view meant = nearest(word, {names.begin(), names.end()});
  fmt::print(stderr, "rapporteur: there is no command '{}'{}; known: {}\n", word,
             meant.empty() ? "" : fmt::format(" (did you mean '{}'?)", meant), join(names, ", "));
  return kExitUsage;
}

bool is_command(const std::vector<Command>& commands, std::string_view word) {
  return std::ranges::any_of(
      commands, [&](const Command& command) { return command.app->get_name() == word; });
}

int run(int count, char** arguments) {
  CLI::App root(kAbout, "rapporteur");
  root.set_version_flag("--version", std::string("rapporteur " RAPPORTEUR_VERSION));
  root.footer(kExitCodes);
  root.require_subcommand(1);
  const std::vector<Command> commands = {
      run_command(root),     check_command(root), extract_command(root), report_command(root),
      dump_command(root),    rules_command(root), explain_command(root), docs_command(root),
      profile_command(root), id_command(root),    roadmap_command(root), register_command(root)};
  if (count < 2) {
    fmt::print("{}", root.help());
    return kExitUsage;
  }
  if (const std::string_view word = arguments[1]; !word.starts_with('-')) {
    if (!is_command(commands, word)) return report_unknown(commands, word);
  }
  try {
    root.parse(count, arguments);
  } catch (const CLI::CallForHelp& help) {
    return root.exit(help);
  } catch (const CLI::CallForVersion& version) {
    return root.exit(version);
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr, "rapporteur: {}\nSee 'rapporteur --help'.\n", error.what());
    return kExitUsage;
  }
  return run_chosen(commands);
}

}  // namespace
}  // namespace rapporteur

int main(int count, char** arguments) {
  // A closed pipe is reported by the write that meets it.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return rapporteur::run(count, arguments);
  } catch (const std::exception& broken) {
    fmt::print(stderr, "rapporteur: a fault of this program (please report it): {}\n",
               broken.what());
    return rapporteur::kExitInternal;
  }
}
