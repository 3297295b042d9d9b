#include "pipeline/profile/toml_table.hpp"

#include <fmt/format.h>

#include "pipeline/text/words.hpp"

namespace rapporteur {

Origin origin_of(const toml::node& node) {
  const toml::source_region& region = node.source();
  return {region.path ? *region.path : std::string(), region.begin.line, region.begin.column};
}

Result<toml::table> parse_toml(std::string_view text, std::string_view file) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    const toml::source_position at = error.source().begin;
    return fail(ErrorCode::configuration, fmt::format("{}:{}:{}", file, at.line, at.column),
                std::string(error.description()));
  }
}

TomlTable::TomlTable(const toml::table& table, std::string what, std::vector<Error>& errors)
    : table_(table), what_(std::move(what)), errors_(errors) {}

Origin TomlTable::origin() const { return origin_of(table_); }

void TomlTable::error(const toml::node& node, std::string what) {
  errors_.push_back({ErrorCode::configuration, origin_of(node).where(), std::move(what)});
}

void TomlTable::error_at(std::string_view key, std::string what) {
  error(*table_.get(key), fmt::format("{} {}: {}", what_, key, what));
}

const toml::node* TomlTable::take(std::string_view key) {
  known_.emplace(key);
  return table_.get(key);
}

std::string TomlTable::text(std::string_view key, std::string_view fallback) {
  const toml::node* const node = take(key);
  if (node == nullptr) return std::string(fallback);
  if (const auto* value = node->as_string()) return value->get();
  error(*node, fmt::format("{} {}: expected a string", what_, key));
  return {};
}

std::string TomlTable::required_text(std::string_view key) {
  if (!has(key)) error(table_, fmt::format("{}: the key '{}' is missing", what_, key));
  return text(key);
}

std::int64_t TomlTable::integer(std::string_view key, std::int64_t fallback) {
  const toml::node* const node = take(key);
  if (node == nullptr) return fallback;
  if (const auto* value = node->as_integer()) return value->get();
  error(*node, fmt::format("{} {}: expected a whole number", what_, key));
  return fallback;
}

bool TomlTable::flag(std::string_view key, bool fallback) {
  const toml::node* const node = take(key);
  if (node == nullptr) return fallback;
  if (const auto* value = node->as_boolean()) return value->get();
  error(*node, fmt::format("{} {}: expected true or false", what_, key));
  return fallback;
}

std::vector<std::string> TomlTable::list(std::string_view key) {
  std::vector<std::string> out;
  const toml::node* const node = take(key);
  if (node == nullptr) return out;
  if (const auto* value = node->as_string()) return {value->get()};
  if (const auto* array = node->as_array()) {
    for (const toml::node& item : *array) {
      if (const auto* value = item.as_string()) {
        out.push_back(value->get());
      } else {
        error(item, fmt::format("{} {}: expected a string", what_, key));
      }
    }
    return out;
  }
  error(*node, fmt::format("{} {}: expected a list of strings", what_, key));
  return out;
}

const toml::table* TomlTable::table(std::string_view key) {
  const toml::node* const node = take(key);
  if (node == nullptr) return nullptr;
  if (node->is_table()) return node->as_table();
  error(*node, fmt::format("{} {}: expected a table", what_, key));
  return nullptr;
}

std::vector<const toml::table*> TomlTable::tables(std::string_view key) {
  std::vector<const toml::table*> out;
  const toml::node* const node = take(key);
  if (node == nullptr) return out;
  const auto* const array = node->as_array();
  if (array == nullptr) {
    error(*node, fmt::format("{} {}: expected [[{}]]", what_, key, key));
    return out;
  }
  for (const toml::node& item : *array) {
    if (item.is_table()) {
      out.push_back(item.as_table());
    } else {
      error(item, fmt::format("{} {}: expected a table", what_, key));
    }
  }
  return out;
}

Expression TomlTable::tried(std::string_view key, const std::string& text) {
  const Expression made(text);
  const toml::node* const node = table_.get(key);
  if (node == nullptr || origin_of(*node).file.starts_with(kBuiltIn)) return made;
  if (!made->ok()) error(*node, fmt::format("{} {}: {}", what_, key, made->error()));
  return made;
}

Expression TomlTable::expression(std::string_view key) {
  return has(key) ? tried(key, text(key)) : Expression();
}

std::vector<Expression> TomlTable::expressions(std::string_view key) {
  std::vector<Expression> out;
  for (const std::string& text : list(key)) out.push_back(tried(key, text));
  return out;
}

Pattern TomlTable::pattern(std::string_view key, std::string name) {
  Pattern out;
  out.name = std::move(name);
  out.origin = origin();
  out.expression = tried(key, required_text(key));
  out.accepts = list("accepts");
  out.rejects = list("rejects");
  return out;
}

std::optional<Severity> TomlTable::severity(std::string_view key) {
  if (!has(key)) return {};
  const std::string word = text(key);
  for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
    if (word == name(severity)) return severity;
  }
  error(*table_.get(key),
        fmt::format("{} {}: '{}' is not info, warning or error", what_, key, word));
  return {};
}

std::optional<Date> TomlTable::date(std::string_view key) {
  const toml::node* const node = take(key);
  if (node == nullptr) return {};
  Date date;
  if (const auto* value = node->as_date()) {
    date = {value->get().year, value->get().month, value->get().day};
  } else if (const auto* text = node->as_string()) {
    const std::vector<DateMention> found = find_dates(text->get());
    if (found.size() == 1 && found[0].from.iso() == text->get()) date = found[0].from;
  }
  if (date.valid() && date.day != 0) return date;
  error_at(key, "expected a date such as 2027-01-31");
  return {};
}

void TomlTable::finish() {
  const std::vector<std::string_view> candidates(known_.begin(), known_.end());
  for (const auto& [key, node] : table_) {
    if (known_.contains(key.str())) continue;
    const std::string_view meant = nearest(key.str(), candidates);
    error(node, fmt::format("{}: unknown key '{}'{}", what_, key.str(),
                            meant.empty() ? "" : fmt::format("; did you mean '{}'?", meant)));
  }
}

}  // namespace rapporteur
