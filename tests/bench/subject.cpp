#include "tests/bench/subject.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "pipeline/base/files.hpp"

namespace rapporteur {
namespace {

constexpr std::uint64_t kMost = std::uint64_t{1} << 30;

void add(std::vector<BenchDocument>& documents, const char* name,
         const std::filesystem::path& path) {
  Result<std::string> bytes = read_file(path, kMost);
  if (!bytes) {
    fmt::print(stderr, "skipped: no {}\n", path.string());
    return;
  }
  documents.push_back({name, path.string(), std::move(*bytes)});
}

}  // namespace

const std::vector<BenchDocument>& bench_documents() {
  static const std::vector<BenchDocument> kDocuments = [] {
    const std::filesystem::path shared = std::filesystem::path(RAPPORTEUR_SOURCE_DIR) / "../shared";
    const std::filesystem::path corpus = std::filesystem::path(RAPPORTEUR_BUILD_DIR) / "corpus";
    std::vector<BenchDocument> documents;
    add(documents, "text", shared / "seeds/004_b7c80876742fd53c.txt");
    add(documents, "report-docx", shared / "docs/3gpp/Final_Report_RAN1-90.docx");
    add(documents, "td-docx", corpus / "meeting/T25-SG13-260309-TD-GEN-0140!R1!MSW-E.docx");
    return documents;
  }();
  return kDocuments;
}

}  // namespace rapporteur
