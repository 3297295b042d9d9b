// What each step costs for every Word document of a folder, against reading it.
//
//   folder_bench [FOLDER [SECONDS]]  times and ratios of each document below FOLDER
//                                    (../shared/docs); SECONDS (1) of rounds for each, but at
//                                    least five rounds
//
// "read" is bytes to document: reading, finding the profile and normalising. The steps are measured
// in turns, by processor time, and the least of each counts: what else the machine does only ever
// adds.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "extractors/extractor.hpp"
#include "parsers/docx/docx.hpp"
#include "pipeline/normalise/mentions.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "tests/bench/folder.hpp"
#include "validators/rule.hpp"

namespace rapporteur {
namespace {

enum Step : std::size_t { reading, scanning, checking, extracting, step_count };
constexpr const char* kNames[] = {"read", "scan", "check", "extract"};

using Times = std::array<double, step_count>;  // seconds, the least of all rounds

void measure_once(const BenchDocument& document, Times& least) {
  double begin = processor_seconds();
  const auto take = [&](Step step) {
    const double now = processor_seconds();
    least[step] = std::min(least[step], now - begin);
    begin = processor_seconds();
  };
  Draft draft = docx_reader().read(document.bytes, document.path, {}).value();
  const Profile& profile = detect(draft, bench_profiles());
  const Document doc = normalise(std::move(draft), profile);
  take(reading);
  volatile std::size_t kept = profile.grammar.scan(doc.text(), context_of(doc, profile)).size();
  take(scanning);
  kept = kept + check(doc, profile).size();
  take(checking);
  kept = kept + extract(doc, profile).size();
  take(extracting);
}

Times measure(const BenchDocument& document, double seconds) {
  Times least;
  least.fill(1e9);
  in_rounds(seconds, [&] { measure_once(document, least); });
  return least;
}

void print_row(std::string_view name, const Times& times) {
  fmt::print("{:<44} {:>8.3f}", name.substr(0, 44), times[reading] * 1e3);
  for (const Step step : {scanning, checking, extracting}) {
    fmt::print(" {:>8.3f} {:>5.2f}", times[step] * 1e3, times[step] / times[reading]);
  }
  fmt::print("\n");
  std::fflush(stdout);
}

void measure_folder(const std::filesystem::path& folder, double seconds) {
  Times all{};
  const std::vector<BenchDocument> documents = word_documents_below(folder);
  fmt::print("{:<44} {:>8}", "ms, x read", kNames[reading]);
  for (const Step step : {scanning, checking, extracting})
    fmt::print(" {:>8} {:>5}", kNames[step], "x");
  fmt::print("\n");
  for (const BenchDocument& document : documents) {
    const Times times = measure(document, seconds);
    print_row(document.name, times);
    for (std::size_t step = 0; step < step_count; ++step) all[step] += times[step];
  }
  print_row(fmt::format("all {} documents", documents.size()), all);
}

}  // namespace
}  // namespace rapporteur

int main(int count, char** arguments) {
  const std::filesystem::path folder = count > 1 ? arguments[1] : "../shared/docs";
  const double seconds = count > 2 ? std::strtod(arguments[2], nullptr) : 1.0;
  if (!std::filesystem::is_directory(folder)) {
    fmt::print(stderr, "folder_bench: {}: there is no such folder\n", folder.string());
    return EXIT_FAILURE;
  }
  rapporteur::measure_folder(folder, seconds);
  return EXIT_SUCCESS;
}
