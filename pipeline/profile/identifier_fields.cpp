#include "pipeline/profile/identifier_fields.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "pipeline/profile/identifier_grammar.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr std::string_view kUnpad = "unpad ";  // before the name of a field in a format

// "group_2" -> "group"
std::string_view plain_name(std::string_view group) {
  const std::size_t line = group.rfind('_');
  if (line == std::string_view::npos || line + 1 == group.size()) return group;
  const std::string_view suffix = group.substr(line + 1);
  return std::ranges::all_of(suffix, is_digit) ? group.substr(0, line) : group;
}

std::string upper(std::string value) {
  for (char& c : value) {
    if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return value;
}

std::string squeezed(std::string value) {
  std::erase_if(value, is_space);
  return value;
}

std::string padded(std::string value, std::string_view width) {
  std::size_t least = 0;
  std::from_chars(width.data(), width.data() + width.size(), least);
  if (!std::ranges::all_of(value, is_digit)) return value;
  value = unpadded(value);
  if (value.size() < least) value.insert(0, least - value.size(), '0');
  return value;
}

// "verb field argument argument argument"
struct Step {
  std::string_view verb;
  std::string_view field;
  std::string_view first;
  std::string_view second;
  std::string_view third;
};

Step step_of(std::string_view text) {
  Step step;
  for (std::string_view* piece :
       {&step.verb, &step.field, &step.first, &step.second, &step.third}) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    *piece = text.substr(0, blank);
    text = trim(text.substr(blank));
  }
  return step;
}

struct Verb {
  std::string_view name;
  std::size_t least;  // words of the whole step
  std::size_t most;
};
constexpr Verb kVerbs[] = {
    {"unpad", 2, 2},   {"upper", 2, 2}, {"squeeze", 2, 2}, {"prefix", 3, 3}, {"strip", 3, 3},
    {"replace", 3, 4}, {"pad", 3, 3},   {"default", 3, 3}, {"given", 5, 5},  {"move", 4, 4},
};

std::string changed(const Step& step, const std::string& value) {
  if (step.verb == "unpad") return unpadded(value);
  if (step.verb == "upper") return upper(value);
  if (step.verb == "squeeze") return squeezed(value);
  if (step.verb == "pad") return padded(value, step.first);
  if (step.verb == "replace") return value == step.first ? std::string(step.second) : value;
  if (step.verb == "strip") {
    return value.substr(std::string_view(value).starts_with(step.first) ? step.first.size() : 0);
  }
  // "prefix": a number alone says which group is meant.
  const bool bare = !value.empty() && std::ranges::all_of(value, is_digit);
  return bare ? std::string(step.first) + value : value;
}

void take_step(const Step& step, IdentifierFields& fields) {
  const bool empty = field_of(fields, step.field).empty();
  if (step.verb == "default") {
    if (empty) set_field(fields, step.field, std::string(step.first));
  } else if (step.verb == "given") {
    const bool free = field_of(fields, step.second).empty();
    if (free && field_of(fields, step.field) == step.first) {
      set_field(fields, step.second, std::string(step.third));
    }
  } else if (step.verb == "move") {
    if (empty || field_of(fields, step.second).empty()) return;
    set_field(fields, step.first, std::string(field_of(fields, step.field)));
    set_field(fields, step.field, "");
  } else if (!empty) {
    set_field(fields, step.field, changed(step, std::string(field_of(fields, step.field))));
  }
}

// The text of one part of a format, and whether every field in it has a value.
struct Part {
  std::string text;
  bool complete = true;
};

Part filled(std::string_view part, const IdentifierFields& fields) {
  Part out;
  while (!part.empty()) {
    const std::size_t open = part.find('{');
    out.text += part.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = std::min(part.find('}', open), part.size());
    std::string_view name = part.substr(open + 1, close - open - 1);
    const bool plain = name.starts_with(kUnpad);
    if (plain) name.remove_prefix(kUnpad.size());
    const std::string_view found = field_of(fields, name);
    const std::string value = plain ? unpadded(found) : std::string(found);
    out.complete = out.complete && !value.empty();
    out.text += value;
    part.remove_prefix(std::min(close + 1, part.size()));
  }
  return out;
}

}  // namespace

IdentifierFields fields_of(const re2::RE2& expression, const std::vector<re2::StringPiece>& found) {
  const std::map<int, std::string>& names = expression.CapturingGroupNames();
  IdentifierFields fields;
  fields.reserve(names.size());
  for (const auto& [index, name] : names) {
    const auto group = static_cast<std::size_t>(index);
    if (group >= found.size() || found[group].empty()) continue;
    set_field(fields, plain_name(name), std::string(found[group]));
  }
  return fields;
}

std::string_view field_of(const IdentifierFields& fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &IdentifierFields::value_type::first);
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

void set_field(IdentifierFields& fields, std::string_view name, std::string value) {
  const auto found = std::ranges::find(fields, name, &IdentifierFields::value_type::first);
  if (found != fields.end()) {
    found->second = std::move(value);
  } else {
    fields.emplace_back(std::string(name), std::move(value));
  }
}

void take_steps(const std::vector<std::string>& steps, IdentifierFields& fields) {
  for (const std::string& step : steps) take_step(step_of(step), fields);
}

bool is_step(std::string_view step) {
  const std::size_t count = words(step).size();
  const auto verb = std::ranges::find(kVerbs, step_of(step).verb, &Verb::name);
  return verb != std::end(kVerbs) && verb->least <= count && count <= verb->most;
}

std::string unpadded(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool leads = out.empty() || !is_digit(out.back());
    const bool more = i + 1 < value.size() && is_digit(value[i + 1]);
    if (value[i] != '0' || !leads || !more) out += value[i];
  }
  return out;
}

std::string format_fields(std::string_view format, const IdentifierFields& fields) {
  std::string out;
  while (!format.empty()) {
    const std::size_t open = format.find('[');
    const Part outside = filled(format.substr(0, open), fields);
    if (!outside.complete) return {};
    out += outside.text;
    if (open == std::string_view::npos) break;
    const std::size_t close = std::min(format.find(']', open), format.size());
    const Part section = filled(format.substr(open + 1, close - open - 1), fields);
    if (section.complete) out += section.text;
    format.remove_prefix(std::min(close + 1, format.size()));
  }
  return out;
}

}  // namespace rapporteur
