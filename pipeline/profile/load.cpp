#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "pipeline/base/embedded.hpp"
#include "pipeline/base/files.hpp"
#include "pipeline/profile/load_identifiers.hpp"
#include "pipeline/profile/load_organizations.hpp"
#include "pipeline/profile/load_wording.hpp"
#include "pipeline/profile/merge.hpp"
#include "pipeline/profile/profile.hpp"
#include "pipeline/profile/rule_config.hpp"
#include "pipeline/profile/toml_table.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

constexpr int kInheritanceDepth = 8;
constexpr std::uint64_t kProfileBytes = std::uint64_t{4} << 20;

template <class T>
struct Named {
  std::string_view name;
  T value;
};

constexpr Named<BlockKind> kRoles[] = {
    {"heading", BlockKind::heading}, {"list-item", BlockKind::list_item},
    {"caption", BlockKind::caption}, {"code", BlockKind::code},
    {"note", BlockKind::note},       {"toc", BlockKind::toc},
};

constexpr Named<ClueWhere> kPlaces[] = {
    {"path", ClueWhere::path},   {"head", ClueWhere::head}, {"heading", ClueWhere::heading},
    {"style", ClueWhere::style}, {"text", ClueWhere::text}, {"title", ClueWhere::title},
};

std::vector<Clue> read_clues(TomlTable& owner, std::string_view what, const std::string& name,
                             std::vector<Error>& errors) {
  std::vector<Clue> clues;
  for (const toml::table* entry : owner.tables("clue")) {
    TomlTable table(*entry, fmt::format("[[{}.clue]]", what), errors);
    Clue clue;
    const std::string where = table.text("where", "head");
    const auto found = std::ranges::find(kPlaces, where, &Named<ClueWhere>::name);
    if (found == std::end(kPlaces)) {
      table.error(
          *entry,
          fmt::format("where: '{}' is not path, head, heading, style, text or title", where));
    } else {
      clue.where = found->value;
    }
    clue.weight = static_cast<int>(table.integer("weight", 50));
    clue.find = table.pattern("find", name);
    table.finish();
    clues.push_back(std::move(clue));
  }
  return clues;
}

void read_detect(TomlTable& root, Profile& profile, std::vector<Error>& errors) {
  const toml::table* const section = root.table("detect");
  if (section == nullptr) return;
  TomlTable table(*section, "[detect]", errors);
  profile.detect = read_clues(table, "detect", profile.name, errors);
  table.finish();
}

void read_styles(TomlTable& root, Profile& profile, std::vector<Error>& errors) {
  const toml::table* const section = root.table("styles");
  if (section == nullptr) return;
  TomlTable table(*section, "[styles]", errors);
  for (const auto& [name, role] : kRoles) {
    for (std::string& style : table.list(name)) {
      profile.styles.push_back(
          {role, std::move(style), role == BlockKind::heading ? std::uint8_t{1} : std::uint8_t{0}});
    }
  }
  for (std::string& style : table.list("title")) {
    profile.styles.push_back({BlockKind::heading, std::move(style), 0});
  }
  table.finish();
}

void read_structure(TomlTable& root, Profile& profile, std::vector<Error>& errors) {
  const toml::table* const section = root.table("structure");
  if (section == nullptr) return;
  TomlTable table(*section, "[structure]", errors);
  Structure& structure = profile.structure;
  const std::pair<const char*, std::vector<Pattern>*> lists[] = {
      {"annex", &structure.annexes},
      {"division", &structure.divisions},
      {"caption", &structure.captions},
      {"continued", &structure.continued},
      {"quoted", &structure.quoted},
      {"references", &structure.references},
      {"bibliography", &structure.bibliographies},
      {"no-reference", &structure.no_references},
      {"summary", &structure.summaries},
      {"attached", &structure.attached},
      {"plain", &structure.plain},
      {"excerpt", &structure.excerpts},
      {"excerpt-end", &structure.excerpt_ends},
  };
  for (const auto& [name, list] : lists) {
    for (const toml::table* entry : table.tables(name)) {
      TomlTable item(*entry, fmt::format("[[structure.{}]]", name), errors);
      list->push_back(item.pattern("find", name));
      item.text("id");
      item.finish();
    }
  }
  table.finish();
}

void read_kinds(TomlTable& root, Profile& profile, std::vector<Error>& errors) {
  for (const toml::table* entry : root.tables("kind")) {
    TomlTable table(*entry, "[[kind]]", errors);
    DocumentKind kind;
    kind.id = table.required_text("id");
    kind.name = table.text("name", kind.id);
    kind.clues = read_clues(table, "kind", kind.id, errors);
    table.flag("enabled", true);
    table.finish();
    profile.kinds.push_back(std::move(kind));
  }
}

void read_cover(TomlTable& root, Profile& profile, std::vector<Error>& errors) {
  const toml::table* const section = root.table("cover");
  if (section == nullptr) return;
  TomlTable table(*section, "[cover]", errors);
  for (const auto& [key, node] : *section) {
    profile.cover.emplace_back(std::string(key.str()), table.list(key.str()));
  }
}

void read_rules(TomlTable& root, Profile& profile, std::vector<Error>& errors) {
  const toml::table* const section = root.table("rule");
  if (section == nullptr) return;
  for (const auto& [key, node] : *section) {
    const std::string id(key.str());
    if (const toml::table* entry = node.as_table()) {
      profile.rules.emplace(id, read_rule(*entry, id, errors));
    } else {
      root.error(node, fmt::format("rule '{}': expected a table", id));
    }
  }
  for (auto& [id, config] : profile.rules) take_options_of_like(id, config, profile.rules, errors);
}

PatternRule read_pattern_rule(const toml::table& entry, std::vector<Error>& errors) {
  TomlTable table(entry, "[[pattern-rule]]", errors);
  PatternRule rule;
  rule.origin = table.origin();
  rule.id = table.required_text("id");
  rule.group = table.text("group");
  rule.severity = table.severity("severity").value_or(Severity::warning);
  rule.summary = table.required_text("summary");
  rule.source = table.text("source");
  rule.kinds = table.list("kinds");
  rule.scopes = table.list("scope");
  rule.find = table.pattern("find", rule.id);
  rule.except = table.expressions("except");
  rule.message = table.required_text("message");
  rule.replacement = table.text("replacement");
  rule.doc = table.required_text("doc");
  rule.enabled = table.flag("enabled", true);
  table.finish();
  return rule;
}

void read_gaps(TomlTable& root, Profile& profile, std::vector<Error>& errors) {
  for (const toml::table* entry : root.tables("gap")) {
    TomlTable table(*entry, "[[gap]]", errors);
    profile.gaps.push_back({table.list("rules"), table.required_text("reason")});
    table.finish();
  }
}

Result<Profile> read_profile(const toml::table& merged) {
  std::vector<Error> errors;
  TomlTable root(merged, "profile", errors);
  Profile profile;
  profile.name = root.required_text("name");
  profile.title = root.text("title", profile.name);
  root.text("extends");
  root.flag("default", false);  // default_name() looks for it
  read_detect(root, profile, errors);
  read_styles(root, profile, errors);
  read_structure(root, profile, errors);
  read_identifiers(root, profile, errors);
  read_organizations(root, profile, errors);
  read_kinds(root, profile, errors);
  read_cover(root, profile, errors);
  read_rules(root, profile, errors);
  for (const toml::table* entry : root.tables("pattern-rule")) {
    profile.pattern_rules.push_back(read_pattern_rule(*entry, errors));
  }
  std::vector<Expression> rule_patterns;
  for (const PatternRule& rule : profile.pattern_rules) {
    rule_patterns.push_back(rule.find.expression);
  }
  profile.rule_patterns = PatternSet(std::move(rule_patterns), re2::RE2::UNANCHORED,
                                     PatternSet::Which::without_literals);
  read_gaps(root, profile, errors);
  read_wording(root, profile, errors);
  root.finish();
  if (!errors.empty()) return tl::unexpected<Error>(errors.front());
  return profile;
}

struct ProfileText {
  std::string file;
  std::string toml;
};

// The files of one profile: "<name>.toml", or every file of a folder "<name>/", sorted.
std::vector<ProfileText> embedded_files(std::string_view name) {
  std::vector<ProfileText> found;
  const std::string single = std::string(name) + ".toml";
  const std::string folder = std::string(name) + "/";
  for (const EmbeddedFile& file : embedded_profiles()) {
    if (file.name == single || file.name.starts_with(folder)) {
      found.push_back({fmt::format("{}profiles/{}", kBuiltIn, file.name), std::string(file.bytes)});
    }
  }
  return found;
}

Result<std::vector<ProfileText>> files_of(std::string_view name,
                                          const std::filesystem::path& folder,
                                          const std::vector<std::string>& names) {
  const std::filesystem::path own = folder / (std::string(name) + ".toml");
  if (!folder.empty() && std::filesystem::exists(own)) {
    Result<std::string> text = read_file(own, kProfileBytes);
    if (!text) return tl::unexpected<Error>(text.error());
    return std::vector<ProfileText>{{own.string(), std::move(*text)}};
  }
  std::vector<ProfileText> found = embedded_files(name);
  if (!found.empty()) return found;
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string_view meant = nearest(name, candidates);
  return fail(ErrorCode::configuration, "profile " + std::string(name),
              fmt::format("there is no such profile{}; known: {}",
                          meant.empty() ? "" : fmt::format(" (did you mean '{}'?)", meant),
                          join(names, ", ")));
}

Result<toml::table> parse_all(const std::vector<ProfileText>& texts) {
  toml::table merged;
  for (const ProfileText& text : texts) {
    Result<toml::table> table = parse_toml(text.toml, text.file);
    if (!table) return table;
    // Files of one folder add to one another; only inheritance replaces.
    for (auto&& [key, node] : *table) {
      toml::node* const old = merged.get(key.str());
      if (old != nullptr && old->is_array() && node.is_array()) {
        for (toml::node& entry : *node.as_array()) {
          entry.visit([&](auto& value) { old->as_array()->push_back(std::move(value)); });
        }
      } else if (old != nullptr && old->is_table() && node.is_table()) {
        merge_profile(*old->as_table(), std::move(*node.as_table()));
      } else {
        node.visit([&](auto& value) { merged.insert_or_assign(key, std::move(value)); });
      }
    }
  }
  return merged;
}

bool says_default(const std::vector<ProfileText>& texts) {
  return std::ranges::any_of(texts, [](const ProfileText& text) {
    const Result<toml::table> table = parse_toml(text.toml, text.file);
    return table && (*table)["default"].value_or(false);
  });
}

// Lays each file over what it extends, then reads the whole.
Result<Profile> resolve(const std::vector<ProfileText>& texts, const std::filesystem::path& folder,
                        const std::vector<std::string>& names) {
  Result<toml::table> merged = parse_all(texts);
  for (int depth = 0; merged; ++depth) {
    const auto base = (*merged)["extends"].value<std::string>();
    if (!base || base->empty()) {
      drop_switched_off(*merged);
      return read_profile(*merged);
    }
    const std::string where = origin_of(*merged->get("extends")).where();
    if (depth == kInheritanceDepth) {
      return fail(ErrorCode::configuration, where, "extends: profiles form a circle");
    }
    const Result<std::vector<ProfileText>> parents = files_of(*base, folder, names);
    if (!parents) return fail(ErrorCode::configuration, where, "extends: " + parents.error().what);
    Result<toml::table> parent = parse_all(*parents);
    if (!parent) return tl::unexpected<Error>(parent.error());
    merged->erase("extends");
    parent->erase("detect");  // what speaks for one body does not speak for those built on it
    parent->erase("default");
    merge_profile(*parent, std::move(*merged));
    merged = std::move(parent);
  }
  return tl::unexpected<Error>(merged.error());
}

}  // namespace

std::vector<std::string> ProfileSource::names() const {
  std::set<std::string> found;
  for (const EmbeddedFile& file : embedded_profiles()) {
    const std::size_t end = std::min(file.name.find('/'), file.name.find('.'));
    found.emplace(file.name.substr(0, end));
  }
  std::error_code error;
  if (!folder_.empty()) {
    for (const auto& entry : std::filesystem::directory_iterator(folder_, error)) {
      if (entry.path().extension() == ".toml") found.insert(entry.path().stem().string());
    }
  }
  return {found.begin(), found.end()};
}

std::string ProfileSource::default_name() const {
  std::string compiled_in;
  for (const std::string& name : names()) {
    const Result<std::vector<ProfileText>> texts = files_of(name, folder_, names());
    if (!texts || !says_default(*texts)) continue;
    if (!texts->front().file.starts_with(kBuiltIn)) return name;
    compiled_in = name;
  }
  return compiled_in.empty() ? std::string(kFallbackProfile) : compiled_in;
}

Result<Profile> ProfileSource::load(std::string_view name) const {
  const Result<std::vector<ProfileText>> texts = files_of(name, folder_, names());
  if (!texts) return tl::unexpected<Error>(texts.error());
  return resolve(*texts, folder_, names());
}

Result<Profile> ProfileSource::parse(std::string_view toml, std::string_view file) const {
  return resolve({{std::string(file), std::string(toml)}}, folder_, names());
}

}  // namespace rapporteur
