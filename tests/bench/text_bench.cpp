// Reading a long text against the floor of the same bytes: validating UTF-8 and finding the lines.
#include <benchmark/benchmark.h>

#include <cstring>
#include <filesystem>
#include <string>

#include "parsers/text/plain_text.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/base/limits.hpp"
#include "pipeline/text/fold.hpp"

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

std::size_t lines_of(std::string_view text) {
  std::size_t lines = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    const void* const feed = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    ++lines;
    at = feed == nullptr ? end : static_cast<const char*>(feed) + 1;
  }
  return lines;
}

void floor_of_text(benchmark::State& state) {
  const std::string text = repeated(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(valid_utf8_prefix(text));
    benchmark::DoNotOptimize(lines_of(text));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void read_of_text(benchmark::State& state) {
  const std::string text = repeated(static_cast<std::size_t>(state.range(0)));
  const Reader reader = text_reader();
  for (auto _ : state) {
    Result<Draft> draft = reader.read(text, "long.txt", {});
    benchmark::DoNotOptimize(draft);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

BENCHMARK(floor_of_text)
    ->Name("text/floor")
    ->Arg(1)
    ->Arg(10)
    ->Arg(100)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(read_of_text)
    ->Name("text/read")
    ->Arg(1)
    ->Arg(10)
    ->Arg(100)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapporteur
