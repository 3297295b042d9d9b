#include <fmt/format.h>

#include <cstdio>

#include "parsers/reader.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/cli/command.hpp"
#include "pipeline/cli/output.hpp"
#include "pipeline/model/document_json.hpp"
#include "pipeline/run/configure.hpp"

namespace rapporteur {
namespace {

struct Options {
  ReadingOptions reading;
  std::filesystem::path file;
  std::filesystem::path out;
  std::string format = "json";
  bool runs = false;
  bool explain = false;
};

std::string bids_of(std::string_view bytes, const std::string& path) {
  std::string out;
  for (const Reader& reader : readers()) {
    const Bid bid = reader.bid(bytes, path);
    out += fmt::format("{:>3}  {:<8} {}\n", bid.score, reader.id, bid.reason);
  }
  return out;
}

// What a person would read: labels and words, a table row a line.
std::string plain(const Document& doc) {
  std::string out;
  for (std::uint32_t i = 0; i < doc.blocks().size(); ++i) {
    if (doc.blocks()[i].kind != BlockKind::table) out += doc.shown_text(BlockId{i}) + "\n";
  }
  return out;
}

View view_of(const std::string& word) {
  if (word == "original") return View::original;
  return word == "marked" ? View::marked : View::final;
}

int run(const Options& options) {
  ReadOptions read;
  read.view = view_of(options.reading.view);
  const std::string path = options.file.string();
  const Result<std::string> bytes = read_file(options.file, read.limits.file_bytes);
  if (!bytes) return report_error(bytes.error());
  if (options.explain) {
    fmt::print("{}", bids_of(*bytes, path));
    return kExitClean;
  }
  const Result<std::vector<Profile>> profiles =
      load_profiles(ProfileSource(options.reading.profiles), options.reading.profile);
  if (!profiles) return report_error(profiles.error());
  heed_interrupts();
  const Result<Document> doc = read_one(*bytes, path, *profiles, read);
  if (is_interrupted()) return kExitInterrupted;
  if (!doc) {
    report_error(doc.error());
    return doc.error().code == ErrorCode::internal ? kExitInternal : kExitUnreadable;
  }
  const std::string text =
      options.format == "text" ? plain(*doc) : document_json(*doc, options.runs);
  if (const Result<void> put = put_out(text, options.out); !put) return report_error(put.error());
  return kExitClean;
}

}  // namespace

Command dump_command(CLI::App& root) {
  CLI::App* const app = root.add_subcommand(
      "dump", "Show one document as it was understood (docs/document.schema.json)");
  const auto options = std::make_shared<Options>();
  app->add_option("FILE", options->file, "the document")->required();
  app->add_option("-f,--format", options->format, "json or text")
      ->check(CLI::IsMember({"json", "text"}))
      ->capture_default_str();
  app->add_option("-o,--output", options->out, "file to write instead of standard output");
  app->add_flag("--runs", options->runs, "with every run, its marks and its place in the source");
  app->add_flag("--explain", options->explain, "which reader would read the file, and why");
  declare(*app, options->reading);
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
