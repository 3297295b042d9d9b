#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "emitters/emitter.hpp"
#include "emitters/roadmap/roadmap_oddities.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/cli/command.hpp"
#include "pipeline/cli/output.hpp"
#include "pipeline/run/roadmap_base.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

struct Options {
  ReadingOptions reading;
  std::filesystem::path base;
  std::filesystem::path since;
  std::filesystem::path out;
  std::string title;
  EmitOptions emit;
};

// The reports that are a roadmap, by the ending of their file.
constexpr std::string_view kReports[] = {"roadmap",          "roadmap-docx",  "roadmap-html",
                                         "roadmap-xlsx",     "roadmap-csv",   "roadmap-json",
                                         "roadmap-timeline", "roadmap-status"};

bool is_roadmap(const Emitter& emitter) {
  return std::ranges::find(kReports, emitter.id) != std::end(kReports);
}

constexpr std::size_t kMostOddities = 10;  // that are shown one by one

void print_oddities(const std::filesystem::path& file, const std::vector<std::string>& oddities) {
  for (std::size_t i = 0; i < std::min(oddities.size(), kMostOddities); ++i) {
    fmt::print(stderr, "rapporteur: {}\n", oddities[i]);
  }
  if (oddities.size() > kMostOddities) {
    fmt::print(stderr, "rapporteur: {}: {} more like these\n", file.string(),
               oddities.size() - kMostOddities);
  }
}

Result<std::vector<Deliverable>> read_base(const std::filesystem::path& file) {
  Result<RoadmapBase> base = read_roadmap(file);
  if (!base) return tl::unexpected<Error>(base.error());
  if (!base->unused.empty()) {
    fmt::print(stderr, "rapporteur: {}: columns not used: {}\n", file.string(),
               join(base->unused, ", "));
  }
  if (!base->skipped.empty()) {
    fmt::print(stderr,
               "rapporteur: {}: sheets not read: {}; name a number or title and two other columns "
               "as docs/roadmap.md shows\n",
               file.string(), join(base->skipped, ", "));
  }
  print_oddities(file, roadmap_oddities(base->records));
  return std::move(base->records);
}

Result<Results> gather(const Options& options) {
  Result<Results> results;
  if (!options.reading.paths.empty()) {
    BatchOptions batch;
    batch.check = false;
    results = work(options.reading, batch, options.out);
    if (!results) return results;
    print_refused(*results);
  }
  results->tool_version = RAPPORTEUR_VERSION;
  results->title = options.title;
  if (!options.base.empty()) {
    Result<std::vector<Deliverable>> base = read_base(options.base);
    if (!base) return tl::unexpected<Error>(base.error());
    results->roadmap_base = std::move(*base);
  }
  if (!options.since.empty()) {
    Result<std::vector<Deliverable>> before = read_base(options.since);
    if (!before) return tl::unexpected<Error>(before.error());
    results->roadmap_before = std::move(*before);
  }
  return results;
}

// The report whose file ends like `path`; none for a folder.
const Emitter* report_for(const std::vector<Emitter>& all, const std::filesystem::path& path) {
  const std::string ending = lower_ascii(path.extension().string());
  const auto found = std::ranges::find_if(all, [&](const Emitter& emitter) {
    return is_roadmap(emitter) && !ending.empty() && emitter.file_name.ends_with(ending);
  });
  return found == all.end() ? nullptr : &*found;
}

Result<void> write_one(const Emitter& emitter, const ReportData& data, const Options& options,
                       const std::filesystem::path& path) {
  const Result<std::string> bytes = emitter.emit(data, options.emit);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  return put_out(*bytes, path);
}

Result<void> write(const Results& results, const Options& options) {
  const Result<std::vector<Emitter>> all = emitters(options.emit);
  if (!all) return tl::unexpected<Error>(all.error());
  const ReportData data(results);
  const std::filesystem::path shown = options.out.empty() ? "roadmap.md" : options.out;
  if (const Emitter* const one = report_for(*all, shown)) {
    return write_one(*one, data, options, options.out);
  }
  if (shown.has_extension()) {
    return fail(ErrorCode::configuration, shown.string(),
                "no roadmap is written as this; known: .md .docx .html .xlsx .csv .json .svg, or a "
                "folder for all of them");
  }
  for (const Emitter& emitter : *all) {
    if (!is_roadmap(emitter)) continue;
    Result<void> written = write_one(emitter, data, options, shown / emitter.file_name);
    if (!written) return written;
  }
  return {};
}

std::string title_of(const Options& options) {
  if (!options.title.empty()) return options.title;
  const std::filesystem::path& first =
      options.reading.paths.empty() ? options.base : options.reading.paths.front();
  return std::filesystem::weakly_canonical(first).stem().string();
}

int run(Options options) {
  if (options.reading.paths.empty() && options.base.empty()) {
    return report_error({ErrorCode::configuration, "", "name documents, a --base, or both"});
  }
  options.title = title_of(options);
  const Result<Results> results = gather(options);
  if (!results) return report_error(results.error());
  if (const Result<void> written = write(*results, options); !written) {
    return report_error(written.error());
  }
  return exit_code(*results);
}

}  // namespace

Command roadmap_command(CLI::App& root) {
  CLI::App* const app =
      root.add_subcommand("roadmap", "Gather deliverables from documents and a maintained roadmap");
  const auto options = std::make_shared<Options>();
  app->add_option("SOURCE", options->reading.paths, "files or folders that state deliverables");
  app->add_option("--base", options->base,
                  "maintained roadmap to start from: CSV, XLSX, DOCX, JSON or TOML")
      ->check(CLI::ExistingFile);
  app->add_option("--since", options->since, "previous issue: what changed since is shown")
      ->check(CLI::ExistingFile);
  app->add_option("-o,--output", options->out,
                  "file, whose ending says what is written, or a folder for every form "
                  "(default: Markdown on standard output)");
  app->add_option("--title", options->title, "of the roadmap (default: the first source's name)");
  app->add_option("--templates", options->emit.templates,
                  "folder with report templates of your own")
      ->check(CLI::ExistingDirectory);
  declare(*app, options->reading);
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
