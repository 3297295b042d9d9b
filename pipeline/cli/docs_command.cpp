#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>

#include "pipeline/base/files.hpp"
#include "pipeline/cli/command.hpp"
#include "validators/rule_docs.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kPageBytes = std::uint64_t{16} << 20;
constexpr const char* kGeneratedFolders[] = {"docs/rules", "docs/coverage"};
constexpr std::string_view kMadeByHand =
    "identity.md";  // written from a measurement by tools/identity-table.py, not from rules

struct Options {
  fs::path root = ".";
  bool check = false;
};

using Pages = std::vector<std::pair<std::string, std::string>>;

// Pages of rules that are gone.
std::vector<fs::path> left_over(const fs::path& root, const Pages& pages) {
  std::set<std::string> made;
  for (const auto& [path, text] : pages) made.insert(path);
  std::vector<fs::path> found;
  std::error_code error;
  for (const char* folder : kGeneratedFolders) {
    for (const auto& entry : fs::directory_iterator(root / folder, error)) {
      const std::string path = (fs::path(folder) / entry.path().filename()).generic_string();
      if (entry.path().filename() != kMadeByHand && !made.contains(path))
        found.push_back(entry.path());
    }
  }
  std::ranges::sort(found);
  return found;
}

bool is_stale(const fs::path& file, const std::string& text) {
  const Result<std::string> there = read_file(file, kPageBytes);
  return !there || *there != text;
}

int check_pages(const fs::path& root, const Pages& pages) {
  int stale = 0;
  const auto report = [&](const fs::path& file, const char* what) {
    fmt::print(stderr, "rapporteur: {}: {}; run 'rapporteur docs'\n", file.string(), what);
    ++stale;
  };
  for (const auto& [path, text] : pages) {
    if (is_stale(root / path, text)) report(root / path, "is not what the rules say");
  }
  for (const fs::path& file : left_over(root, pages)) report(file, "belongs to no rule");
  return stale == 0 ? kExitClean : kExitFindings;
}

int write_pages(const fs::path& root, const Pages& pages) {
  for (const auto& [path, text] : pages) {
    if (!is_stale(root / path, text)) continue;
    if (const Result<void> put = write_file(root / path, text); !put)
      return report_error(put.error());
  }
  std::error_code error;
  for (const fs::path& file : left_over(root, pages)) fs::remove(file, error);
  fmt::print("{} pages below {}\n", pages.size(), (root / "docs").string());
  return kExitClean;
}

// A checkout without judgements has pages without them.
Judgements judgements_below(const fs::path& root) {
  const Result<std::string> text = read_file(root / "corpus" / "judgements.tsv", kPageBytes);
  return text ? read_judgements(*text) : Judgements();
}

int run(const Options& options) {
  const Result<Pages> pages = generated_pages(ProfileSource(), judgements_below(options.root));
  if (!pages) return report_error(pages.error());
  return options.check ? check_pages(options.root, *pages) : write_pages(options.root, *pages);
}

}  // namespace

Command docs_command(CLI::App& root) {
  CLI::App* const app =
      root.add_subcommand("docs", "Write the pages made from rules and profiles (for developers)");
  const auto options = std::make_shared<Options>();
  app->add_option("ROOT", options->root, "checkout of the project")
      ->check(CLI::ExistingDirectory)
      ->capture_default_str();
  app->add_flag("--check", options->check, "only say which pages are stale; exit 1 if any");
  return {app, [options] { return run(*options); }};
}

}  // namespace rapporteur
