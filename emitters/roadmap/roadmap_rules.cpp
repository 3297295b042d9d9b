#include "emitters/roadmap/roadmap_rules.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <utility>

#include "pipeline/base/embedded.hpp"
#include "pipeline/model/deliverable.hpp"
#include "pipeline/model/status_words.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

// "Status as written", "status_as_written" and "STATUS  AS WRITTEN" are one header.
std::string header_key(std::string_view header) {
  std::string key(header);
  std::ranges::replace(key, '_', ' ');
  return search_key(key);
}

std::string text(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string());
}

std::vector<std::string> list(const toml::node_view<const toml::node> node) {
  std::vector<std::string> out;
  if (const toml::array* const all = node.as_array()) {
    for (const toml::node& one : *all) out.push_back(one.value_or(std::string()));
  }
  return out;
}

template <class Use>
void each_table(const toml::table& root, std::string_view key, Use&& use) {
  const toml::array* const all = root[key].as_array();
  if (all == nullptr) return;
  for (const toml::node& one : *all) use(*one.as_table());
}

RoadmapRules rules_from(const toml::table& root) {
  RoadmapRules rules;
  each_table(root, "status", [&](const toml::table& one) {
    rules.statuses.push_back({text(one, "id"), text(one, "stage"), list(one["words"])});
  });
  each_table(root, "column", [&](const toml::table& one) {
    ColumnRule& column = rules.columns.emplace_back();
    column.member = text(one, "member");
    column.find = std::make_unique<RE2>(text(one, "find"));
    if (one.contains("never")) column.never = std::make_unique<RE2>(text(one, "never"));
    column.put = text(one, "put");
    column.several = one["several"].value_or(false);
  });
  each_table(root, "type", [&](const toml::table& one) {
    TypeRule& type = rules.types.emplace_back();
    type.name = text(one, "name");
    type.body = text(one, "body");
    type.find = std::make_unique<RE2>(text(one, "find"));
  });
  each_table(root, "number", [&](const toml::table& one) {
    NumberRule& number = rules.numbers.emplace_back();
    number.find = std::make_unique<RE2>(text(one, "find"));
    number.put = text(one, "put");
  });
  each_table(root, "stage", [&](const toml::table& one) {
    rules.stages.push_back({std::make_unique<RE2>(text(one, "find")), text(one, "put")});
  });
  each_table(root, "named", [&](const toml::table& one) {
    rules.named.push_back({std::make_unique<RE2>(text(one, "find")), text(one, "put")});
  });
  each_table(root, "former", [&](const toml::table& one) {
    rules.formers.push_back(std::make_unique<RE2>(text(one, "find")));
  });
  each_table(root, "edition", [&](const toml::table& one) {
    rules.editions.push_back(std::make_unique<RE2>(text(one, "find")));
  });
  each_table(root, "cover", [&](const toml::table& one) {
    rules.covers[text(one, "kind")] = text(one, "status");
  });
  if (const toml::table* const bodies = root["bodies"].as_table()) {
    for (const auto& [profile, body] : *bodies) {
      rules.bodies[std::string(profile.str())] = body.value_or(std::string());
    }
  }
  rules.question_form = std::make_unique<RE2>(root["question"]["find"].value_or(std::string()));
  rules.group_and_question =
      std::make_unique<RE2>(root["group-and-question"]["find"].value_or(std::string()));
  rules.body_title = std::make_unique<RE2>(root["titles"]["body"].value_or(std::string()));
  for (std::string& word : list(root["work-items"]["no-status"])) {
    rules.no_work_status.insert(std::move(word));
  }
  for (std::string& word : list(root["overlap"]["grammar"])) rules.grammar.insert(std::move(word));
  for (std::string& word : list(root["overlap"]["common"])) rules.common.insert(std::move(word));
  return rules;
}

// The first rule that a header fits, or null.
const ColumnRule* rule_for(const std::vector<ColumnRule>& columns, const std::string& key) {
  for (const ColumnRule& rule : columns) {
    if (!RE2::PartialMatch(key, *rule.find)) continue;
    if (rule.never == nullptr || !RE2::PartialMatch(key, *rule.never)) return &rule;
  }
  return nullptr;
}

// The words for statuses of a profile, which has them for the tables of documents.
void add_status_patterns(const toml::table& profile, RoadmapRules& rules) {
  const toml::array* const all = profile["extract"]["roadmap"]["pattern"].as_array();
  if (all == nullptr) return;
  for (const StatusWords& words : kStatusWords) {
    for (const toml::node& one : *all) {
      const toml::table& entry = *one.as_table();
      if (text(entry, "name") != words.pattern) continue;
      rules.told.push_back({std::string(words.status), std::make_unique<RE2>(text(entry, "find"))});
    }
  }
}

RoadmapRules embedded_rules() {
  RoadmapRules rules;
  for (const EmbeddedFile& file : embedded_templates()) {
    if (file.name == "roadmap.toml") rules = rules_from(toml::parse(file.bytes));
  }
  for (const EmbeddedFile& file : embedded_profiles()) {
    if (file.name == "base/wording_roadmap.toml") {
      add_status_patterns(toml::parse(file.bytes), rules);
    }
  }
  return rules;
}

}  // namespace

std::string RoadmapRules::status(std::string_view written) const {
  const std::string key = search_key(written);
  const auto is = [&](std::string word) {
    std::ranges::replace(word, '-', ' ');
    std::string other = key;
    std::ranges::replace(other, '-', ' ');
    return word == other;
  };
  for (const StatusRule& rule : statuses) {
    if (is(rule.id) || std::ranges::any_of(rule.words, is)) return rule.id;
  }
  return {};
}

std::string RoadmapRules::status_told(std::string_view written) const {
  std::string id = status(written);
  if (!id.empty() || written.empty()) return id;
  for (const StatusPattern& pattern : told) {
    if (RE2::PartialMatch(written, *pattern.find)) return pattern.id;
  }
  return {};
}

std::string RoadmapRules::column(std::string_view header) const {
  const std::string key = header_key(header);
  std::string own;
  Deliverable().fields([&](std::string_view member, const std::string&) {
    if (header_key(member) == key) own = member;
  });
  if (!own.empty() || key.empty()) return own;
  const ColumnRule* const rule = rule_for(columns, key);
  return rule == nullptr ? std::string() : rule->member;
}

std::string RoadmapRules::mark(std::string_view header) const {
  const ColumnRule* const rule = rule_for(columns, header_key(header));
  return rule == nullptr ? std::string() : rule->put;
}

bool RoadmapRules::may_repeat(std::string_view member) const {
  return std::ranges::any_of(
      columns, [&](const ColumnRule& rule) { return rule.member == member && rule.several; });
}

const TypeRule* RoadmapRules::type(std::string_view number) const {
  for (const TypeRule& rule : types) {
    if (RE2::PartialMatch(number, *rule.find)) return &rule;
  }
  return nullptr;
}

std::string RoadmapRules::question(std::string_view written) const {
  std::string number;
  RE2::FullMatch(written, *question_form, &number);
  return number;
}

std::string RoadmapRules::take_question(std::string& group) const {
  if (!question(group).empty()) return std::exchange(group, std::string());
  std::string rest;
  std::string number;
  if (RE2::FullMatch(group, *group_and_question, &rest, &number)) group = rest;
  return number;
}

std::string RoadmapRules::body_in(std::string_view title) const {
  std::string body;
  RE2::PartialMatch(title, *body_title, &body);
  return body;
}

std::string RoadmapRules::group_behind(std::string_view body, std::string_view written) const {
  if (body.empty() || !written.starts_with(body)) return {};
  std::string_view group = written.substr(body.size());
  if (group.empty() || is_alpha(group[0]) || is_digit(group[0])) return {};
  while (!group.empty() && std::string_view(" (,:/-").find(group[0]) != std::string_view::npos) {
    group.remove_prefix(1);
  }
  if (group.ends_with(')') && group.find('(') == std::string_view::npos) group.remove_suffix(1);
  // "ITU-T and ETSI" and "CEN/CENELEC" are two bodies.
  const bool is_group =
      !group.empty() && (is_upper(group[0]) || is_digit(group[0])) && body_in(group).empty();
  return is_group ? std::string(trim(group)) : std::string();
}

std::string RoadmapRules::former_name(std::string_view relation) const {
  std::string name;
  for (const std::unique_ptr<RE2>& find : formers) {
    if (RE2::PartialMatch(relation, *find, &name)) return name;
  }
  return {};
}

std::string RoadmapRules::take_name(std::string& number) const {
  for (const NumberRule& rule : named) {
    std::string plain;
    if (!RE2::FullMatch(number, *rule.find, &plain)) continue;
    std::string name = number;
    RE2::Extract(number, *rule.find, rule.put, &name);
    number = plain;
    return name;
  }
  return {};
}

std::string RoadmapRules::take_stage(std::string& number) const {
  for (const StageRule& rule : stages) {
    std::string stage;
    if (!RE2::FullMatch(number, *rule.find, nullptr, &stage)) continue;
    RE2::Replace(&number, *rule.find, rule.put);
    return stage;
  }
  return {};
}

std::string RoadmapRules::number_key(std::string_view number, std::string_view body) const {
  std::string plain(number);
  take_edition(plain);
  take_stage(plain);
  std::string key = search_key(plain);
  const std::string owner = search_key(body);
  for (const NumberRule& rule : numbers) RE2::Replace(&key, *rule.find, rule.put);
  if (!owner.empty() && key.starts_with(owner) && key.size() > owner.size() &&
      !is_alpha(key[owner.size()]) && !is_digit(key[owner.size()])) {
    key.erase(0, owner.size());
  }
  std::erase_if(key, [](char c) { return c == ' ' || c == '-'; });
  return key;
}

std::string RoadmapRules::take_edition(std::string& number) const {
  std::string rest;
  std::string edition;
  for (const std::unique_ptr<RE2>& find : editions) {
    if (!RE2::FullMatch(number, *find, &rest, &edition)) continue;
    number = rest;
    return edition;
  }
  return {};
}

std::size_t RoadmapRules::rank(std::string_view status) const {
  const auto found = std::ranges::find(statuses, status, &StatusRule::id);
  return static_cast<std::size_t>(found - statuses.begin());
}

std::string RoadmapRules::stage(std::string_view status) const {
  const std::size_t at = rank(status);
  return at < statuses.size() ? statuses[at].stage : std::string();
}

const RoadmapRules& roadmap_rules() {
  static const RoadmapRules kRules = embedded_rules();
  return kRules;
}

}  // namespace rapporteur
