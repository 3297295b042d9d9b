#include "pipeline/profile/load_organizations.hpp"

#include <fmt/format.h>

namespace rapporteur {
namespace {

// A table of names: what an entry is of, and whether its first further name is the name in full.
struct NameTable {
  const char* key;
  PartyKind kind;
};
constexpr NameTable kByCountry[] = {{"institutes", PartyKind::institute},
                                    {"companies", PartyKind::company}};

class Reader {
 public:
  Reader(TomlTable& section, Organizations& into, std::vector<Error>& errors)
      : section_(section), into_(into), errors_(errors) {}

  void countries() {
    const toml::table* const table = section_.table("countries");
    if (table == nullptr) return;
    TomlTable names(*table, "[organizations.countries]", errors_);
    for (const auto& [code, node] : *table) {
      std::vector<std::string> all = names.list(code.str());
      if (all.empty()) {
        names.error(node, "a country needs a name");
        continue;
      }
      add(names, node, {all.front(), "", PartyKind::country, std::string(code.str())}, all);
    }
  }

  void bodies() {
    if (const toml::table* const table = section_.table("bodies")) {
      read(*table, "[organizations.bodies]", PartyKind::body, "");
    }
  }

  void by_country(const NameTable& which) {
    const toml::table* const table = section_.table(which.key);
    if (table == nullptr) return;
    for (const auto& [code, node] : *table) {
      const std::string what = fmt::format("[organizations.{}.{}]", which.key, code.str());
      if (const toml::table* const names = node.as_table()) {
        read(*names, what, which.kind, std::string(code.str()));
      } else {
        section_.error(node, what + ": expected a table");
      }
    }
  }

 private:
  void read(const toml::table& table, const std::string& what, PartyKind kind,
            const std::string& country) {
    TomlTable names(table, what, errors_);
    for (const auto& [name, node] : table) {
      const std::vector<std::string> further = names.list(name.str());
      const bool in_full = kind != PartyKind::company && !further.empty();
      add(names, node,
          {std::string(name.str()), in_full ? further.front() : std::string(), kind, country},
          further);
    }
  }

  void add(TomlTable& table, const toml::node& node, const Organization& organization,
           const std::vector<std::string>& names) {
    const std::string other = into_.add(organization, names);
    if (other.empty()) return;
    table.error(node, fmt::format("'{}' shares a name with '{}'", organization.name, other));
  }

  TomlTable& section_;
  Organizations& into_;
  std::vector<Error>& errors_;
};

}  // namespace

void read_organizations(TomlTable& root, Profile& profile, std::vector<Error>& errors) {
  const toml::table* const section = root.table("organizations");
  if (section == nullptr) return;
  TomlTable table(*section, "[organizations]", errors);
  profile.organizations.set_legal_forms(table.list("legal-forms"));
  for (const toml::table* entry : table.tables("pattern")) {
    TomlTable one(*entry, "[[organizations.pattern]]", errors);
    profile.organizations.patterns.push_back(one.pattern("find", one.required_text("name")));
    one.text("id");
    one.flag("enabled", true);
    one.finish();
  }
  Reader reader(table, profile.organizations, errors);
  reader.countries();
  reader.bodies();
  for (const NameTable& which : kByCountry) reader.by_country(which);
  table.finish();
}

}  // namespace rapporteur
