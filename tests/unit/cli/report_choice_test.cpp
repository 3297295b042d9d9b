#include "pipeline/cli/report_choice.hpp"

#include <catch2/catch.hpp>

#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

std::vector<Emitter> sample() {
  std::vector<Emitter> all;
  const auto add = [&](const char* id, const char* file, bool by_default) {
    all.push_back({id, file, "", {}, by_default});
  };
  add("digest-md", "digest.md", true);
  add("digest-docx", "digest.docx", true);
  add("roadmap", "roadmap.md", true);
  add("roadmap-html", "roadmap.html", false);
  add("sarif", "findings.sarif", false);
  add("findings", "findings.txt", true);
  add("sqlite", "results.sqlite", false);
  return all;
}

std::string files(const std::vector<std::string>& reports,
                  const std::vector<std::string>& formats) {
  const Result<std::vector<Emitter>> picked = chosen(sample(), {reports, formats});
  if (!picked) return picked.error().where + ": " + picked.error().what;
  std::vector<std::string> names;
  for (const Emitter& emitter : *picked) names.push_back(emitter.file_name);
  return join(names, " ");
}

}  // namespace

TEST_CASE("a run writes what is chosen, in the forms that are chosen") {
  struct Case {
    std::vector<std::string> reports;
    std::vector<std::string> formats;
    const char* expected;
  };
  const Case cases[] = {
      {{}, {}, "digest.md digest.docx roadmap.md findings.txt"},
      {{"digest"}, {}, "digest.md digest.docx"},
      {{"digest", "roadmap"}, {"md"}, "digest.md roadmap.md"},
      {{}, {"docx"}, "digest.docx"},
      {{}, {"html"}, "roadmap.html"},
      {{"roadmap-html"}, {}, "roadmap.html"},
      {{"roadmap"}, {"all"}, "roadmap.md roadmap.html"},
      {{"results"}, {}, "results.sqlite"},
      {{"all"},
       {},
       "digest.md digest.docx roadmap.md roadmap.html findings.sarif findings.txt results.sqlite"},
      {{"all"}, {"md", "sarif"}, "digest.md roadmap.md findings.sarif"},
  };
  for (const Case& sample : cases) {
    CHECK(files(sample.reports, sample.formats) == sample.expected);
  }
}

TEST_CASE("a report or a form that there is not is told, with what there is") {
  CHECK(
      files({"digets"}, {}) ==
      "--reports digets: there is none of this name (did you mean 'digest'?); known: all, digest, "
      "findings, results, roadmap");
  CHECK(files({}, {"pdf"}).starts_with("--formats pdf: there is none of this name"));
  CHECK(files({"digest"}, {"sarif"}) ==
        "--formats sarif: no report of the chosen ones has this form; there are digest.md, "
        "digest.docx");
}

}  // namespace rapporteur
