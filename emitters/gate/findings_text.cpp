#include "emitters/gate/findings_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "emitters/base/escape.hpp"
#include "emitters/base/report_words.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kQuoteWidth = 100;
constexpr std::size_t kContextWidth = 40;

struct Colours {
  const char* error = "";
  const char* warning = "";
  const char* info = "";
  const char* strong = "";
  const char* faint = "";
  const char* off = "";
};
constexpr Colours kColours = {"\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1m", "\x1b[2m", "\x1b[0m"};

const char* colour_of(Severity severity, const Colours& colours) {
  switch (severity) {
    case Severity::error:
      return colours.error;
    case Severity::warning:
      return colours.warning;
    case Severity::info:
      return colours.info;
  }
  return "";
}

struct WidthRange {
  char32_t first;
  char32_t last;
  std::size_t width;
};
// Unicode 15: the blocks of combining marks, and those of EastAsianWidth W and F.
constexpr WidthRange kWidths[] = {
    {0x0300, 0x036F, 0}, {0x0483, 0x0489, 0},   {0x0591, 0x05BD, 0},   {0x064B, 0x065F, 0},
    {0x1100, 0x115F, 2}, {0x1AB0, 0x1AFF, 0},   {0x1DC0, 0x1DFF, 0},   {0x200B, 0x200F, 0},
    {0x20D0, 0x20FF, 0}, {0x2E80, 0x303E, 2},   {0x3041, 0x33FF, 2},   {0x3400, 0x4DBF, 2},
    {0x4E00, 0x9FFF, 2}, {0xA000, 0xA4CF, 2},   {0xAC00, 0xD7A3, 2},   {0xF900, 0xFAFF, 2},
    {0xFE00, 0xFE0F, 0}, {0xFE20, 0xFE2F, 0},   {0xFE30, 0xFE4F, 2},   {0xFF00, 0xFF60, 2},
    {0xFFE0, 0xFFE6, 2}, {0x1F300, 0x1F64F, 2}, {0x1F900, 0x1F9FF, 2}, {0x20000, 0x3FFFD, 2},
};

// The character at the start of `text`, and its bytes.
std::pair<char32_t, std::size_t> first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0x80u;
  };
  const char32_t lead = byte(0);
  if (lead < 0xC0) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F),
          4};
}

std::size_t width_of(char32_t c) {
  if (c < kWidths[0].first) return 1;  // nearly all that is written
  const auto* const after =
      std::ranges::upper_bound(kWidths, c, {}, [](const WidthRange& range) { return range.first; });
  if (after == std::begin(kWidths) || std::prev(after)->last < c) return 1;
  return std::prev(after)->width;
}

// The longest beginning of `text` that fits into `most` columns.
std::string_view fitting(std::string_view text, std::size_t most) {
  std::size_t bytes = 0;
  std::size_t width = 0;
  while (bytes < text.size()) {
    const auto [c, size] = first_character(text.substr(bytes));
    width += width_of(c);
    if (width > most) break;
    bytes = std::min(bytes + size, text.size());
  }
  return text.substr(0, bytes);
}

std::string cut_after(const std::string& text, std::size_t most) {
  const std::string_view shown = fitting(text, most);
  return shown.size() == text.size() ? text : std::string(shown) + "…";
}

std::string cut_before(const std::string& text, std::size_t most) {
  std::string_view shown = text;
  while (display_width(shown) > most) shown.remove_prefix(first_character(shown).second);
  return shown.size() == text.size() ? text : "…" + std::string(shown);
}

std::string clause_heading(const Place& place) {
  if (place.block == kNone) return "the document as a whole";
  Place clause_only;
  clause_only.clause = place.clause;
  const std::string text = where_text(clause_only);
  return text.empty() ? "before the first clause" : plain(text);
}

// "table 2 row 3, line 17": the place without its clause, which stands above.
std::string place_text(Place place) {
  place.clause.clear();
  return where_text(place);
}

// The words in their sentence, and a line below that marks them.
std::string quoted(const Place& place, const Colours& colours) {
  if (place.quote.empty()) return {};
  const std::string before = cut_before(plain(place.before), kContextWidth);
  const std::string quote = cut_after(plain(place.quote), kQuoteWidth);
  const std::string after = cut_after(plain(place.after), kContextWidth);
  return fmt::format("      {}{}{}{}{}\n      {:{}}{}{:~<{}}{}\n", before, colours.strong, quote,
                     colours.off, after, "", display_width(before), colours.error, "",
                     std::max<std::size_t>(1, display_width(quote)), colours.off);
}

std::string finding_text(const LocatedFinding& finding, const Colours& colours) {
  const std::string where = place_text(finding.place);
  std::string out = fmt::format("    {}{}{} {}{}{}{}{}\n", colour_of(finding.severity, colours),
                                name(finding.severity), colours.off, colours.faint, finding.rule,
                                where.empty() ? "" : ", ", where, colours.off);
  out += fmt::format("      {}\n", plain(finding.message));
  out += quoted(finding.place, colours);
  for (const Place& other : finding.related) {
    const std::string at = where_text(other);
    out += fmt::format("      see also{}{}: {}\n", at.empty() ? "" : " ", plain(at),
                       cut_after(plain(other.quote), kQuoteWidth));
  }
  return out;
}

void append_document(std::string& out, const DocumentRecord& document,
                     const std::vector<const LocatedFinding*>& findings, const Colours& colours) {
  out += fmt::format("{}{}{}\n", colours.strong, plain(document.path), colours.off);
  if (!document.error.empty()) {
    out += fmt::format("  {}{}{}: {}\n", colours.error, name(document.outcome), colours.off,
                       plain(document.error));
  }
  std::string heading;
  for (const LocatedFinding* finding : findings) {
    const std::string clause = clause_heading(finding->place);
    if (clause != heading) out += fmt::format("  {}\n", clause);
    heading = clause;
    out += finding_text(*finding, colours);
  }
  out += '\n';
}

std::string totals(const Results& results) {
  std::array<std::size_t, 3> severities = {};
  std::array<std::size_t, 3> standings = {};
  for (const LocatedFinding& finding : results.findings) {
    ++standings.at(static_cast<std::size_t>(finding.standing));
    if (finding.standing != Standing::reported) continue;
    ++severities.at(static_cast<std::size_t>(finding.severity));
  }
  const auto unread =
      std::ranges::count(results.documents, Outcome::refused, &DocumentRecord::outcome);
  const auto skipped =
      std::ranges::count(results.documents, Outcome::skipped, &DocumentRecord::outcome);
  const auto count = [](std::size_t n, const char* one) {
    return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s");
  };
  std::string out = fmt::format("{}: {}, {}, {}", count(results.documents.size(), "document"),
                                count(severities[2], "error"), count(severities[1], "warning"),
                                count(severities[0], "remark"));
  if (standings[1] != 0) out += fmt::format("; {} suppressed", standings[1]);
  if (standings[2] != 0) out += fmt::format("; {} in the baseline", standings[2]);
  if (unread != 0) out += fmt::format("; {} could not be read", unread);
  if (skipped != 0) out += fmt::format("; {} skipped", skipped);
  return out + '\n';
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const auto [c, size] = first_character(text);
    width += width_of(c);
    text.remove_prefix(std::min(size, text.size()));
  }
  return width;
}

std::string findings_text(const Results& results, const TextStyle& style) {
  const Colours colours = style.colour ? kColours : Colours();
  std::map<std::string_view, std::vector<const LocatedFinding*>> findings;
  for (const LocatedFinding& finding : results.findings) {
    if (finding.standing == Standing::reported) findings[finding.document].push_back(&finding);
  }
  std::string out;
  for (const DocumentRecord& document : results.documents) {
    const auto found = findings.find(document.path);
    if (found == findings.end() && document.error.empty()) continue;
    append_document(out, document,
                    found == findings.end() ? std::vector<const LocatedFinding*>() : found->second,
                    colours);
    if (found != findings.end()) findings.erase(found);
  }
  // What is no document, such as a configuration with a suppression that fits nothing.
  for (const auto& [path, list] : findings) {
    DocumentRecord other;
    other.path = path;
    append_document(out, other, list, colours);
  }
  return out + totals(results);
}

}  // namespace rapporteur
