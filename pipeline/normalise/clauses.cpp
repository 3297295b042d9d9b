#include <algorithm>
#include <optional>
#include <string>

#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/normalise/structure.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kDeepest = 9;                 // level of a clause
constexpr int kMostTitleLines = 3;          // of an annex
constexpr int kAnnexStyles = 7;             // level from which on styles are for annexes only
constexpr std::size_t kLongestTitle = 200;  // bytes of such a line

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

// A heading on its way to become a clause.
struct Section {
  Clause clause;
  bool annex = false;
  bool quoted = false;  // begins a text of its own: an annex of it, or the line that names it
};

// The line below an annex heading says that it is the annex of a text that is quoted here.
bool is_attached(const DocumentData& data, BlockId heading, const Profile& profile) {
  const BlockId next = next_in_text(data, heading);
  return next && !data.blocks[next.index].table &&
         any_matches(profile.structure.attached, words_of(data, next));
}

// The words of an annex's title on the lines below its label.
std::string title_below(const DocumentData& data, BlockId heading) {
  std::string title;
  BlockId above = heading;
  for (int lines = 0; lines < kMostTitleLines;) {
    const BlockId id = next_in_text(data, above);
    if (!id || data.blocks[id.index].kind != BlockKind::paragraph) break;
    const std::string_view words = words_of(data, id);
    const bool gap = gap_between(data, above, id);
    above = id;
    if (words.front() == '(' && title.empty()) continue;  // what the annex belongs to
    const char last = words.empty() ? '.' : words.back();
    const bool sentence = last == '.' || last == ':' || last == ';';
    if (sentence || words.size() > kLongestTitle || words.front() == '(') break;
    if (!title.empty() && (gap || data.line_starts.empty())) break;
    if (!title.empty()) title += ' ';
    title += collapse(words);
    ++lines;
  }
  return title;
}

Section annex_section(const DocumentData& data, const AnnexLine& line, Clause clause,
                      const Profile& profile) {
  Section section;
  section.annex = true;
  section.quoted = is_attached(data, clause.heading, profile);
  const bool appendix = starts_with_ignoring_case(line.label, "ap");
  clause.kind = appendix ? ClauseKind::appendix : ClauseKind::annex;
  clause.number = line.label;
  clause.title = line.title.empty() ? title_below(data, clause.heading) : collapse(line.title);
  section.clause = std::move(clause);
  return section;
}

// What is a heading is numbered by "3)" and "(3)" too, which elsewhere begin the items of a list.
NumberedText number_of_heading(std::string_view line) {
  NumberedText parts = split_number(line);
  const std::size_t end = line.find_first_of(" \t");
  if (!parts.number.empty() || end == line.npos || line[end - 1] != ')') return parts;
  const std::size_t begin = line.front() == '(' ? 1 : 0;
  const std::string_view number = line.substr(begin, end - 1 - begin);
  if (number.empty() || !is_digit(number.front()) || number_parts(number).empty()) return parts;
  return {number, trim(line.substr(end))};
}

Section section_at(const DocumentData& data, BlockId id, const Profile& profile) {
  Clause clause;
  clause.level = data.blocks[id.index].level;
  clause.heading = id;
  const std::string line = shown_line(data, id);
  if (const std::optional<AnnexLine> annex = annex_line(line, profile)) {
    return annex_section(data, *annex, std::move(clause), profile);
  }
  Section section;
  section.quoted = any_matches(profile.structure.quoted, line);
  if (const std::optional<AnnexLine> division = division_line(line, profile)) {
    clause.number = division->label;
    clause.title = division->title;
  } else {
    const NumberedText parts = number_of_heading(line);
    clause.number = parts.number;
    clause.title = collapse(parts.title);
  }
  clause.kind = kind_of(clause.title, profile);
  section.clause = std::move(clause);
  return section;
}

// "Annex 2.1" is a part of "Annex 2".
bool is_part_of(std::string_view label, std::string_view whole) {
  return label.size() > whole.size() + 1 && starts_with_ignoring_case(label, whole) &&
         label[whole.size()] == '.';
}

// Unnumbered and after the annexes: a bibliography ends the last of them.
bool ends_annexes(const Section& section, std::uint8_t annex_level) {
  return !section.annex && section.clause.kind == ClauseKind::references &&
         section.clause.number.empty() && section.clause.level <= annex_level;
}

// Gives scopes to the texts within the document and levels that nest: what stands in an annex or
// in a quoted text stands below its heading, whatever level the heading's style has.
class Nesting {
 public:
  Nesting(DocumentData& data, std::vector<Section>& sections, BlockId end)
      : data_(data), sections_(sections), end_(end) {
    data_.scopes.push_back({ScopeKind::body, "", {BlockId{0}, end}, {}});
  }

  void run() {
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      Section& section = sections_[i];
      if (section.annex || section.quoted) {
        open(i);
      } else if (!open_.empty() && ends_annexes(section, open_.front().level)) {
        close_all(section.clause.heading);
      } else if (!open_.empty()) {
        const int level = section.clause.level + open_.back().shift;
        section.clause.level = static_cast<std::uint8_t>(std::min(level, kDeepest));
      }
    }
    close_all(end_);
  }

 private:
  struct Open {
    ScopeId scope;
    std::string label;
    std::uint8_t level = 1;
    int shift = 0;  // what is added to the levels of the headings in it
    bool quoted = false;
    bool annex = false;
  };

  void open(std::size_t i) {
    Section& section = sections_[i];
    while (!open_.empty() && !holds(open_.back(), section)) close(section.clause.heading);
    // Templates of ETSI and 3GPP set the annexes of a text at level 8 or 9.
    const bool styled = section.annex && section.clause.level >= kAnnexStyles;
    const std::uint8_t own = styled ? std::uint8_t{1} : section.clause.level;
    const auto level = open_.empty() ? own : static_cast<std::uint8_t>(open_.back().level + 1);
    section.clause.level = level;
    const std::string label =
        section.annex ? section.clause.number : collapse(words_of(data_, section.clause.heading));
    const ScopeKind kind = section.quoted ? ScopeKind::quoted : ScopeKind::annex;
    const ScopeId parent = open_.empty() ? ScopeId{0} : open_.back().scope;
    const ScopeId scope{static_cast<std::uint32_t>(data_.scopes.size())};
    data_.scopes.push_back({kind, label, {section.clause.heading, end_}, parent});
    open_.push_back({scope, label, level, shift_below(i, level), section.quoted, section.annex});
  }

  // What the levels of the headings after section `i` lack to stand below `level`.
  int shift_below(std::size_t i, std::uint8_t level) const {
    int highest = kDeepest;
    for (++i; i < sections_.size() && !sections_[i].annex && !sections_[i].quoted; ++i) {
      if (ends_annexes(sections_[i], level)) break;
      highest = std::min<int>(highest, sections_[i].clause.level);
    }
    return std::max(level + 1 - highest, 0);
  }

  // Whether a section that begins a text of its own stands inside an open one.
  static bool holds(const Open& outer, const Section& section) {
    if (section.quoted) return !outer.quoted;
    return !outer.quoted && outer.annex && is_part_of(section.clause.number, outer.label);
  }

  void close(BlockId at) {
    data_.scopes[open_.back().scope.index].blocks.end = at;
    open_.pop_back();
  }

  void close_all(BlockId at) {
    while (!open_.empty()) close(at);
  }

  DocumentData& data_;
  std::vector<Section>& sections_;
  BlockId end_;
  std::vector<Open> open_;
};

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
  std::vector<Section> sections;
  for (BlockId id{0}; id < end; ++id.index) {
    if (makes_clause(data, id)) sections.push_back(section_at(data, id, profile));
  }
  Nesting(data, sections, end).run();
  ClauseTree tree(data);
  for (Section& section : sections) tree.add(std::move(section.clause));
  tree.close_to(0, end);
  index_blocks(data);
  give_excerpts(data, profile, end);
  for (Clause& clause : data.clauses) clause.scope = data.scope_of_block[clause.heading.index];
}

}  // namespace rapporteur
