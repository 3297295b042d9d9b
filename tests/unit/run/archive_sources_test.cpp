#include "pipeline/run/archive_sources.hpp"

#include <zip.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "pipeline/base/files.hpp"
#include "pipeline/base/parallel.hpp"
#include "pipeline/run/source_reader.hpp"
#include "tests/support/folders.hpp"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

// A folder of this test alone, empty.
fs::path folder_named(const char* name) {
  fs::path folder = build_folder() / "test-archives" / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

using Files = std::vector<std::pair<std::string, std::string>>;

std::string zip_of(const Files& files, const fs::path& at) {
  fs::remove(at);
  zip_t* const archive = zip_open(at.c_str(), ZIP_CREATE, nullptr);
  REQUIRE(archive != nullptr);
  for (const auto& [name, bytes] : files) {
    zip_source_t* const source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    REQUIRE(zip_file_add(archive, name.c_str(), source, 0) >= 0);
  }
  REQUIRE(zip_close(archive) == 0);
  const Result<std::string> bytes = read_file(at, Limits().file_bytes);
  REQUIRE(bytes);
  return *bytes;
}

const Source* source_at(const std::vector<Source>& sources, std::string_view path) {
  for (const Source& source : sources) {
    if (source.path == path) return &source;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("an archive is a folder, and an archive in it as well") {
  const fs::path folder = folder_named("nested");
  const std::string inner = zip_of({{"notes.txt", "inner words"}}, folder / "part.zip");
  zip_of({{"A/report.txt", "outer words"}, {"part.zip", inner}, {"~$report.docx", "x"}},
         folder / "meeting.zip");
  fs::remove(folder / "part.zip");
  const auto sources = list_sources({folder}, {});
  REQUIRE(sources);
  REQUIRE(sources->size() == 3);
  const Source* const report = source_at(*sources, "meeting.zip/A/report.txt");
  const Source* const notes = source_at(*sources, "meeting.zip/part.zip/notes.txt");
  REQUIRE(report != nullptr);
  REQUIRE(notes != nullptr);
  SourceReader reader{Limits()};
  CHECK(reader.read(*report) == "outer words");
  CHECK(reader.read(*notes) == "inner words");
  CHECK_FALSE(source_at(*sources, "meeting.zip/~$report.docx")->skip.empty());
}

TEST_CASE("an archive nested too deep is one source that says so") {
  const fs::path folder = folder_named("deep");
  std::string bytes = "words";
  std::string name = "a.txt";
  for (int depth = 0; depth < 5; ++depth) {
    bytes = zip_of({{name, bytes}}, folder / "deep.zip");
    name = "in.zip";
  }
  const auto sources = list_sources({folder}, {});
  REQUIRE(sources);
  REQUIRE(sources->size() == 1);
  REQUIRE(sources->front().fault);
  CHECK(sources->front().fault->code == ErrorCode::limit_exceeded);
}

TEST_CASE("a file that is called an archive and is none is one source that says so") {
  const fs::path folder = folder_named("broken");
  REQUIRE(write_file(folder / "broken.zip", "PK\x03\x04 nothing that follows"));
  const auto sources = list_sources({folder}, {});
  REQUIRE(sources);
  REQUIRE(sources->size() == 1);
  CHECK(sources->front().fault);
  CHECK_FALSE(SourceReader(Limits()).read(sources->front()));
}

TEST_CASE("members of one archive are read by many threads at one time") {
  const fs::path folder = folder_named("threads");
  Files files;
  for (int i = 0; i < 40; ++i) files.emplace_back(std::to_string(i) + ".txt", std::to_string(i));
  const std::string inner = zip_of(files, folder / "part.zip");
  zip_of({{"part.zip", inner}, {"damaged.docx", "PK\x03\x04"}}, folder / "meeting.zip");
  fs::remove(folder / "part.zip");
  const auto sources = list_sources({folder}, {});
  REQUIRE(sources);
  REQUIRE(sources->size() == 41);
  SourceReader reader{Limits()};
  std::vector<std::string> found(sources->size());
  parallel_for(sources->size(), 4,
               [&](std::size_t i) { found[i] = reader.read((*sources)[i]).value_or("none"); });
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string stem = fs::path((*sources)[i].path).stem().string();
    CHECK(found[i] == (stem == "damaged" ? "PK\x03\x04" : stem));
  }
}

TEST_CASE("a member that is damaged is one outcome and the others are read") {
  const fs::path folder = folder_named("damaged");
  std::string bytes =
      zip_of({{"a.txt", std::string(500, 'a')}, {"b.txt", "words of b"}}, folder / "meeting.zip");
  const std::size_t at = bytes.find("a.txt") + 8;  // in the compressed data
  bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  REQUIRE(write_file(folder / "meeting.zip", bytes));
  const auto sources = list_sources({folder}, {});
  REQUIRE(sources);
  REQUIRE(sources->size() == 2);
  SourceReader reader{Limits()};
  CHECK_FALSE(reader.read((*sources)[0]));
  CHECK(reader.read((*sources)[1]) == "words of b");
}

}  // namespace rapporteur
