#include "pipeline/run/batch.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "emitters/emitter.hpp"
#include "pipeline/run/configure.hpp"
#include "tests/support/folders.hpp"
#include "tests/unit/given.hpp"
#include "tests/unit/scratch.hpp"

namespace rapporteur {
namespace {

Results run(const std::filesystem::path& folder, int jobs) {
  const Result<std::vector<Profile>> profiles = load_profiles(ProfileSource(), "");
  if (!profiles) FAIL(profiles.error().where << ": " << profiles.error().what);
  const Result<std::vector<Source>> sources = list_sources({folder}, {});
  REQUIRE(sources);
  BatchOptions options;
  options.jobs = jobs;
  return run_batch(*sources, *profiles, options);
}

// Every report of a run, one after another.
std::string everything(const Results& results) {
  const Result<std::vector<Emitter>> all = emitters({});
  REQUIRE(all);
  std::string out;
  for (const Emitter& emitter : *all) {
    const Result<std::string> bytes = emitter.emit(results, {});
    if (!bytes) FAIL(bytes.error().where << ": " << bytes.error().what);
    out += emitter.file_name + "\n" + *bytes;
  }
  return out;
}

}  // namespace

TEST_CASE("a run gives identical bytes on one thread and on eight") {
  const Scratch folder;
  for (int i = 0; i < 40; ++i) {
    folder.write(fmt::format("TD{}.txt", i),
                 fmt::format("1\tScope\nThe the text.\n3\tTerms\nMore of {}.\n", i));
  }
  folder.write("empty.docx", "");
  CHECK(everything(run(folder.path(), 1)) == everything(run(folder.path(), 8)));
}

TEST_CASE("the sample meeting gives identical bytes on one thread and on eight") {
  const std::filesystem::path meeting = build_folder() / "corpus" / "meeting";
  REQUIRE(std::filesystem::exists(meeting));
  CHECK(everything(run(meeting, 1)) == everything(run(meeting, 8)));
}

TEST_CASE("a broken file is one refused document and the run goes on") {
  const Scratch folder;
  folder.write("a.txt", "1\tScope\n");
  folder.write("empty.docx", "");
  folder.write("zeros.bin", std::string(100, '\0'));
  const Results results = run(folder.path(), 2);
  REQUIRE(results.documents.size() == 3);
  CHECK(results.documents[0].outcome == Outcome::read);
  CHECK(results.documents[1].outcome == Outcome::refused);
  CHECK(results.documents[1].error == "the file is empty; fetch it again");
  CHECK(results.documents[2].outcome == Outcome::refused);
}

TEST_CASE("files of the same content are reported once and the second names the first") {
  const Scratch folder;
  folder.write("TD1.txt", "1\tScope\nThe the text.\n");
  folder.write("copy/TD1.txt", "1\tScope\nThe the text.\n");
  folder.write("TD2.txt", "1\tScope\nThe other text.\n");
  const Results results = run(folder.path(), 2);
  REQUIRE(results.documents.size() == 3);
  CHECK(results.documents[0].outcome == Outcome::read);
  CHECK(results.documents[1].outcome == Outcome::read);
  CHECK(results.documents[2].path == "copy/TD1.txt");
  CHECK(results.documents[2].outcome == Outcome::skipped);
  CHECK(results.documents[2].error == "the same content as TD1.txt");
  CHECK(results.documents[2].sha256 == results.documents[0].sha256);
  for (const LocatedFinding& finding : results.findings) CHECK(finding.document != "copy/TD1.txt");
}

TEST_CASE("every given document ends as read or refused") {
  REQUIRE_GIVEN();
  const Results results = run(given("docs"), 2);
  CHECK(results.documents.size() > 100);
  for (const DocumentRecord& record : results.documents) {
    INFO(record.path);
    CHECK((record.outcome != Outcome::refused || record.error_code != ErrorCode::internal));
    CHECK((record.outcome != Outcome::refused || !record.error.empty()));
  }
}

}  // namespace rapporteur
