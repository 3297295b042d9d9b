#include "emitters/gate/github.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "emitters/base/escape.hpp"
#include "emitters/base/report_words.hpp"

namespace rapporteur {
namespace {

// Of each level in one step; three levels of ten stay below the 50 of a job.
constexpr std::size_t kAnnotations = 10;
// GitHub takes 1 MiB of summary a step.
constexpr std::size_t kSummaryBytes = std::size_t{1000} * 1000;

struct Level {
  Severity severity;
  const char* command;
  const char* one;
  const char* many;
};
constexpr Level kLevels[] = {{Severity::error, "error", "error", "errors"},
                             {Severity::warning, "warning", "warning", "warnings"},
                             {Severity::info, "notice", "remark", "remarks"}};

std::string counted(std::size_t n, const char* one, const char* many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::string encoded(std::string_view text, std::string_view also) {
  std::string out;
  for (const char c : text) {
    const bool special =
        c == '%' || c == '\r' || c == '\n' || also.find(c) != std::string_view::npos;
    out += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return out;
}

std::string property(std::string_view text) { return encoded(text, ":,"); }

// The place goes before a message that does not begin with it.
std::string placed_message(const LocatedFinding& finding) {
  const std::string where = plain(where_text(finding.place));
  std::string message = plain(finding.message);
  if (where.empty() || message.starts_with(where)) return message;
  return where + ": " + message;
}

std::string annotation(const Level& level, const LocatedFinding& finding) {
  const std::string line =
      finding.place.line == 0 ? "" : fmt::format(",line={}", finding.place.line);
  return fmt::format("::{} file={}{},title={}::{}\n", level.command,
                     property(finding.file.empty() ? finding.document : finding.file), line,
                     property(finding.rule), encoded(placed_message(finding), ""));
}

std::vector<const LocatedFinding*> counting(const Results& results, Severity severity) {
  std::vector<const LocatedFinding*> found;
  for (const LocatedFinding& finding : results.findings) {
    if (finding.standing == Standing::reported && finding.severity == severity) {
      found.push_back(&finding);
    }
  }
  return found;
}

std::vector<const DocumentRecord*> refused(const Results& results) {
  std::vector<const DocumentRecord*> found;
  for (const DocumentRecord& document : results.documents) {
    if (document.outcome == Outcome::refused) found.push_back(&document);
  }
  return found;
}

// The annotations of one level: all of them, or nine and one that counts the rest.
std::string limited(const Level& level, const std::vector<std::string>& all) {
  const std::size_t shown = all.size() <= kAnnotations ? all.size() : kAnnotations - 1;
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) out += all[i];
  if (shown == all.size()) return out;
  return out + fmt::format("::{} title=rapporteur::{} more; the step summary lists them\n",
                           level.command, counted(all.size() - shown, level.one, level.many));
}

std::string verdict(const Results& results) {
  const bool unread = !refused(results).empty();
  const bool failed =
      results.fails_at && std::ranges::any_of(results.findings, [&](const LocatedFinding& finding) {
        return finding.standing == Standing::reported && finding.severity >= *results.fails_at;
      });
  if (failed) return fmt::format("failed: findings at or above {}", name(*results.fails_at));
  return unread ? "failed: some documents could not be read" : "passed";
}

std::string counts_line(const Results& results) {
  std::string out = counted(results.documents.size(), "document", "documents");
  for (const Level& level : kLevels) {
    out += ", " + counted(counting(results, level.severity).size(), level.one, level.many);
  }
  for (const auto& [standing, text] :
       {std::pair{Standing::suppressed, "suppressed"}, {Standing::baselined, "in the baseline"}}) {
    const auto n = std::ranges::count(results.findings, standing, &LocatedFinding::standing);
    if (n != 0) out += fmt::format(", {} {}", n, text);
  }
  return out;
}

std::string row_of(const LocatedFinding& finding) {
  return fmt::format("| {} | {} | {} | {} | {} |\n", name(finding.severity),
                     markdown_escaped(finding.document),
                     markdown_escaped(where_text(finding.place)), markdown_escaped(finding.rule),
                     markdown_escaped(finding.message));
}

}  // namespace

Result<std::string> emit_github(const Results& results, const EmitOptions&) {
  std::string out;
  for (const Level& level : kLevels) {
    std::vector<std::string> all;
    if (level.severity == Severity::error) {
      for (const DocumentRecord* document : refused(results)) {
        all.push_back(
            fmt::format("::error file={},title=unreadable::{}\n",
                        property(document->file.empty() ? document->path : document->file),
                        encoded(plain(document->error), "")));
      }
    }
    for (const LocatedFinding* finding : counting(results, level.severity)) {
      all.push_back(annotation(level, *finding));
    }
    out += limited(level, all);
  }
  return out + "rapporteur: " + counts_line(results) + "\n";
}

Result<std::string> emit_github_summary(const Results& results, const EmitOptions&) {
  std::string out =
      fmt::format("## Rapporteur: {}\n\n{}.\n", verdict(results), counts_line(results));
  const std::vector<const DocumentRecord*> unread = refused(results);
  if (!unread.empty()) out += "\n### Not read\n\n";
  for (const DocumentRecord* document : unread) {
    out += fmt::format("- {}: {}\n", markdown_escaped(document->path),
                       markdown_escaped(document->error));
  }
  std::string rows;
  std::size_t left = 0;
  for (const Level& level : kLevels) {
    for (const LocatedFinding* finding : counting(results, level.severity)) {
      const std::string row = row_of(*finding);
      if (left == 0 && out.size() + rows.size() + row.size() < kSummaryBytes) {
        rows += row;
      } else {
        ++left;
      }
    }
  }
  if (!rows.empty()) {
    out += "\n| severity | document | place | rule | finding |\n|---|---|---|---|---|\n" + rows;
  }
  if (left != 0) out += fmt::format("\n{} more.\n", left);
  return out;
}

}  // namespace rapporteur
