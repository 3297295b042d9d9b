#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/normalise/structure.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestLine = 100;  // bytes of a line that begins or ends an excerpt

struct Marks {
  bool begins = false;
  bool ends = false;
};

Marks marks_of(const DocumentData& data, BlockId id, const Profile& profile) {
  const std::string_view words = words_of(data, id);
  if (words.empty() || words.size() > kLongestLine) return {};
  return {any_matches(profile.structure.excerpts, words),
          any_matches(profile.structure.excerpt_ends, words)};
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
    const Marks marks = marks_of(data, id, profile);
    if (!marks.begins && !marks.ends) continue;
    if (begin) add_excerpt(data, {begin, id});
    begin = marks.begins ? id : BlockId{};
  }
  if (begin) add_excerpt(data, {begin, end});
}

}  // namespace rapporteur
