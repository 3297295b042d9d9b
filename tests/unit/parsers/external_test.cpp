#include <catch2/catch.hpp>

#include "parsers/external/helper_process.hpp"
#include "parsers/external/ole_word.hpp"
#include "parsers/external/scratch_folder.hpp"
#include "pipeline/base/files.hpp"
#include "tests/unit/parsers/seeds.hpp"

namespace rapporteur {

TEST_CASE("a helper that takes too long is ended") {
  const auto sleep = find_helper("sleep");
  const Result<ScratchFolder> folder = ScratchFolder::make();
  REQUIRE(sleep);
  REQUIRE(folder);
  HelperLimits limits;
  limits.seconds = 1;
  const Result<void> ran = run_helper(*sleep, {"30"}, folder->path(), limits);
  REQUIRE_FALSE(ran);
  CHECK(ran.error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("what a helper prints is kept and its failure is told") {
  const auto shell = find_helper("sh");
  const Result<ScratchFolder> folder = ScratchFolder::make();
  REQUIRE(shell);
  REQUIRE(folder);
  REQUIRE(run_helper(*shell, {"-c", "printf hello"}, folder->path(), {}));
  CHECK(read_file(folder->path() / "stdout", 100) == "hello");
  CHECK_FALSE(run_helper(*shell, {"-c", "exit 3"}, folder->path(), {}));
  CHECK_FALSE(run_helper("/nowhere/program", {}, folder->path(), {}));
}

TEST_CASE("a scratch folder is gone with what is in it") {
  std::filesystem::path path;
  {
    const Result<ScratchFolder> folder = ScratchFolder::make();
    REQUIRE(folder);
    path = folder->path();
    REQUIRE(write_file(path / "a" / "b.txt", "x"));
  }
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("bytes that are no OLE file hold no Word text") {
  CHECK(ole_word("") == OleWord::none);
  CHECK(ole_word("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == OleWord::none);
  CHECK(ole_word("{\\rtf1 WordDocument}") == OleWord::none);
}

TEST_CASE("every old Word file of the collection is told from those behind a password") {
  SKIP_WITHOUT_SEEDS();
  const std::filesystem::path docs = kShared / "docs";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(docs)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".doc" || name.starts_with("~$")) continue;
    CAPTURE(name);
    const OleWord word = ole_word(file_bytes(entry.path()));
    // One is the plain copy of a file that had a password.
    const bool locked = name.find("PasswordProtected") != std::string::npos;
    if (locked) CHECK(word == OleWord::encrypted);
  }
}

}  // namespace rapporteur
