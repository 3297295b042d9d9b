#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "pipeline/profile/profile.hpp"
#include "tests/bench/subject.hpp"

namespace rapporteur {

// Of this process, by all its threads; what else the machine does is left out.
double processor_seconds();

// Takes a measurement again and again for so many processor seconds, but at least five times.
void in_rounds(double seconds, const std::function<void()>& measurement);

// Every profile that the program comes with, loaded once.
const std::vector<Profile>& bench_profiles();

// The Word documents below a folder, by path. Those that the reader refuses or that have no usual
// main part have no floor, and are left out.
std::vector<BenchDocument> word_documents_below(const std::filesystem::path& folder);

}  // namespace rapporteur
