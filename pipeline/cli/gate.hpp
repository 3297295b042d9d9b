#pragma once

#include <filesystem>

#include "pipeline/cli/command.hpp"
#include "pipeline/profile/settings.hpp"
#include "pipeline/run/baseline.hpp"

namespace rapporteur {

// What a run is judged by. Read before any document is.
struct Gate {
  Settings settings;
  std::filesystem::path baseline_file;  // empty: none
  Baseline baseline;
  bool update = false;
  bool whole = false;  // a folder was named, so that what is not in it is gone
};

// --config, or the rapporteur.toml in the folder named (for a file: in the file's folder); and the
// baseline that it or --baseline names.
Result<Gate> open_gate(const ReadingOptions& options);

// For a run that has checked: marks what is suppressed and what stood in the baseline, says what
// fails the run, and writes the baseline when it is to be updated.
Result<void> judge(const Gate& gate, const ReadingOptions& options, Results& results);

// Whether a finding that counts is as severe as --fail-on.
bool fails(const Results& results);

}  // namespace rapporteur
