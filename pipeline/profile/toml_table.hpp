#pragma once

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/profile.hpp"
#include "pipeline/text/date.hpp"

namespace rapporteur {

// Reads one table of a profile and remembers the first thing that is wrong with it: a value of
// another type, a missing key, a key that nobody asked for. Internal to pipeline/profile.
class TomlTable {
 public:
  // `what` names the table in messages: "[[identifier]]". `errors` outlives the reader.
  TomlTable(const toml::table& table, std::string what, std::vector<Error>& errors);

  std::string text(std::string_view key, std::string_view fallback = {});
  std::string required_text(std::string_view key);
  std::int64_t integer(std::string_view key, std::int64_t fallback);
  bool flag(std::string_view key, bool fallback);
  std::vector<std::string> list(std::string_view key);
  const toml::table* table(std::string_view key);
  std::vector<const toml::table*> tables(std::string_view key);  // an array of tables
  // The expression at `key`, or one for each text of the list at `key`; none when the key is
  // absent. What is compiled in is not tried here: the tests did.
  Expression expression(std::string_view key);
  std::vector<Expression> expressions(std::string_view key);
  // A pattern from `key`, with this table's `accepts` and `rejects`.
  Pattern pattern(std::string_view key, std::string name);
  std::optional<Severity> severity(std::string_view key);
  std::optional<Date> date(std::string_view key);  // a TOML date, or "2027-01-31"

  // Every key not asked for is an error that names the nearest known one.
  void finish();

  bool has(std::string_view key) const { return table_.contains(key); }
  void error(const toml::node& node, std::string what);
  // At the value of `key`, which is there.
  void error_at(std::string_view key, std::string what);
  Origin origin() const;

 private:
  const toml::node* take(std::string_view key);
  Expression tried(std::string_view key, const std::string& text);

  const toml::table& table_;
  std::string what_;
  std::vector<Error>& errors_;
  std::set<std::string, std::less<>> known_;
};

// How the names of the files begin that are compiled in.
inline constexpr std::string_view kBuiltIn = "built-in ";

Origin origin_of(const toml::node& node);

// The text as a table; its nodes remember `file`. An Error has file, line and column.
Result<toml::table> parse_toml(std::string_view text, std::string_view file);

}  // namespace rapporteur
