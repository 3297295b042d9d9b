#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "emitters/emitter.hpp"
#include "tests/support/unpacked.hpp"

namespace rapporteur {
namespace {

constexpr int kRows = 10'000;
constexpr std::size_t kLongest = 32'767;  // characters of a cell of a spreadsheet

Results large() {
  Results results;
  DocumentRecord document;
  document.path = "a <b> & \"c\".docx";
  results.documents.push_back(document);
  for (int i = 0; i < kRows; ++i) {
    RoadmapEntry entry;
    entry.body = "=cmd", entry.number = fmt::format("X.{}", i), entry.date = "2031-02-03";
    entry.title = i == 0 ? std::string(kLongest, 'w') : fmt::format("title-{}-end", i);
    LocatedFact fact;
    fact.value = std::move(entry);
    fact.document = document.path;
    results.facts.push_back(std::move(fact));
  }
  return results;
}

std::string readable(const Emitter& emitter, const std::string& bytes) {
  if (emitter.file_name.ends_with(".sqlite")) return unpacked_database(bytes);
  const bool is_packed =
      emitter.file_name.ends_with(".docx") || emitter.file_name.ends_with(".xlsx");
  return is_packed ? unpacked_archive(bytes) : bytes;
}

}  // namespace

TEST_CASE("ten thousand rows and the longest cell come out complete in every format") {
  const Results results = large();
  const ReportData data(results);
  const Result<std::vector<Emitter>> all = emitters({});
  REQUIRE(all);
  const std::string longest(kLongest, 'w');
  std::size_t checked = 0;
  for (const Emitter& emitter : *all) {
    const bool lists_them = emitter.id.starts_with("roadmap") || emitter.id == "xlsx" ||
                            emitter.id == "sqlite" || emitter.id == "page" ||
                            emitter.id == "results" || emitter.id == "digest-md" ||
                            emitter.id == "digest-html" || emitter.id == "digest-docx";
    if (!lists_them || emitter.file_name.ends_with(".svg")) continue;
    INFO(emitter.id);
    const Result<std::string> bytes = emitter.emit(data, {});
    REQUIRE(bytes);
    const std::string text = readable(emitter, *bytes);
    for (const int row : {1, kRows / 2, kRows - 1}) {
      CHECK(text.find(fmt::format("title-{}-end", row)) != std::string::npos);
    }
    const bool has_longest = text.find(longest) != std::string::npos;
    CHECK(has_longest);
    ++checked;
  }
  CHECK(checked >= 10);
}

}  // namespace rapporteur
