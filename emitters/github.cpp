#include <fmt/format.h>

#include <algorithm>

#include "emitters/ci_formats.hpp"
#include "emitters/escape.hpp"
#include "emitters/view.hpp"

namespace rapporteur {
namespace {

// What GitHub shows of one step; what comes later is dropped there without a word.
constexpr std::size_t kShown = 10;

// Values of a workflow command: % and line ends, and in properties also the separators.
std::string command_escaped(const std::string& text, bool is_property) {
  std::string out;
  for (const char c : text) {
    const bool is_separator = is_property && (c == ':' || c == ',');
    if (c == '%' || c == '\r' || c == '\n' || is_separator) {
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  return out;
}

std::string property(const std::string& text) { return command_escaped(text, true); }

std::string annotation(const LocatedFinding& finding) {
  std::string out = fmt::format("::{} file={}", name(finding.severity), property(finding.document));
  if (finding.place.line != 0) out += fmt::format(",line={}", finding.place.line);
  const std::string where = plain(where_text(finding.place));
  std::string message = plain(finding.message);
  if (!where.empty()) message = where + ": " + message;
  if (!finding.place.quote.empty()) message += ": “" + plain(finding.place.quote) + "”";
  return out +
         fmt::format(",title={}::{}\n", property(finding.rule), command_escaped(message, false));
}

std::string not_read(const DocumentRecord& document) {
  return fmt::format("::warning file={},title=not read::{}\n", property(document.path),
                     command_escaped(plain(document.error), false));
}

// As many lines as are shown; the others are counted in `left`.
std::string shown(const std::vector<std::string>& lines, std::size_t& left) {
  std::string out;
  for (std::size_t i = 0; i < std::min(lines.size(), kShown); ++i) out += lines[i];
  left += lines.size() - std::min(lines.size(), kShown);
  return out;
}

}  // namespace

std::string github_annotations(const Results& results) {
  std::vector<std::string> errors;
  std::vector<std::string> warnings;
  for (const DocumentRecord& document : results.documents) {
    if (document.outcome == Outcome::refused) warnings.push_back(not_read(document));
  }
  for (const LocatedFinding& finding : results.findings) {
    if (finding.severity == Severity::error) errors.push_back(annotation(finding));
    if (finding.severity == Severity::warning) warnings.push_back(annotation(finding));
  }
  std::size_t left = 0;
  std::string out = shown(errors, left) + shown(warnings, left);
  if (left != 0) {
    out += fmt::format("::notice title=rapporteur::{} more; findings.txt has all of them\n", left);
  }
  return out;
}

}  // namespace rapporteur
