#include "validators/reading/reference_list.hpp"

#include <algorithm>

#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/text/words.hpp"
#include "validators/reading/scan.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kNameReach = 60;   // bytes in which an entry names its document
constexpr std::size_t kFirstWords = 30;  // bytes before the number of an entry without tag

// The first identifier in the entry's first words.
std::optional<Identifier> document_of(std::string_view words, const Profile& profile) {
  for (Identifier& found : profile.grammar.scan(words.substr(0, 4 * kNameReach))) {
    if (found.where.begin > kNameReach) break;
    return std::move(found);
  }
  return {};
}

std::optional<ListedReference> read_entry(const Document& doc, BlockId block,
                                          const Profile& profile) {
  const std::string_view text = trim(doc.text(block));
  ListedReference entry{.block = block, .list = doc.clause_of(block), .words = text};
  const std::vector<PatternMatch> tags =
      matches(text.substr(0, 2 * kNameReach), compiled(R"(^\[([^\[\]\n]{1,60})\])"));
  if (!tags.empty()) {
    entry.tag = trim(tags[0].groups[1]);
    entry.words = trim(text.substr(tags[0].text().size()));
  }
  entry.document = document_of(entry.words, profile);
  if (!entry.tag.empty()) return entry;
  const bool begins = entry.document && entry.document->where.begin <= kFirstWords;
  // A sentence about references is none.
  const bool told = any_matches(profile.structure.no_references, text.substr(0, kNameReach));
  if (!begins || told) return {};
  return entry;
}

}  // namespace

bool is_bibliography(const Clause& clause, const Profile& profile) {
  return any_matches(profile.structure.bibliographies, clause.title);
}

bool in_references(const Document& doc, BlockId block) {
  for (ClauseId id = doc.clause_of(block); id; id = doc.clause(id).parent) {
    if (doc.clause(id).kind == ClauseKind::references) return true;
  }
  return false;
}

std::string_view bare_tag(std::string_view tag) {
  return tag.starts_with("b-") ? tag.substr(2) : tag;
}

std::vector<ListedReference> references(const Document& doc, const Profile& profile) {
  std::vector<ListedReference> entries;
  for (const Clause& clause : doc.clauses()) {
    if (clause.kind != ClauseKind::references) continue;
    for (std::uint32_t i = clause.blocks.begin.index; i < clause.blocks.end.index; ++i) {
      const BlockId block{i};
      if (doc.block(block).kind == BlockKind::heading || doc.block(block).cell) continue;
      if (doc.block(block).kind == BlockKind::note || !is_prose(doc, block)) continue;
      if (doc.clause(doc.clause_of(block)).heading != clause.heading) continue;
      if (std::optional<ListedReference> entry = read_entry(doc, block, profile)) {
        entries.push_back(std::move(*entry));
      }
    }
  }
  return entries;
}

}  // namespace rapporteur
