#include "tests/support/golden.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "emitters/base/results_json.hpp"
#include "pipeline/base/files.hpp"
#include "tests/support/folders.hpp"

namespace rapporteur {
namespace {

constexpr std::uint64_t kGoldenBytes = std::uint64_t{64} << 20;

std::filesystem::path golden(const std::string& name) {
  return source_folder() / "tests" / "golden" / name;
}

// The line in which two texts begin to differ, of each.
std::string first_difference(std::string_view expected, std::string_view actual) {
  std::size_t line = 0;
  std::size_t at = 0;
  while (at < expected.size() && at < actual.size() && expected[at] == actual[at]) {
    if (expected[at++] == '\n') line = at;
  }
  const auto shown = [&](std::string_view text) {
    return std::string(text.substr(line, text.find('\n', line) - line));
  };
  return "expected: " + shown(expected) + "\nactual:   " + shown(actual);
}

}  // namespace

const Results& golden_results() {
  static const Results kResults = [] {
    const Result<std::string> text = read_file(golden("results.json"), kGoldenBytes);
    REQUIRE(text);
    const Result<Results> read = read_results(*text, "results.json");
    if (!read) FAIL(read.error().what);
    return *read;
  }();
  return kResults;
}

void check_golden(const std::string& name, std::string_view actual) {
  const char* const update = std::getenv("UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    REQUIRE(write_file(golden(name), actual));
  }
  const Result<std::string> expected = read_file(golden(name), kGoldenBytes);
  INFO("tests/golden/" << name << "; UPDATE_GOLDEN=1 rewrites it");
  if (!expected) FAIL("there is no such golden file");
  if (*expected != actual) FAIL(first_difference(*expected, actual));
}

}  // namespace rapporteur
