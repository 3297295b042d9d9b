#include "pipeline/cli/gate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "pipeline/base/files.hpp"
#include "pipeline/run/selection.hpp"
#include "pipeline/run/suppress.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kSettingsBytes = std::uint64_t{4} << 20;
constexpr std::uint64_t kBaselineBytes = std::uint64_t{256} << 20;

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

// The local day: an expiry is a promise among people.
Date today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local = {};
  ::localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

// Empty when there is none.
fs::path settings_file(const ReadingOptions& options) {
  if (!options.config.empty()) return options.config;
  if (options.paths.empty()) return {};
  const fs::path& named = options.paths.front();
  const fs::path file = (is_folder(named) ? named : named.parent_path()) / kSettingsName;
  std::error_code ignored;
  return fs::exists(file, ignored) ? file : fs::path();
}

Result<Settings> load_settings(const fs::path& file) {
  if (file.empty()) return Settings();
  const Result<std::string> text = read_file(file, kSettingsBytes);
  if (!text) return tl::unexpected<Error>(text.error());
  Result<Settings> settings = parse_settings(*text, file.lexically_normal().generic_string());
  if (settings && !settings->profiles.empty() && !is_folder(settings->profiles)) {
    return fail(ErrorCode::configuration, settings->profiles_origin.where(),
                fmt::format("there is no folder '{}'", settings->profiles.string()));
  }
  return settings;
}

Result<void> load_baseline(const ReadingOptions& options, Gate& gate) {
  const bool from_settings = options.baseline.empty();
  gate.baseline_file = from_settings ? gate.settings.baseline : options.baseline;
  if (gate.baseline_file.empty()) {
    if (!gate.update) return {};
    return fail(ErrorCode::configuration, "--update-baseline",
                fmt::format("name the file with --baseline or in {}", kSettingsName));
  }
  std::error_code ignored;
  if (!fs::exists(gate.baseline_file, ignored)) {
    if (gate.update) return {};
    const std::string where =
        from_settings ? gate.settings.baseline_origin.where() : std::string("--baseline");
    return fail(
        ErrorCode::configuration, where,
        fmt::format("there is no '{}'; --update-baseline makes it", gate.baseline_file.string()));
  }
  const Result<std::string> json = read_file(gate.baseline_file, kBaselineBytes);
  if (!json) return tl::unexpected<Error>(json.error());
  Result<Baseline> baseline = parse_baseline(*json, gate.baseline_file.string());
  if (!baseline) return tl::unexpected<Error>(baseline.error());
  gate.baseline = std::move(*baseline);
  return {};
}

std::optional<Severity> threshold(std::string_view word) {
  if (word == "never") return {};
  if (word == "info") return Severity::info;
  return word == "warning" ? Severity::warning : Severity::error;
}

std::string counted(std::size_t n, const char* one, const char* many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

Result<void> update(const Gate& gate, const Results& results) {
  const Baseline after = updated_baseline(results, gate.baseline, gate.whole);
  Result<void> written = write_file(gate.baseline_file, baseline_json(after));
  if (!written) return written;
  fmt::print(stderr, "rapporteur: baseline {}: {}\n", gate.baseline_file.string(),
             counted(after.size(), "finding", "findings"));
  return {};
}

}  // namespace

Result<Gate> open_gate(const ReadingOptions& options) {
  Gate gate;
  gate.update = options.update_baseline;
  gate.whole = std::ranges::any_of(options.paths, is_folder);
  Result<Settings> settings = load_settings(settings_file(options));
  if (!settings) return tl::unexpected<Error>(settings.error());
  gate.settings = std::move(*settings);
  if (const Result<void> loaded = load_baseline(options, gate); !loaded) {
    return tl::unexpected<Error>(loaded.error());
  }
  return gate;
}

Result<void> judge(const Gate& gate, const ReadingOptions& options, Results& results) {
  results.fails_at = threshold(options.fail_on.empty() ? gate.settings.fail_on : options.fail_on);
  results.rule_pages = gate.settings.rule_pages;
  suppress(results, gate.settings, today(), gate.whole);
  if (gate.baseline_file.empty()) return {};
  if (gate.update) {
    if (Result<void> updated = update(gate, results); !updated) return updated;
    compare(results, updated_baseline(results, gate.baseline, gate.whole));
    return {};
  }
  if (const std::size_t gone = compare(results, gate.baseline); gone != 0) {
    fmt::print(stderr,
               "rapporteur: baseline {}: {} no finding any more; --update-baseline drops {}\n",
               gate.baseline_file.string(), counted(gone, "entry fits", "entries fit"),
               gone == 1 ? "it" : "them");
  }
  return {};
}

bool fails(const Results& results) {
  if (!results.fails_at) return false;
  return std::ranges::any_of(results.findings, [&](const LocatedFinding& finding) {
    return finding.standing == Standing::reported && finding.severity >= *results.fails_at;
  });
}

}  // namespace rapporteur
