#include "pipeline/normalise/numbered_lines.hpp"

#include <algorithm>
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
constexpr int kHighestNumber = 999;                 // of a line; what is above is counted otherwise
constexpr std::size_t kFewestItems = 3;             // numbered lines without text between: a list

struct NumberedLine {
  BlockId block;
  std::string_view words = {};  // without the number
  std::size_t group = 0;
  std::uint8_t depth = 1;
  bool title = false;           // reads as a title
  bool typed_blank = false;     // only a blank stands between number and words
  bool dotted = false;          // "3."
  bool before_sibling = false;  // the next line is numbered next after it
};

struct Group {
  int last = 0;  // the number of its last line
  std::size_t lines = 0;
  std::size_t titles = 0;
  std::size_t before_sibling = 0;
  bool dotted = false;          // its first line is
  bool aside = false;           // "3." and "4." among "5" and "5.1" are the items of a list
  bool inner = false;           // the numbers around it go on behind it, or it is said again
  std::string_view first = {};  // the words of its first line
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

// "6<tab>10<tab>312,5<tab>52" is a row of figures.
bool is_row_of_figures(std::string_view words) {
  // Signs such as U+2212 begin with E2 in UTF-8, letters with other bytes.
  const auto is_letter = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_alpha(c) || (byte >= 0xC3 && byte != 0xE2);
  };
  return !words.empty() && std::ranges::none_of(words, is_letter);
}

// The groups of numbered lines of one rank below one parent, in reading order.
class Groups {
 public:
  // The group of a line numbered `parts`, or none when a number typed with a blank does not go
  // on from the one before ("45 instances of …").
  bool place(const std::vector<int>& parts, NumberedLine& line) {
    std::string parent;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) parent += std::to_string(parts[i]) + '.';
    const int last = parts.back();
    if (parent.empty()) return_to_outer(last);
    const auto open = open_.find(parent);
    const bool goes_on = open != open_.end() && last == groups[open->second].last + 1;
    if (line.typed_blank && !goes_on && last != 1) return false;
    if (parent.empty() && line.dotted && !(goes_on && line.title) && last > 1 &&
        open != open_.end() && !groups[open->second].dotted) {
      place_aside(last, line);
      return true;
    }
    if (open == open_.end() || (last <= 1 && groups[open->second].last >= 1)) {
      if (parent.empty()) {
        outer_ = std::move(open_);
        open_.clear();
      } else if (open != open_.end()) {
        groups[open->second].inner = groups[open->second].first == line.words;
      }
      open_[parent] = groups.size();
      groups.emplace_back().outer = group_above(parts);
      groups.back().dotted = line.dotted;
      groups.back().first = line.words;
    }
    line.group = open_[parent];
    groups[line.group].last = last;
    ++groups[line.group].lines;
    return true;
  }
  // An item of an agenda may have items of its own, which need not be as many.
  bool is_list(const Group& group) const {
    if (group.is_list() || group.aside) return true;
    if (group.inner && group.lines > 1 && group.is_bare()) return true;
    return group.is_bare() && group.outer && groups[*group.outer].is_list();
  }
  // Numbers begin anew.
  void restart() {
    open_.clear();
    outer_.clear();
  }

  std::vector<Group> groups;

 private:
  // Behind a list that stood in it, the text counts on: "1", "2", list "1." and "2.", "3".
  void return_to_outer(int number) {
    const auto open = open_.find("");
    const auto outer = outer_.find("");
    if (open == open_.end() || outer == outer_.end()) return;
    if (number == groups[open->second].last + 1 || number != groups[outer->second].last + 1) return;
    groups[open->second].inner = true;
    open_ = std::move(outer_);
    outer_.clear();
  }

  void place_aside(int number, NumberedLine& line) {
    if (!aside_ || groups[*aside_].last + 1 != number) {
      aside_ = groups.size();
      groups.emplace_back().aside = true;
    }
    line.group = *aside_;
    groups[line.group].last = number;
    ++groups[line.group].lines;
  }

  // The group of "3" for a line numbered "3.1".
  std::optional<std::size_t> group_above(const std::vector<int>& parts) const {
    if (parts.size() < 2) return {};
    std::string parent;
    for (std::size_t i = 0; i + 2 < parts.size(); ++i) parent += std::to_string(parts[i]) + '.';
    const auto open = open_.find(parent);
    return open == open_.end() ? std::nullopt : std::optional(open->second);
  }

  std::map<std::string, std::size_t> open_;   // by the number of the parent
  std::map<std::string, std::size_t> outer_;  // what was open when the numbers began anew
  std::optional<std::size_t> aside_;
};

// The number a block begins with, by its label or typed.
NumberedText number_of(const DocumentData& data, BlockId id, NumberedLine& line) {
  const std::string_view words = words_of(data, id);
  std::string_view label = label_of(data, id);
  if (!label.empty()) {
    line.dotted = label.ends_with('.');
    while (label.ends_with('.')) label.remove_suffix(1);
    return {split_number(label).number, words};
  }
  const NumberedText parts = split_number(words);
  const auto after = static_cast<std::size_t>(parts.title.data() - words.data());
  line.typed_blank = !parts.number.empty() && !parts.title.empty() && words[after - 1] != '\t';
  line.dotted = words.substr(parts.number.size()).starts_with('.');
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
    line.words = text.title;
    if (parts.empty() || parts[0] > kHighestNumber || is_row_of_figures(text.title)) continue;
    line.depth = static_cast<std::uint8_t>(std::min<std::size_t>(parts.size(), 9));
    line.title = reads_as_title(text.title, !line.typed_blank || parts.size() > 1) ||
                 block.kind == BlockKind::heading;
    if (groups.place(parts, line)) lines.push_back(line);
  }
  return lines;
}

// Whether the next line of the group follows without text between, perhaps behind lines numbered
// below this one.
bool is_before_sibling(const DocumentData& data, const std::vector<NumberedLine>& lines,
                       std::size_t at) {
  for (std::size_t next = at + 1; next < lines.size(); ++next) {
    if (next_in_text(data, lines[next - 1].block) != lines[next].block) return false;
    if (lines[next].group == lines[at].group) return true;
    if (lines[next].depth <= lines[at].depth) return false;
  }
  return false;
}

void count(const DocumentData& data, std::vector<NumberedLine>& lines, Groups& groups) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    NumberedLine& line = lines[i];
    line.before_sibling = is_before_sibling(data, lines, i);
    Group& group = groups.groups[line.group];
    group.titles += line.title ? 1 : 0;
    group.before_sibling += line.before_sibling ? 1 : 0;
  }
}

// Where the source marks headings, a sentence behind a number is none.
bool is_heading(const DocumentData& data, const NumberedLine& line, const Group& group,
                bool marked) {
  if (!group.has_titles()) return false;
  if (line.title) return true;
  if (marked) return false;
  const std::size_t size = words_of(data, line.block).size();
  return size > 0 && size <= kLongestSentenceTitle && !line.before_sibling;
}

}  // namespace

bool give_numbered_headings(DocumentData& data, const Profile& profile, std::uint8_t above) {
  Groups groups;
  std::vector<NumberedLine> lines = numbered_lines(data, profile, groups);
  count(data, lines, groups);
  bool any = false;
  const bool marked = std::ranges::any_of(lines, [&](const NumberedLine& line) {
    return data.blocks[line.block.index].kind == BlockKind::heading;
  });
  for (const NumberedLine& line : lines) {
    Block& block = data.blocks[line.block.index];
    const Group& group = groups.groups[line.group];
    const bool list = groups.is_list(group);
    if (!list && is_heading(data, line, group, marked)) {
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
