#include <algorithm>

#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/text/date.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kMustBeFilled = "*";  // "Title:*" of a form
constexpr char kMark = '*';                      // after a label that must have a value
constexpr std::size_t kColumnGap = 3;            // blanks in a row that stand for a column
constexpr std::string_view kWideColon = "：";
constexpr std::string_view kBullets[] = {"-", "–", "•"};

// The bytes of the colon, or of the tabulator, that ends a label; 0 for none.
std::size_t label_end(std::string_view rest) {
  if (rest.starts_with(kWideColon)) return kWideColon.size();
  return rest.starts_with(':') || rest.starts_with('\t') ? 1 : 0;
}

// What follows a label, without the colon; nothing when the label goes on as a word.
std::optional<std::string_view> after_label(std::string_view rest, bool alone) {
  const std::string_view trimmed = trim(rest);
  if (trimmed.empty()) return alone ? std::optional(trimmed) : std::nullopt;
  std::size_t at = 0;
  // "Title*:" and "Title :"
  while (at < rest.size() && (rest[at] == ' ' || rest[at] == kMark)) ++at;
  if (at == rest.size()) return {};
  // "Scope (what it is for):"
  const std::size_t closing = rest[at] == '(' ? rest.find(')', at) : std::string_view::npos;
  if (closing != std::string_view::npos) at = closing + 1;
  const std::size_t end = label_end(rest.substr(at));
  if (end == 0) return {};
  std::string_view value = rest.substr(at + end);
  value = trim(value);
  if (value.starts_with(':')) value = trim(value.substr(1));
  if (value == kMustBeFilled) return std::string_view();
  return value;
}

// "To: J3                 J3/26-159r2": the second column is no part of the value.
std::string_view first_column(std::string_view value) {
  const std::size_t gap = second_column(value);
  return gap == std::string_view::npos ? value : trim(value.substr(0, gap));
}

// False for most labels and lines, told by their first bytes; letters in ASCII of either case count
// as one.
bool may_begin_with(std::string_view line, std::string_view label) {
  return !line.empty() && !label.empty() && (line.front() | 0x20) == (label.front() | 0x20);
}

}  // namespace

std::optional<LabelledLine> labelled(std::string_view line, const Profile& profile, bool alone) {
  std::optional<LabelledLine> longest;
  for (const auto& [name, labels] : profile.cover) {
    for (const std::string& label : labels) {
      if (longest && longest->label.size() >= label.size()) continue;
      if (!may_begin_with(line, label) || !starts_with_ignoring_case(line, label)) continue;
      const bool whole = label.ends_with(':');  // "A:", which without the colon is no label
      const std::string_view rest = line.substr(label.size());
      const std::optional<std::string_view> value =
          whole ? std::optional(trim(rest)) : after_label(rest, alone);
      if (value) longest = LabelledLine{name, line.substr(0, label.size()), *value};
    }
  }
  return longest;
}

std::size_t second_column(std::string_view value) {
  const std::size_t gap = value.find(std::string(kColumnGap, ' '));
  const std::size_t tab = value.find('\t');
  return tab < gap && !find_dates(value.substr(tab)).empty() ? tab : gap;
}

bool ends_with_colon(std::string_view line) {
  return line.ends_with(':') || line.ends_with(kWideColon);
}

bool has_colon(std::string_view line) {
  return line.find(':') != line.npos || line.find(kWideColon) != line.npos;
}

std::vector<std::string_view> labelled_columns(std::string_view line, const Profile& profile) {
  std::vector<std::string_view> columns;
  std::size_t begin = 0;
  for (std::size_t at = 1; at < line.size(); ++at) {
    const bool gap = line[at - 1] == '\t' || (at > 1 && line[at - 1] == ' ' && line[at - 2] == ' ');
    if (!gap || line[at] == ' ' || line[at] == '\t') continue;
    const std::string_view rest = line.substr(at);
    const auto found = labelled(rest, profile, false);
    if (!found || trim(line.substr(begin, at - begin)).empty()) continue;
    if (label_end(trim(rest.substr(found->label.size()))) == 0) continue;
    columns.push_back(trim(line.substr(begin, at - begin)));
    begin = at;
  }
  columns.push_back(trim(line.substr(begin)));
  return columns;
}

std::string value_words(std::string_view line, const Profile& profile) {
  for (const std::string_view bullet : kBullets) {
    const std::string_view rest = line.substr(std::min(bullet.size(), line.size()));
    if (line.starts_with(bullet) && (rest.starts_with(' ') || rest.starts_with('\t'))) {
      line = trim(rest);
    }
  }
  for (const Pattern& pattern : profile.identity.named("value")) {
    std::string value;
    if (re2::RE2::PartialMatch(line, pattern.expression.in(line), &value)) return collapse(value);
  }
  return collapse(line);
}

std::optional<CoverField> unlabelled_field(std::string_view line, BlockId block,
                                           const Profile& profile) {
  for (const Pattern& pattern : profile.identity.named("unlabelled")) {
    std::string value;
    if (!re2::RE2::PartialMatch(line, pattern.expression.in(line), &value)) continue;
    // The group is named as the field, in which it cannot have hyphens.
    std::string name = pattern.expression.in(line).CapturingGroupNames().at(1);
    std::ranges::replace(name, '_', '-');
    return CoverField{std::move(name), "", collapse(value), block};
  }
  return {};
}

namespace {

// Reads the lines of a head one after another.
class CoverLines {
 public:
  explicit CoverLines(const Profile& profile) : profile_(profile) {}

  void read(const HeadLine& line) {
    for (const std::string_view part : labelled_columns(line.text, profile_)) {
      if (const auto found = labelled(part, profile_, true)) {
        // Of a meeting, place and days are part of what it says.
        const bool whole = found->name == "meeting";
        const std::string_view value = whole ? found->value : first_column(found->value);
        fields.push_back({std::string(found->name), std::string(found->label),
                          value_words(value, profile_), line.block});
        open_ = found->value.empty();
      } else {
        read_value(part, line.block);
      }
    }
  }

  void close() { open_ = false; }

  std::vector<CoverField> fields;

 private:
  void read_value(std::string_view text, BlockId block) {
    const bool below_person = !fields.empty() && fields.back().name == "contact";
    if (open_) {
      fields.back().value = value_words(text, profile_);
      fields.back().block = block;
    } else if (below_person && is_address(text)) {
      // "Contact: A. Person", and her address below it.
      fields.push_back({"email", "", collapse(text), block});
    } else if (auto found = unlabelled_field(text, block, profile_)) {
      fields.push_back(std::move(*found));
    }
    open_ = false;
  }

  const Profile& profile_;
  bool open_ = false;  // the last label still waits for its value
};

}  // namespace

std::vector<CoverField> cover_of_lines(const std::vector<HeadLine>& head, const Profile& profile) {
  CoverLines lines(profile);
  for (const HeadLine& line : head) {
    if (line.cell) {
      lines.close();
    } else {
      lines.read(line);
    }
  }
  return std::move(lines.fields);
}

std::string_view cover_value(const std::vector<CoverField>& cover, std::string_view name) {
  const auto found = std::ranges::find_if(
      cover, [&](const CoverField& field) { return field.name == name && !field.value.empty(); });
  return found == cover.end() ? std::string_view() : std::string_view(found->value);
}

}  // namespace rapporteur
