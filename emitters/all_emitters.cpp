#include "emitters/base/results_json.hpp"
#include "emitters/data/calendar.hpp"
#include "emitters/data/database.hpp"
#include "emitters/data/documents_register.hpp"
#include "emitters/data/roadmap_files.hpp"
#include "emitters/data/xlsx.hpp"
#include "emitters/emitter.hpp"
#include "emitters/gate/findings_text.hpp"
#include "emitters/gate/github.hpp"
#include "emitters/gate/junit.hpp"
#include "emitters/gate/sarif.hpp"
#include "emitters/roadmap/roadmap_pictures.hpp"
#include "emitters/text/text_reports.hpp"
#include "emitters/text/web_page.hpp"

namespace rapporteur {
namespace {

Result<std::string> emit_results(const ReportData& data, const EmitOptions&) {
  return results_json(data.results());
}

Result<std::string> emit_unread(const ReportData& data, const EmitOptions&) {
  return unread_json(data.results());
}

Result<std::string> emit_register(const ReportData& data, const EmitOptions&) {
  return register_json(data.results().holdings);
}

Result<std::string> emit_register_csv(const ReportData& data, const EmitOptions&) {
  return register_rows_csv(data.results().holdings);
}

Result<std::string> emit_findings(const ReportData& data, const EmitOptions&) {
  return findings_text(data.results());
}

template <Result<std::string> (*emit)(const Results&, const EmitOptions&)>
Result<std::string> emit_with(const ReportData& data, const EmitOptions& options) {
  return emit(data.results(), options);
}

void add_roadmap(std::vector<Emitter>& all, const Labels& labels) {
  const auto add = [&](const char* id, const char* file, const char* summary, auto emit) {
    all.push_back({id, file, summary, emit, false});
  };
  using Bytes = Result<std::string>;
  add("roadmap-csv", "roadmap.csv", "the roadmap as a table that --base reads",
      [](const ReportData& data, const EmitOptions&) -> Bytes {
        return roadmap_csv(data.results());
      });
  add("roadmap-json", "roadmap.json", "the roadmap as data that --base reads",
      [](const ReportData& data, const EmitOptions&) -> Bytes {
        return roadmap_json(data.results());
      });
  add("roadmap-xlsx", "roadmap.xlsx", "the roadmap as a worksheet that --base reads",
      [](const ReportData& data, const EmitOptions&) {
        return xlsx({roadmap_sheet(data.results())}, data.results().title);
      });
  add("roadmap-timeline", "roadmap-timeline.svg", "a picture of the roadmap's dates",
      [labels](const ReportData& data, const EmitOptions&) -> Bytes {
        return svg(roadmap_timeline(roadmap_of(data.results()), labels));
      });
  add("roadmap-status", "roadmap-status.svg", "a picture of the roadmap's stages",
      [](const ReportData& data, const EmitOptions&) -> Bytes {
        return svg(roadmap_status_chart(roadmap_of(data.results())));
      });
}

}  // namespace

Result<std::vector<Emitter>> emitters(const EmitOptions& options) {
  Result<TextReports> reports = text_reports(options);
  if (!reports) return tl::unexpected(reports.error());
  std::vector<Emitter> all = {
      {"results", "results.json", "everything, as data: the contract", emit_results},
      {"register", "register.json", "the documents, their revisions, and what does not agree",
       emit_register},
      {"register-csv", "register.csv", "the documents as a table", emit_register_csv},
      {"unread", "unread.json", "what looks like a fact and was not read as one", emit_unread},
      {"findings", "findings.txt", "findings with their words, by document and clause",
       emit_findings},
      {"calendar", "calendar.ics", "deadlines and meetings for a calendar",
       [words = reports->wording](const ReportData& data,
                                  const EmitOptions& given) -> Result<std::string> {
         const Results& results = data.results();
         return calendar(results, words, given.now.empty() ? newest_date(results) : given.now);
       }},
      {"sarif", "findings.sarif", "findings as SARIF 2.1.0, for code hosts", emit_with<emit_sarif>,
       false},
      {"junit", "findings.junit.xml", "findings as JUnit XML, for CI", emit_with<emit_junit>,
       false},
      {"github", "findings.github.txt", "findings as annotations of a GitHub job",
       emit_with<emit_github>, false},
      {"github-summary", "findings.github.md", "findings as the summary of a GitHub step",
       emit_with<emit_github_summary>, false},
  };
  const Labels& labels = reports->wording.labels;
  all.push_back({"xlsx", "tables.xlsx", "every list as a worksheet",
                 [labels](const ReportData& data, const EmitOptions&) {
                   return xlsx(sheets_of(data.results(), labels), data.results().title);
                 }});
  all.push_back({"sqlite", "results.sqlite", "every list as a table of an SQLite database",
                 [labels](const ReportData& data, const EmitOptions&) {
                   return database(sheets_of(data.results(), labels), data.results().title);
                 },
                 false});
  all.push_back({"page", "index.html", "a page that searches and filters, in one file",
                 [words = reports->wording](const ReportData& data, const EmitOptions& given) {
                   return web_page(data, words, [&](const std::string& name) {
                     return template_text(given.templates, name);
                   });
                 }});
  add_roadmap(all, labels);
  for (Emitter& report : reports->emitters) all.push_back(std::move(report));
  return all;
}

}  // namespace rapporteur
