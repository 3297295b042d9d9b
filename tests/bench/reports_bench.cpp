// What writing the reports of a folder costs, against reading it.
//
//   reports_bench FOLDER [ROUNDS]     (3 rounds; tools/many-documents.py makes a folder)
//
// "read" is bytes to documents, "check and extract" what comes on top of it, by one thread;
// "shared" is what several reports of a run need and is made once. Times are of the processor; the
// least of the rounds counts: what else the machine does only ever adds.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "emitters/emitter.hpp"
#include "emitters/text/text_reports.hpp"
#include "pipeline/run/batch.hpp"
#include "tests/bench/folder.hpp"

namespace rapporteur {
namespace {

double least_ms(int rounds, const std::function<void()>& step) {
  double least = 1e9;
  for (int i = 0; i < rounds; ++i) {
    const double begin = processor_seconds();
    step();
    least = std::min(least, processor_seconds() - begin);
  }
  return least * 1e3;
}

void print(const std::string& what, double ms, double read) {
  fmt::print("{:<28} {:>10.1f} {:>8.3f}\n", what, ms, ms / read);
}

// Every report of `run`, the data that they share counted once.
double write_reports(const Results& results, const std::vector<Emitter>& all, double read,
                     int rounds) {
  const ReportWords wording = text_reports({}).value().wording;
  double sum = least_ms(rounds, [&] { (void)ReportData(results).view(wording); });
  print("shared", sum, read);
  const ReportData data(results);
  (void)data.view(wording);
  for (const Emitter& emitter : all) {
    if (!emitter.by_default) continue;
    const double ms = least_ms(rounds, [&] { (void)emitter.emit(data, {}).value(); });
    print(emitter.file_name, ms, read);
    sum += ms;
  }
  return sum;
}

int measure(const std::filesystem::path& folder, int rounds) {
  const std::vector<Profile>& profiles = bench_profiles();
  const std::vector<Source> sources = list_sources({folder}, {}).value();
  BatchOptions options;
  const Results results = run_batch(sources, profiles, options);
  const double whole = least_ms(rounds, [&] { (void)run_batch(sources, profiles, options); });
  options.check = options.extract = false;
  const double read = least_ms(rounds, [&] { (void)run_batch(sources, profiles, options); });
  fmt::print("{} documents, {} facts, {} findings\n", sources.size(), results.facts.size(),
             results.findings.size());
  fmt::print("{:<28} {:>10} {:>8}\n", "", "ms", "x read");
  print("read", read, read);
  print("check and extract", whole - read, read);
  const double sum = write_reports(results, emitters({}).value(), read, rounds);
  print("all reports of run", sum, read);
  fmt::print("all reports: {:.2f} x read, {:.2f} x read, check and extract\n", sum / read,
             sum / whole);
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace rapporteur

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("reports_bench FOLDER [ROUNDS]\n", stderr);
    return EXIT_FAILURE;
  }
  return rapporteur::measure(argv[1], argc > 2 ? std::max(1, std::atoi(argv[2])) : 3);
}
