#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "extractors/extractor.hpp"
#include "parsers/reader.hpp"
#include "pipeline/normalise/mentions.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "pipeline/run/configure.hpp"
#include "tests/bench/subject.hpp"
#include "validators/rule.hpp"

namespace rapporteur {
namespace {

// What a run has loaded before it reads the first document.
const std::vector<Profile>& profiles() {
  static const Result<std::vector<Profile>> kProfiles = load_profiles(ProfileSource(), "");
  return kProfiles.value();
}

Draft draft_of(const BenchDocument& document) {
  return read_document(document.bytes, document.path).value();
}

const Profile& profile_of(const Draft& draft) { return detect(draft, profiles()); }

void measure_floor(benchmark::State& state, const BenchDocument& document) {
  for (auto _ : state) benchmark::DoNotOptimize(floor_of(document));
}

void measure_read(benchmark::State& state, const BenchDocument& document) {
  for (auto _ : state) benchmark::DoNotOptimize(draft_of(document));
}

void measure_normalise(benchmark::State& state, const BenchDocument& document) {
  const Draft draft = draft_of(document);
  const Profile& profile = profile_of(draft);
  for (auto _ : state) {
    state.PauseTiming();
    Draft copy = draft;
    state.ResumeTiming();
    benchmark::DoNotOptimize(normalise(std::move(copy), profile));
  }
}

void measure_check(benchmark::State& state, const BenchDocument& document) {
  Draft draft = draft_of(document);
  const Profile& profile = profile_of(draft);
  const Document doc = normalise(std::move(draft), profile);
  for (auto _ : state) benchmark::DoNotOptimize(check(doc, profile));
}

void measure_extract(benchmark::State& state, const BenchDocument& document) {
  Draft draft = draft_of(document);
  const Profile& profile = profile_of(draft);
  const Document doc = normalise(std::move(draft), profile);
  for (auto _ : state) benchmark::DoNotOptimize(extract(doc, profile));
}

// One kind of fact alone: which of them costs what.
void measure_extractor(benchmark::State& state, const BenchDocument& document,
                       std::string_view extractor) {
  Draft draft = draft_of(document);
  const Profile& profile = profile_of(draft);
  const Document doc = normalise(std::move(draft), profile);
  const std::string only[] = {std::string(extractor)};
  for (auto _ : state) benchmark::DoNotOptimize(extract(doc, profile, only));
}

// All identifiers of all families in the text.
void measure_scan(benchmark::State& state, const BenchDocument& document) {
  Draft draft = draft_of(document);
  const Profile& profile = profile_of(draft);
  const Document doc = normalise(std::move(draft), profile);
  const IdentifierContext context = context_of(doc, profile);
  for (auto _ : state) benchmark::DoNotOptimize(profile.grammar.scan(doc.text(), context));
}

using Measure = void (*)(benchmark::State&, const BenchDocument&);

constexpr std::pair<const char*, Measure> kSteps[] = {
    {"floor", measure_floor}, {"read", measure_read},   {"normalise", measure_normalise},
    {"scan", measure_scan},   {"check", measure_check}, {"extract", measure_extract},
};

void register_extractors(const BenchDocument& document) {
  for (const Extractor* extractor : all_extractors()) {
    benchmark::RegisterBenchmark(fmt::format("{}/extract-{}", document.name, extractor->id).c_str(),
                                 [extractor, &document](benchmark::State& state) {
                                   measure_extractor(state, document, extractor->id);
                                 })
        ->Unit(benchmark::kMillisecond);
  }
}

}  // namespace

void register_steps() {
  for (const BenchDocument& document : bench_documents()) {
    for (const auto& [step, measure] : kSteps) {
      benchmark::RegisterBenchmark(
          (document.name + "/" + step).c_str(),
          [measure = measure, &document](benchmark::State& state) { measure(state, document); })
          ->Unit(benchmark::kMillisecond);
    }
    register_extractors(document);
  }
}

}  // namespace rapporteur
