#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.hpp"

namespace rapporteur {

// What a helper program may use.
struct HelperLimits {
  int seconds = 60;                                     // by the clock, and of each processor
  std::uint64_t memory = std::uint64_t{4} << 30;        // address space of one process
  std::uint64_t file_bytes = std::uint64_t{512} << 20;  // of one file it writes
};

// The program of this name on the PATH, or none.
std::optional<std::filesystem::path> find_helper(std::string_view name);

// Runs a program in `folder` and waits for it. It gets no input; what it prints goes to the file
// "stdout" in that folder. Past the time it is ended with every process it began. An Error when
// it cannot be started, takes too long or ends with a code other than 0.
Result<void> run_helper(const std::filesystem::path& program,
                        const std::vector<std::string>& arguments,
                        const std::filesystem::path& folder, const HelperLimits& limits);

// Ends every helper that runs, with what it began, and lets no further one begin: the user wants
// the program to end. May be called in a signal handler.
void stop_helpers();

}  // namespace rapporteur
