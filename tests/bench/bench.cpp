// Runs the benchmarks, then prints how many times the floor of its document each step costs, and
// how many times its reading.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <map>

#include "tests/bench/subject.hpp"

namespace {

// The console's output, and the least time of each measurement: noise only ever adds.
class LeastTimes : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration || run.error_occurred) continue;
      const double time = run.GetAdjustedCPUTime();
      const auto [at, added] = least_.try_emplace(run.run_name.function_name, time);
      if (!added) at->second = std::min(at->second, time);
    }
  }

  void print_ratios() const {
    fmt::print("\n{:<28} {:>10} {:>10} {:>10}\n", "step", "ms", "x floor", "x read");
    for (const auto& [name, time] : least_) {
      const std::string document = name.substr(0, name.find('/'));
      const auto floor = least_.find(document + "/floor");
      const auto read = least_.find(document + "/read");
      if (floor == least_.end() || read == least_.end()) continue;
      fmt::print("{:<28} {:>10.3f} {:>10.2f} {:>10.2f}\n", name, time, time / floor->second,
                 time / read->second);
    }
  }

 private:
  std::map<std::string, double> least_;
};

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
  rapporteur::register_steps();
  rapporteur::register_texts();
  LeastTimes reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  reporter.print_ratios();
  return 0;
}
