#include "pipeline/text/glob.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {

TEST_CASE("a glob fits what it says and nothing else") {
  struct Row {
    const char* glob;
    const char* path;
    bool fits;
  };
  const Row rows[] = {
      {"C43.txt", "C43.txt", true},
      {"C43.txt", "in/C43.txt", true},
      {"C43.txt", "C43.txt.bak", false},
      {"C*.txt", "in/C43.txt", true},
      {"C*.txt", "C/43.txt", false},
      {"in/C*.txt", "in/C43.txt", true},
      {"in/C*.txt", "out/in/C43.txt", false},
      {"in/*.txt", "in/a/C43.txt", false},
      {"in/**", "in/a/C43.txt", true},
      {"in/", "in/a/C43.txt", true},
      {"in/", "inner/C43.txt", false},
      {"./in/", "in/C43.txt", true},
      {"**/*.docx", "TD1.docx", true},
      {"**/*.docx", "a/b/TD1.docx", true},
      {"a/**/TD1.docx", "a/TD1.docx", true},
      {"a/**/TD1.docx", "a/b/c/TD1.docx", true},
      {"a/**/TD1.docx", "a/bTD1.docx", false},
      {"TD?.docx", "TD1.docx", true},
      {"TD?.docx", "TDé.docx", true},
      {"TD?.docx", "TD12.docx", false},
      {"*", "", true},
      {"", "a", false},
      {"T25-*!!MSW-E.docx", "T25-SG13-TD-0100!!MSW-E.docx", true},
  };
  for (const Row& row : rows) {
    INFO(row.glob << " and " << row.path);
    CHECK(matches_glob(row.glob, row.path) == row.fits);
  }
}

TEST_CASE("a glob of many stars takes no more than glob times path") {
  std::string glob;
  for (int i = 0; i < 200; ++i) glob += "*a";
  CHECK_FALSE(matches_glob(glob, std::string(2000, 'a') + "b"));
}

}  // namespace rapporteur
