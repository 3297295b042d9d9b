#include "pipeline/normalise/numbered_lines.hpp"

#include <map>
#include <optional>
#include <string>

#include "pipeline/normalise/line_patterns.hpp"
#include "pipeline/text/clause_number.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::size_t kLongestTitle = 160;          // bytes
constexpr std::size_t kLongestSentenceTitle = 150;  // of a title that ends with a full stop
constexpr std::size_t kFewestItems = 3;             // numbered lines without text between: a list

struct NumberedLine {
  BlockId block;
  std::size_t group = 0;
  std::uint8_t depth = 1;
  bool title = false;           // reads as a title
  bool typed_blank = false;     // only a blank stands between number and words
  bool before_sibling = false;  // the next line is numbered next after it
};

struct Group {
  int last = 0;  // the number of its last line
  std::size_t lines = 0;
  std::size_t titles = 0;
  std::size_t before_sibling = 0;
  std::optional<std::size_t> outer = {};  // the group that holds the line it stands below

  bool has_titles() const { return titles * 2 > lines; }
  // Titles that follow one another without any text are items: an agenda, a list of steps.
  // Sentences that do so are numbered paragraphs.
  bool is_list() const {
    return has_titles() && lines >= kFewestItems && before_sibling * 5 >= (lines - 1) * 3;
  }
  // Titles without any text between them, however few.
  bool is_bare() const { return has_titles() && before_sibling + 1 >= lines; }
};

bool reads_as_title(std::string_view words, bool sure_number) {
  if (words.empty() || words.size() > kLongestTitle) return false;
  const char last = words.back();
  if (last == '.' || last == ';' || last == ',' || last == ':') return false;
  const bool lower = 'a' <= words.front() && words.front() <= 'z';
  return !lower || sure_number;
}

// The groups of numbered lines of one rank below one parent, in reading order.
class Groups {
 public:
  // The group of a line numbered `parts`, or none when a number typed with a blank does not go
  // on from the one before ("45 instances of …").
  bool place(const std::vector<int>& parts, NumberedLine& line) {
    std::string parent;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) parent += std::to_string(parts[i]) + '.';
    const auto open = open_.find(parent);
    const int last = parts.back();
    const bool goes_on = open != open_.end() && last == groups[open->second].last + 1;
    if (line.typed_blank && !goes_on && last != 1) return false;
    if (open == open_.end() || (last <= 1 && groups[open->second].last >= 1)) {
      if (parent.empty()) open_.clear();
      open_[parent] = groups.size();
      groups.emplace_back().outer = group_above(parts);
    }
    line.group = open_[parent];
    groups[line.group].last = last;
    ++groups[line.group].lines;
    return true;
  }
  // An item of an agenda may have items of its own, which need not be as many.
  bool is_list(const Group& group) const {
    if (group.is_list()) return true;
    return group.is_bare() && group.outer && groups[*group.outer].is_list();
  }
  // Numbers begin anew.
  void restart() { open_.clear(); }

  std::vector<Group> groups;

 private:
  // The group of "3" for a line numbered "3.1".
  std::optional<std::size_t> group_above(const std::vector<int>& parts) const {
    if (parts.size() < 2) return {};
    std::string parent;
    for (std::size_t i = 0; i + 2 < parts.size(); ++i) parent += std::to_string(parts[i]) + '.';
    const auto open = open_.find(parent);
    return open == open_.end() ? std::nullopt : std::optional(open->second);
  }

  std::map<std::string, std::size_t> open_;  // by the number of the parent
};

// The number a block begins with, by its label or typed.
NumberedText number_of(const DocumentData& data, BlockId id, NumberedLine& line) {
  const std::string_view words = words_of(data, id);
  std::string_view label = label_of(data, id);
  if (!label.empty()) {
    while (label.ends_with('.')) label.remove_suffix(1);
    return {split_number(label).number, words};
  }
  const NumberedText parts = split_number(words);
  const auto after = static_cast<std::size_t>(parts.title.data() - words.data());
  line.typed_blank = !parts.number.empty() && !parts.title.empty() && words[after - 1] != '\t';
  return parts;
}

bool may_be_numbered(const DocumentData& data, const Block& block) {
  const bool kind = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item ||
                    block.kind == BlockKind::heading;
  return kind && in_running_text(data, block);
}

std::vector<NumberedLine> numbered_lines(const DocumentData& data, const Profile& profile,
                                         Groups& groups) {
  std::vector<NumberedLine> lines;
  for (BlockId id{0}; id.index < data.blocks.size(); ++id.index) {
    const Block& block = data.blocks[id.index];
    if (!may_be_numbered(data, block)) continue;
    NumberedLine line;
    line.block = id;
    const NumberedText text = number_of(data, id, line);
    if (text.number.empty()) {
      const std::string_view words = words_of(data, id);
      if (block.label.empty() && words.size() <= kLongestTitle &&
          (annex_line(words, profile) || any_matches(profile.structure.quoted, words))) {
        groups.restart();
      }
      continue;
    }
    const std::vector<int> parts = number_parts(text.number);
    if (parts.empty() || !groups.place(parts, line)) continue;
    line.depth = static_cast<std::uint8_t>(std::min<std::size_t>(parts.size(), 9));
    line.title = reads_as_title(text.title, !line.typed_blank || parts.size() > 1) ||
                 block.kind == BlockKind::heading;
    lines.push_back(line);
  }
  return lines;
}

void count(const DocumentData& data, std::vector<NumberedLine>& lines, Groups& groups) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    NumberedLine& line = lines[i];
    const BlockId next = next_in_text(data, line.block);
    line.before_sibling =
        i + 1 < lines.size() && next == lines[i + 1].block && lines[i + 1].group == line.group;
    Group& group = groups.groups[line.group];
    group.titles += line.title ? 1 : 0;
    group.before_sibling += line.before_sibling ? 1 : 0;
  }
}

bool is_heading(const DocumentData& data, const NumberedLine& line, const Group& group) {
  if (!group.has_titles()) return false;
  if (line.title) return true;
  const std::size_t size = words_of(data, line.block).size();
  return size > 0 && size <= kLongestSentenceTitle && !line.before_sibling;
}

}  // namespace

bool give_numbered_headings(DocumentData& data, const Profile& profile, std::uint8_t above) {
  Groups groups;
  std::vector<NumberedLine> lines = numbered_lines(data, profile, groups);
  count(data, lines, groups);
  bool any = false;
  for (const NumberedLine& line : lines) {
    Block& block = data.blocks[line.block.index];
    const Group& group = groups.groups[line.group];
    const bool list = groups.is_list(group);
    if (!list && is_heading(data, line, group)) {
      block.kind = BlockKind::heading;
      block.level = static_cast<std::uint8_t>(std::min(line.depth + above, 9));
    } else if (list && block.kind == BlockKind::paragraph) {
      block.kind = BlockKind::list_item;
      block.level = 1;
    }
    any = any || !list;
  }
  return any;
}

}  // namespace rapporteur
