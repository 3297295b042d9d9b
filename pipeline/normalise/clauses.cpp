#include <algorithm>
#include <optional>
#include <string>

#include "pipeline/normalise/structure.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

std::string_view words_of(const DocumentData& data, BlockId id) {
  const TextRange range = data.blocks[id.index].text;
  return trim(std::string_view(data.text).substr(range.begin, range.size()));
}

std::string_view label_of(const DocumentData& data, BlockId id) {
  const TextRange range = data.blocks[id.index].label;
  return trim(std::string_view(data.labels).substr(range.begin, range.size()));
}

// What the heading says as a person reads it: the automatic number before the words.
std::string shown(const DocumentData& data, BlockId id) {
  const std::string_view label = label_of(data, id);
  std::string out(label);
  if (!out.empty()) out += '\t';
  return out + std::string(words_of(data, id));
}

bool any_matches(const std::vector<Pattern>& patterns, std::string_view text) {
  return std::ranges::any_of(patterns, [&](const Pattern& pattern) {
    return re2::RE2::PartialMatch(text, *pattern.expression);
  });
}

struct AnnexLine {
  std::string label;
  std::string title;
};

std::optional<AnnexLine> annex_line(std::string_view text, const Profile& profile) {
  for (const Pattern& pattern : profile.structure.annexes) {
    const auto& groups = pattern.expression->NamedCapturingGroups();
    const int count = pattern.expression->NumberOfCapturingGroups() + 1;
    std::vector<re2::StringPiece> found(static_cast<std::size_t>(count));
    if (!pattern.expression->Match(text, 0, text.size(), re2::RE2::ANCHOR_START, found.data(),
                                   count)) {
      continue;
    }
    const auto value = [&](const char* group) {
      const auto at = groups.find(group);
      return at == groups.end() ? std::string()
                                : collapse(found[static_cast<std::size_t>(at->second)]);
    };
    return AnnexLine{value("label"), value("title")};
  }
  return {};
}

// Headings outside tables and of the body part make clauses.
bool makes_clause(const DocumentData& data, BlockId id) {
  const Block& block = data.blocks[id.index];
  return block.kind == BlockKind::heading && !block.cell && !block.in_text_box && block.level > 0 &&
         block.part && data.parts[block.part.index].kind == PartKind::body;
}

ClauseKind kind_of(std::string_view title, const Profile& profile) {
  if (any_matches(profile.structure.references, title)) return ClauseKind::references;
  if (any_matches(profile.structure.summaries, title)) return ClauseKind::summary;
  return ClauseKind::body;
}

Clause clause_at(const DocumentData& data, BlockId id, const Profile& profile) {
  Clause clause;
  clause.level = data.blocks[id.index].level;
  clause.heading = id;
  const std::string line = shown(data, id);
  if (const std::optional<AnnexLine> annex = annex_line(line, profile)) {
    clause.kind =
        starts_with_ignoring_case(annex->label, "app") ? ClauseKind::appendix : ClauseKind::annex;
    clause.number = annex->label;
    clause.title = annex->title;
    return clause;
  }
  const NumberedText parts = split_number(line);
  clause.number = parts.number;
  clause.title = collapse(parts.title);
  clause.kind = kind_of(clause.title, profile);
  return clause;
}

// Closes the open clauses that `level` ends and gives the parent of a clause of that level.
class ClauseTree {
 public:
  explicit ClauseTree(DocumentData& data) : data_(data) {}

  void add(Clause clause) {
    // A quoted text or an annex starts the tree anew below its own heading.
    close_to(clause.level, clause.heading);
    clause.blocks = {clause.heading, clause.heading};
    clause.parent = open_.empty() ? ClauseId{} : open_.back();
    open_.push_back(ClauseId{static_cast<std::uint32_t>(data_.clauses.size())});
    data_.clauses.push_back(std::move(clause));
  }

  void close_to(std::uint8_t level, BlockId end) {
    while (!open_.empty() && data_.clauses[open_.back().index].level >= level) {
      data_.clauses[open_.back().index].blocks.end = end;
      open_.pop_back();
    }
  }

 private:
  DocumentData& data_;
  std::vector<ClauseId> open_;  // the path from the root to the current clause
};

BlockId body_end(const DocumentData& data) {
  const auto outside = [&](const Block& block) {
    return block.part && data.parts[block.part.index].kind != PartKind::body;
  };
  const auto last = std::find_if_not(data.blocks.rbegin(), data.blocks.rend(), outside);
  return BlockId{static_cast<std::uint32_t>(data.blocks.rend() - last)};
}

void give_scopes(DocumentData& data, const Profile& profile, BlockId end) {
  data.scopes.push_back({ScopeKind::body, "", {BlockId{0}, end}, {}});
  ScopeId annex;
  ScopeId quoted;
  const auto close = [&](ScopeId& scope, BlockId at) {
    if (scope) data.scopes[scope.index].blocks.end = at;
    scope = {};
  };
  const auto open = [&](ScopeKind kind, std::string label, BlockId at, ScopeId parent) {
    data.scopes.push_back({kind, std::move(label), {at, end}, parent});
    return ScopeId{static_cast<std::uint32_t>(data.scopes.size() - 1)};
  };
  for (BlockId id{0}; id < end; ++id.index) {
    const Block& block = data.blocks[id.index];
    if (block.cell || block.kind == BlockKind::toc) continue;
    const std::string_view text = words_of(data, id);
    if (!text.empty() && any_matches(profile.structure.quoted, text)) {
      close(quoted, id);
      quoted = open(ScopeKind::quoted, collapse(text), id, annex ? annex : ScopeId{0});
    } else if (block.kind == BlockKind::heading) {
      const std::optional<AnnexLine> line = annex_line(shown(data, id), profile);
      if (!line || block.level > 1) continue;
      close(quoted, id);
      close(annex, id);
      annex = open(ScopeKind::annex, line->label, id, ScopeId{0});
    }
  }
}

void index_blocks(DocumentData& data) {
  data.scope_of_block.assign(data.blocks.size(), ScopeId{0});
  data.clause_of_block.assign(data.blocks.size(), ClauseId{});
  const auto fill = [](auto& target, BlockRange range, auto id) {
    for (std::uint32_t i = range.begin.index; i < range.end.index; ++i) target[i] = id;
  };
  for (std::uint32_t i = 0; i < data.scopes.size(); ++i) {
    fill(data.scope_of_block, data.scopes[i].blocks, ScopeId{i});
  }
  for (std::uint32_t i = 0; i < data.clauses.size(); ++i) {
    fill(data.clause_of_block, data.clauses[i].blocks, ClauseId{i});
  }
}

}  // namespace

void give_clauses(DocumentData& data, const Profile& profile) {
  const BlockId end = body_end(data);
  give_scopes(data, profile, end);
  ClauseTree tree(data);
  for (BlockId id{0}; id < end; ++id.index) {
    if (makes_clause(data, id)) tree.add(clause_at(data, id, profile));
  }
  tree.close_to(0, end);
  index_blocks(data);
  for (Clause& clause : data.clauses) clause.scope = data.scope_of_block[clause.heading.index];
}

}  // namespace rapporteur
