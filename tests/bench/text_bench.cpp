// Reading a long text against the floor of the same bytes: validating UTF-8 and finding the lines.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <utility>

#include "parsers/text/plain_text.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/base/limits.hpp"
#include "tests/bench/subject.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMegabyte = 1'000'000;

// The largest seed where there is one, else the texts of the sample meeting.
std::string sample() {
  const fs::path seeds = fs::path(RAPPORTEUR_SOURCE_DIR) / ".." / "shared" / "seeds";
  const fs::path own = fs::path(RAPPORTEUR_SOURCE_DIR) / "corpus" / "twins";
  std::string longest;
  for (const auto& entry : fs::directory_iterator(fs::exists(seeds) ? seeds : own)) {
    if (entry.path().extension() != ".txt") continue;
    const Result<std::string> bytes = read_file(entry.path(), Limits().file_bytes);
    if (bytes && bytes->size() > longest.size()) longest = *bytes;
  }
  return longest;
}

std::string repeated(std::size_t megabytes) {
  const std::string once = sample();
  std::string out;
  out.reserve(megabytes * kMegabyte + once.size());
  while (!once.empty() && out.size() < megabytes * kMegabyte) out += once;
  return out;
}

void floor_of_text(benchmark::State& state, const std::string& text) {
  for (auto _ : state) benchmark::DoNotOptimize(text_floor(text));
}

void read_of_text(benchmark::State& state, const std::string& text) {
  const Reader reader = text_reader();
  for (auto _ : state) {
    Result<Draft> draft = reader.read(text, "long.txt", {});
    benchmark::DoNotOptimize(draft);
  }
}

// The least of several rounds is what counts: memory that the system has not given to any program
// before costs several times the reading.
void register_text(std::size_t megabytes) {
  constexpr int kRounds = 9;
  using Measure = void (*)(benchmark::State&, const std::string&);
  for (const auto& [step, measure] : {std::pair<const char*, Measure>{"floor", floor_of_text},
                                      std::pair<const char*, Measure>{"read", read_of_text}}) {
    benchmark::RegisterBenchmark(
        fmt::format("text-of-{}-MB/{}", megabytes, step).c_str(),
        [megabytes, measure = measure](benchmark::State& state) {
          const std::string text = repeated(megabytes);
          measure(state, text);
          state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
        })
        ->Repetitions(kRounds)
        ->MinTime(0.1)
        ->Unit(benchmark::kMillisecond);
  }
}

}  // namespace

void register_texts() {
  for (const std::size_t megabytes : {1U, 10U, 100U}) register_text(megabytes);
}

}  // namespace rapporteur
