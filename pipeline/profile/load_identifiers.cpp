#include "pipeline/profile/load_identifiers.hpp"

#include <fmt/format.h>

#include "pipeline/profile/identifier_fields.hpp"

namespace rapporteur {
namespace {

std::vector<std::string> read_steps(TomlTable& table, const toml::table& entry) {
  std::vector<std::string> steps = table.list("steps");
  for (const std::string& step : steps) {
    if (is_step(step)) continue;
    table.error(*entry.get("steps"), fmt::format("steps: '{}' is no step", step));
  }
  return steps;
}

std::vector<IdentifierList> read_lists(TomlTable& owner, const std::string& family,
                                       std::vector<Error>& errors) {
  std::vector<IdentifierList> lists;
  for (const toml::table* entry : owner.tables("list")) {
    TomlTable table(*entry, "[[identifier.list]]", errors);
    IdentifierList list;
    list.head = table.pattern("head", family);
    table.required_text("item");
    list.item = table.expression("item");
    list.infers = table.flag("infers", true);
    list.needs_and = table.flag("needs-and", false);
    table.finish();
    if (list.item) lists.push_back(std::move(list));
  }
  return lists;
}

std::vector<Misspelling> read_misspellings(TomlTable& owner, const std::string& family,
                                           std::vector<Error>& errors) {
  std::vector<Misspelling> misspelt;
  for (const toml::table* entry : owner.tables("misspelt")) {
    TomlTable table(*entry, "[[identifier.misspelt]]", errors);
    Misspelling one;
    one.pattern = table.pattern("find", family);
    one.fault = table.required_text("fault");
    table.finish();
    misspelt.push_back(std::move(one));
  }
  return misspelt;
}

IdentifierFamily read_family(const toml::table& entry, std::vector<Error>& errors) {
  TomlTable table(entry, "[[identifier]]", errors);
  IdentifierFamily family;
  family.pattern = table.pattern("pattern", table.required_text("family"));
  family.format = table.text("format");
  family.key = table.text("key");
  family.body = table.text("body");
  family.reads_as = table.text("reads-as");
  family.triggers = table.list("triggers");
  family.names = table.text("names");
  family.infer = table.list("infer");
  family.means = table.list("means");
  family.steps = read_steps(table, entry);
  family.after = table.expression("after");
  family.not_after = table.expression("not-after");
  family.lists = read_lists(table, family.pattern.name, errors);
  family.misspelt = read_misspellings(table, family.pattern.name, errors);
  table.flag("enabled", true);
  table.finish();
  return family;
}

}  // namespace

void read_identifiers(TomlTable& root, Profile& profile, std::vector<Error>& errors) {
  for (const toml::table* entry : root.tables("identifier")) {
    profile.identifiers.push_back(read_family(*entry, errors));
  }
  if (errors.empty()) profile.grammar = IdentifierGrammar::from(profile.identifiers);
}

}  // namespace rapporteur
