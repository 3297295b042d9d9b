#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/normalise/structure.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestLine = 100;  // bytes of a line that begins or ends an excerpt

bool is_mark(const DocumentData& data, BlockId id, const std::vector<Pattern>& marks) {
  const std::string_view words = words_of(data, id);
  return !words.empty() && words.size() <= kLongestLine && any_matches(marks, words);
}

// An annex that begins within the passages numbers for itself and keeps its scope.
void add_excerpt(DocumentData& data, BlockRange blocks) {
  const ScopeId around = data.scope_of_block[blocks.begin.index];
  const ScopeId scope{static_cast<std::uint32_t>(data.scopes.size())};
  data.scopes.push_back({ScopeKind::excerpt, "", blocks, around});
  for (std::uint32_t i = blocks.begin.index; i < blocks.end.index; ++i) {
    if (data.scope_of_block[i] == around) data.scope_of_block[i] = scope;
  }
}

}  // namespace

void give_excerpts(DocumentData& data, const Profile& profile, BlockId end) {
  BlockId begin;
  for (BlockId id{0}; id < end; ++id.index) {
    const bool begins = is_mark(data, id, profile.structure.excerpts);
    // Few documents have excerpts, and nothing else ends.
    if (!begins && (!begin || !is_mark(data, id, profile.structure.excerpt_ends))) continue;
    if (begin) add_excerpt(data, {begin, id});
    begin = begins ? id : BlockId{};
  }
  if (begin) add_excerpt(data, {begin, end});
}

}  // namespace rapporteur
