#include "pipeline/model/names.hpp"

#include <array>

namespace rapporteur {
namespace {

template <std::size_t N, class Enum>
const char* at(const std::array<const char*, N>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? names[index] : "unknown";
}

constexpr std::array<const char*, 8> kBlockKindNames = {
    "paragraph", "heading", "list-item", "caption", "code", "note", "toc", "table"};
constexpr std::array<const char*, 6> kPartKindNames = {"body",      "header",   "footer",
                                                       "footnotes", "endnotes", "comments"};
constexpr std::array<const char*, 17> kHighlightNames = {
    "none",        "yellow",    "green",      "cyan",       "magenta",      "blue",
    "red",         "dark-blue", "dark-cyan",  "dark-green", "dark-magenta", "dark-red",
    "dark-yellow", "dark-gray", "light-gray", "black",      "white"};
constexpr std::array<const char*, 6> kClauseKindNames = {"front",    "body",       "annex",
                                                         "appendix", "references", "summary"};
constexpr std::array<const char*, 4> kScopeKindNames = {"body", "annex", "quoted", "excerpt"};
constexpr std::array<const char*, 12> kRevisionKindNames = {
    "inserted",           "deleted",           "moved-from",   "moved-to",
    "paragraph-inserted", "paragraph-deleted", "row-inserted", "row-deleted",
    "cell-inserted",      "cell-deleted",      "cell-merged",  "formatting"};
constexpr std::array<const char*, 4> kObjectKindNames = {"picture", "embedded", "chart", "diagram"};
constexpr std::array<const char*, 12> kDiagnosticCodeNames = {
    "damaged-part",  "missing-part",    "missing-style", "bad-number", "bad-table", "bad-text",
    "bad-reference", "charset-guessed", "limit-reached", "nesting",    "converted", "not-read"};
constexpr std::array<const char*, 15> kMarkNames = {
    "bold",     "italic", "underlined",  "struck",    "small-capitals",
    "capitals", "hidden", "superscript", "subscript", "inserted",
    "deleted",  "moved",  "folded",      "math",      "in-field"};

}  // namespace

const char* name(BlockKind kind) { return at(kBlockKindNames, kind); }
const char* name(PartKind kind) { return at(kPartKindNames, kind); }
const char* name(Highlight colour) { return at(kHighlightNames, colour); }
const char* name(ClauseKind kind) { return at(kClauseKindNames, kind); }
const char* name(ScopeKind kind) { return at(kScopeKindNames, kind); }
const char* name(RevisionKind kind) { return at(kRevisionKindNames, kind); }
const char* name(ObjectKind kind) { return at(kObjectKindNames, kind); }
const char* name(DiagnosticCode code) { return at(kDiagnosticCodeNames, code); }

std::vector<std::string> mark_names(const Run& run) {
  std::vector<std::string> names;
  for (std::size_t bit = 0; bit < kMarkNames.size(); ++bit) {
    if ((run.marks >> bit & 1) != 0) names.emplace_back(kMarkNames[bit]);
  }
  return names;
}

}  // namespace rapporteur
