#include "tests/support/golden.hpp"

#include <catch2/catch.hpp>

#include "emitters/base/results_json.hpp"
#include "emitters/emitter.hpp"
#include "pipeline/base/files.hpp"
#include "tests/support/unpacked.hpp"

namespace rapporteur {
namespace {

// The golden file of an output and what it says; of a packed one, what is in it.
std::pair<std::string, std::string> comparable(const std::string& file, const std::string& bytes) {
  if (file.ends_with(".xlsx") || file.ends_with(".docx")) {
    return {file + ".txt", unpacked_archive(bytes)};
  }
  if (file.ends_with(".sqlite")) return {file + ".txt", unpacked_database(bytes)};
  return {file, bytes};
}

}  // namespace

TEST_CASE("the fixture rendered by every emitter is the golden file of its name") {
  const Result<std::vector<Emitter>> all = emitters({});
  REQUIRE(all);
  REQUIRE(all->size() >= 10);
  for (const Emitter& emitter : *all) {
    DYNAMIC_SECTION(emitter.id) {
      const Result<std::string> bytes = emitter.emit(golden_results(), {});
      if (!bytes) FAIL(bytes.error().where + ": " + bytes.error().what);
      const auto [name, text] = comparable(emitter.file_name, *bytes);
      check_golden("emit/" + name, text);
      const bool is_same_again = *emitter.emit(golden_results(), {}) == *bytes;
      CHECK(is_same_again);
    }
  }
}

TEST_CASE("results.json read back and written again is the same text") {
  const std::string written = results_json(golden_results());
  const Result<Results> read = read_results(written, "results.json");
  REQUIRE(read);
  const bool same = results_json(*read) == written;
  CHECK(same);
  check_golden("results.json", written);
}

TEST_CASE("the fixture has a fact of every type") {
  for (const std::string_view type : kFactTypes) {
    const bool found = std::ranges::any_of(golden_results().facts, [&](const LocatedFact& fact) {
      return type_of(fact.value) == type;
    });
    CHECK(found);
  }
}

}  // namespace rapporteur
