#include <algorithm>

#include "pipeline/normalise/identity_parts.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kMustBeFilled = "*";  // "Title:*" of a form
constexpr char kMark = '*';                      // after a label that must have a value
constexpr std::size_t kColumnGap = 3;            // blanks in a row that stand for a column

bool ends_label(char c) { return c == ':' || c == '\t'; }

// What follows a label, without the colon; nothing when the label goes on as a word.
std::optional<std::string_view> after_label(std::string_view rest, bool alone) {
  const std::string_view trimmed = trim(rest);
  if (trimmed.empty()) return alone ? std::optional(trimmed) : std::nullopt;
  std::size_t at = 0;
  // "Title*:" and "Title :"
  while (at < rest.size() && (rest[at] == ' ' || rest[at] == kMark)) ++at;
  if (at == rest.size() || !ends_label(rest[at])) return {};
  std::string_view value = rest.substr(at + 1);
  value = trim(value);
  if (value.starts_with(':')) value = trim(value.substr(1));
  if (value == kMustBeFilled) return std::string_view();
  return value;
}

// "To: J3                 J3/26-159r2": the second column is no part of the value.
std::string_view first_column(std::string_view value) {
  const std::size_t gap = value.find(std::string(kColumnGap, ' '));
  return gap == std::string_view::npos ? value : trim(value.substr(0, gap));
}

}  // namespace

std::optional<LabelledLine> labelled(std::string_view line, const Profile& profile, bool alone) {
  std::optional<LabelledLine> longest;
  for (const auto& [name, labels] : profile.cover) {
    for (const std::string& label : labels) {
      if (longest && longest->label.size() >= label.size()) continue;
      if (!starts_with_ignoring_case(line, label)) continue;
      const bool whole = label.ends_with(':');  // "A:", which without the colon is no label
      const std::string_view rest = line.substr(label.size());
      const std::optional<std::string_view> value =
          whole ? std::optional(trim(rest)) : after_label(rest, alone);
      if (value) longest = LabelledLine{name, line.substr(0, label.size()), *value};
    }
  }
  return longest;
}

std::vector<CoverField> cover_of_lines(const std::vector<HeadLine>& head, const Profile& profile) {
  std::vector<CoverField> fields;
  bool open = false;  // the last label still waits for its value
  for (const HeadLine& line : head) {
    if (line.cell) {
      open = false;
      continue;
    }
    if (const auto found = labelled(line.text, profile, true)) {
      fields.push_back({std::string(found->name), std::string(found->label),
                        collapse(first_column(found->value)), line.block});
      open = found->value.empty();
    } else if (open) {
      fields.back().value = collapse(line.text);
      fields.back().block = line.block;
      open = false;
    }
  }
  return fields;
}

std::string_view cover_value(const std::vector<CoverField>& cover, std::string_view name) {
  const auto found = std::ranges::find_if(
      cover, [&](const CoverField& field) { return field.name == name && !field.value.empty(); });
  return found == cover.end() ? std::string_view() : std::string_view(found->value);
}

}  // namespace rapporteur
