#include "pipeline/run/sources.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/scratch.hpp"

namespace rapporteur {
namespace {

const Source* find(const std::vector<Source>& sources, std::string_view path) {
  const auto found = std::find_if(sources.begin(), sources.end(),
                                  [&](const Source& source) { return source.path == path; });
  return found == sources.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a folder is listed whole, sorted, with paths below it") {
  const Scratch folder;
  folder.write("b/TD2.txt", "x");
  folder.write("a.txt", "xy");
  const Result<std::vector<Source>> sources = list_sources({folder.path()}, {});
  REQUIRE(sources);
  REQUIRE(sources->size() == 2);
  CHECK(sources->at(0).path == "a.txt");
  CHECK(sources->at(0).bytes == 2);
  CHECK(sources->at(1).path == "b/TD2.txt");
}

TEST_CASE("lock files, thumbnails and hidden files are skipped and said so") {
  const Scratch folder;
  folder.write("~$TD1.docx", "x");
  folder.write(".~lock.TD1.docx#", "x");
  folder.write("Thumbs.db", "x");
  folder.write(".git/config", "x");
  const Result<std::vector<Source>> sources = list_sources({folder.path()}, {});
  REQUIRE(sources);
  REQUIRE(sources->size() == 4);
  for (const Source& source : *sources) CHECK_FALSE(source.skip.empty());
}

TEST_CASE("a link out of the folder is not followed and one inside is read once") {
  const Scratch outside;
  outside.write("secret.txt", "x");
  const Scratch folder;
  folder.write("a.txt", "x");
  std::filesystem::create_symlink(outside.path() / "secret.txt", folder.path() / "out.txt");
  std::filesystem::create_symlink(folder.path() / "a.txt", folder.path() / "again.txt");
  const Result<std::vector<Source>> sources = list_sources({folder.path()}, {});
  REQUIRE(sources);
  REQUIRE(find(*sources, "out.txt") != nullptr);
  CHECK(find(*sources, "out.txt")->skip == "link out of the folder");
  CHECK(sources->size() == 2);
}

TEST_CASE("the output folder inside the input is left out") {
  const Scratch folder;
  folder.write("a.txt", "x");
  folder.write("out/digest.md", "x");
  const Result<std::vector<Source>> sources =
      list_sources({folder.path()}, {folder.path() / "out"});
  REQUIRE(sources);
  CHECK(sources->size() == 1);
}

TEST_CASE("a path that does not exist is an error that names it") {
  const Result<std::vector<Source>> sources = list_sources({"/no/such/place"}, {});
  REQUIRE_FALSE(sources);
  CHECK(sources.error().where == "/no/such/place");
}

}  // namespace rapporteur
