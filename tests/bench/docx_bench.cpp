// What reading Word documents costs, against the floor of the same bytes: libzip inflates
// word/document.xml, pugixml parses it, a plain walk adds up the text.
//
//   docx_bench [FOLDER [SECONDS]]  times and ratios of each document below FOLDER (../shared/docs),
//                                  and of a document of 100 MB of XML, with its peak memory;
//                                  SECONDS (1) of rounds for each, but at least five rounds
//   docx_bench --steps FILE N      makes N documents of FILE: for a profiler
//
// A document's floor, its reading and its normalising are measured in turns and the least of each
// is taken: what else the machine does only ever adds. Times are of the processor, not of the
// clock.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "parsers/docx/docx.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/normalise/normalise.hpp"
#include "tests/bench/folder.hpp"
#include "tests/bench/large_docx.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargeXml = 100'000'000;

// Seconds; the least of all rounds.
struct Times {
  double floor = 1e9;
  double read = 1e9;      // bytes to draft
  double document = 1e9;  // bytes to document: read, find the profile, normalise

  Times& operator+=(const Times& other) {
    floor += other.floor;
    read += other.read;
    document += other.document;
    return *this;
  }
};

Result<Draft> read_draft(const BenchDocument& document) {
  return docx_reader().read(document.bytes, document.path, {});
}

void measure_once(const BenchDocument& document, Times& least) {
  const double begin = processor_seconds();
  volatile std::size_t kept = floor_of(document);
  const double after_floor = processor_seconds();
  Result<Draft> draft = read_draft(document);
  const double after_read = processor_seconds();
  const Document doc = normalise(std::move(*draft), detect(*draft, bench_profiles()));
  const double end = processor_seconds();
  kept = kept + doc.blocks().size();
  least.floor = std::min(least.floor, after_floor - begin);
  least.read = std::min(least.read, after_read - after_floor);
  least.document = std::min(least.document, end - after_floor);
}

Times measure(const BenchDocument& document, double seconds) {
  Times least;
  in_rounds(seconds, [&] { measure_once(document, least); });
  return least;
}

void print_row(std::string_view name, const Times& times) {
  fmt::print("{:<44} {:>9.3f} {:>9.3f} {:>6.2f} {:>9.3f} {:>6.2f}\n", name.substr(0, 44),
             times.floor * 1e3, times.read * 1e3, times.read / times.floor, times.document * 1e3,
             times.document / times.floor);
  std::fflush(stdout);
}

void measure_folder(const fs::path& folder, double seconds) {
  Times all{0, 0, 0};
  const std::vector<BenchDocument> documents = word_documents_below(folder);
  for (const BenchDocument& document : documents) {
    const Times times = measure(document, seconds);
    print_row(document.name, times);
    all += times;
  }
  print_row(fmt::format("all {} documents", documents.size()), all);
}

// The most memory this process has held, in KiB.
long peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::strtol(line.c_str() + 6, nullptr, 10);
  }
  return 0;
}

// Started as a process of its own, so that nothing but reading is in its memory.
int print_peak(const char* path) {
  const Result<std::string> bytes = read_file(path, std::uint64_t{1} << 30);
  if (!bytes || !docx_reader().read(*bytes, path, {})) return 1;
  fmt::print("{}\n", peak_memory());
  return 0;
}

void measure_memory(const std::string& program, const fs::path& file) {
  const std::string command = fmt::format("'{}' --peak '{}'", program, file.string());
  const std::unique_ptr<FILE, int (*)(FILE*)> answer(popen(command.c_str(), "r"), pclose);
  char line[64] = "";
  if (answer == nullptr || std::fgets(line, sizeof line, answer.get()) == nullptr) return;
  constexpr double kMebibyte = 1048576.0;
  fmt::print("peak memory of that: {:.0f} MiB; 6 x the part + 40 MiB are {:.0f} MiB\n",
             static_cast<double>(std::strtol(line, nullptr, 10)) / 1024.0,
             6 * static_cast<double>(kLargeXml) / kMebibyte + 40);
}

void measure_large(const std::string& program, double seconds) {
  const BenchDocument large{"100 MB of document.xml", "large.docx", large_docx(kLargeXml)};
  const fs::path file = fs::temp_directory_path() / fmt::format("large-{}.docx", std::rand());
  std::ofstream(file, std::ios::binary) << large.bytes;
  print_row(large.name, measure(large, seconds));
  measure_memory(program, file);
  fs::remove(file);
}

int repeat(const char* path, int times) {
  const Result<std::string> bytes = read_file(path, std::uint64_t{1} << 30);
  for (int i = 0; bytes && i < times; ++i) {
    Result<Draft> draft = read_document(*bytes, path);
    if (!draft) return 1;
    const Document doc = normalise(std::move(*draft), detect(*draft, bench_profiles()));
    if (doc.blocks().empty()) return 1;
  }
  return bytes ? 0 : 1;
}

}  // namespace
}  // namespace rapporteur

int main(int count, char** arguments) {
  const std::string first = count > 1 ? arguments[1] : "../shared/docs";
  if (first == "--peak" && count == 3) return rapporteur::print_peak(arguments[2]);
  if (first == "--steps" && count == 4) {
    return rapporteur::repeat(arguments[2], std::atoi(arguments[3]));
  }
  fmt::print("{:<44} {:>9} {:>9} {:>6} {:>9} {:>6}\n", "", "floor ms", "read ms", "x", "doc ms",
             "x");
  const double seconds = count > 2 ? std::strtod(arguments[2], nullptr) : 1.0;
  if (std::filesystem::is_directory(first)) rapporteur::measure_folder(first, seconds);
  rapporteur::measure_large(std::filesystem::read_symlink("/proc/self/exe"), seconds);
  return 0;
}
